import type { ProblemTextsByCode } from '../platform/problem/problem-texts';

/** What the server refuses about files, in words: wherever a file is brought in or looked at. */
export const DOCUMENT_PROBLEMS: ProblemTextsByCode = {
  'upload-broken': $localize`:@@documents.problemBroken:The line broke while the file was on its way. Nothing was kept; what you chose and wrote is still here.`,
  'too-many-uploads': $localize`:@@documents.problemMany:Many files are on their way just now. Try again in a minute.`,
  'not-scanned': $localize`:@@documents.problemUnscanned:Nobody has scanned this file.`,
  'waits-for-scan': $localize`:@@documents.problemWaits:The scanner has not looked at this file yet. It opens when it has.`,
  'blocked-by-scan': $localize`:@@documents.problemBlocked:The scanner found malware in this file. It stays closed.`,
  'not-shown': $localize`:@@documents.problemNotShown:This kind of file cannot be shown here.`,
  'scanner-away': $localize`:@@documents.problemScannerAway:The scanner does not answer. The file waits; try again later.`,
  'not-drawn': $localize`:@@documents.problemNotDrawn:This file cannot be drawn. It may be damaged.`,
  'no-scanner': $localize`:@@documents.problemNoScanner:There is no scanner in this house.`,
  'ends-before-it-begins': $localize`:@@documents.problemDays:The days do not fit together. The field says why.`,
  'type-not-yours': $localize`:@@documents.problemType:Documents of this kind belong to colleagues of another role.`,
};
