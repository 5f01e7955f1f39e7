import { endingOf, nameAtLeaving, nameFits } from '@panah/domain/documents/document.rules';
import { type AttachmentKind, attachmentTells, type Telling, TELLINGS } from './attachment-tells';
import { cleaned, kindOf } from './kinds';
import type { Shelter } from './package';
import { FileRefused } from './refused';
import { type Source, streamOf } from './source';

/** A file for the other side of a family link: what it would have told, and what is left of it that may go. */
export interface CleanedAttachment {
  kind: AttachmentKind;
  tells: Telling[];
  /** A name that says what it is and nothing else. */
  name: string;
  /** To be closed by whoever asked. */
  bytes: Source & { close(): Promise<void> };
}

const ATTACHED: readonly string[] = ['JPEG', 'PNG', 'WEBP', 'PDF'] satisfies AttachmentKind[];
const isAttached = (kind: string): kind is AttachmentKind => ATTACHED.includes(kind);

/**
 * Looks through a picture or a PDF that hangs on a message, and cleans it (R-FL-10, walls 3.5). What is cleaned is looked through once
 * more: it tells nothing, or it is refused. What the picture shows is for a person to judge.
 * @param id made anew for this release: it tells neither who nor when
 * @throws FileRefused with the reason: another kind of file (`cannot-be-cleaned`), a name that says otherwise, broken, encrypted …
 */
export async function lookThrough(source: Source, fileName: string, id: string, shelter: Shelter): Promise<CleanedAttachment> {
  const kind = await kindOf(source);
  if (!isAttached(kind)) throw new FileRefused('cannot-be-cleaned', { found: kind });
  if (!nameFits(fileName, kind)) throw new FileRefused('name-says-otherwise', { found: kind });
  const told = await attachmentTells(kind, source);
  const bytes = await shelter.keep(cleaned(kind, source, shelter));
  try {
    if ((await attachmentTells(kind, bytes)).length > 0) throw new FileRefused('cannot-be-cleaned', { found: kind });
    const tells = [...told, ...(await lostOf(source, bytes, told)), ...nameTells(fileName)];
    return { kind, tells: TELLINGS.filter((telling) => tells.includes(telling)), name: nameAtLeaving(id, kind), bytes };
  } catch (error) {
    await bytes.close();
    throw error;
  }
}

/** What was behind the end or packed inside is known by its being gone. */
async function lostOf(source: Source, bytes: Source, told: readonly Telling[]): Promise<Telling[]> {
  if (bytes.length < source.length && !told.includes('HIDDEN_BYTES') && told.length === 0) return ['HIDDEN_BYTES'];
  return told.length === 0 && !(await isSame(source, bytes)) ? ['DESCRIPTION'] : [];
}

function nameTells(fileName: string): readonly Telling[] {
  const ending = endingOf(fileName);
  const stem = ending === '' ? fileName : fileName.slice(0, -ending.length - 1);
  return stem.trim() === '' ? [] : ['FILE_NAME'];
}

async function isSame(one: Source, other: Source): Promise<boolean> {
  if (one.length !== other.length) return false;
  let at = 0;
  for await (const part of streamOf(one)) {
    if (!part.equals(await other.read(at, part.length))) return false;
    at += part.length;
  }
  return true;
}
