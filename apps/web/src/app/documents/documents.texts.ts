/** Words for the rules that the server judges, by field. */
export const FIELD_TEXTS = {
  title: {
    'names-a-person': $localize`:@@documents.titleNames:A title is read over shoulders: write it without the name of the client or of a relative.`,
    'hurtful-word': $localize`:@@documents.titleHurts:Write this in other words.`,
    matches: $localize`:@@documents.titleMissing:This is needed.`,
  },
  receivedOn: { 'in-future': $localize`:@@documents.dayToCome:This day is still to come.` },
  validTo: { 'before-received': $localize`:@@documents.endsBefore:This is before the day it was received.` },
  type: { 'not-yours': $localize`:@@documents.typeNotYours:Documents of this kind belong to colleagues of another role.` },
};

const mostMegabytes = 100;

/** Why a file is not taken, as the server says it beside the field `file`. */
export const FILE_TEXTS: Readonly<Record<string, string>> = {
  missing: $localize`:@@documents.fileMissing:Choose a file.`,
  empty: $localize`:@@documents.fileEmpty:This file is empty.`,
  'too-large': $localize`:@@documents.fileTooLarge:This file is larger than ${mostMegabytes}:megabytes: MB.`,
  'unknown-kind': $localize`:@@documents.fileUnknown:This is no PDF, JPEG, PNG, WebP, DOCX, ODT, plain text, MP3 or M4A. Its content counts, not its name.`,
  'name-says-otherwise': $localize`:@@documents.fileLies:The content of this file is not what its name says. Ask where it comes from.`,
  broken: $localize`:@@documents.fileBroken:This file is damaged or incomplete. Have it sent again.`,
  encrypted: $localize`:@@documents.fileLocked:This file is under a password. Save it without one, then bring it here.`,
  'has-macros': $localize`:@@documents.fileMacros:This file carries a program. Save it as a plain document.`,
  'has-files-inside': $localize`:@@documents.fileInside:Other files lie inside this one. Take them out and bring them one by one.`,
  'unpacks-too-large': $localize`:@@documents.fileBursts:This file is made to grow beyond measure when it is opened. It is not taken.`,
  'too-many-pixels': $localize`:@@documents.filePixels:This picture is larger than can be shown. Make it smaller first.`,
  'cannot-be-cleaned': $localize`:@@documents.fileNotCleaned:What this file says about its maker cannot be taken out. Print it anew as PDF.`,
  infected: $localize`:@@documents.fileInfected:The scanner found malware in this file. Nothing of it was kept. Do not open it.`,
};
