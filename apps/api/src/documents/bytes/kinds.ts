import type { FileKind } from '@panah/domain/vocabulary/documents';
import { cleanPackage, packageKind, type Shelter } from './package';
import { cleanPdf } from './pdf';
import { cleanPicture, pictureKind } from './picture';
import { FileRefused } from './refused';
import { cleanM4a, cleanMp3, frameLength, isSoundOnly, soundOf } from './sound';
import type { Source } from './source';
import { cleanText, isPlainText } from './text';

/** What a file is, by its content alone. Throws `unknown-kind` for everything that is not taken. */
export async function kindOf(source: Source): Promise<FileKind> {
  const kind = source.length === 0 ? null : await sniff(source, await source.read(0, 16));
  if (!kind) throw new FileRefused(source.length === 0 ? 'empty' : 'unknown-kind');
  return kind;
}

async function sniff(source: Source, head: Buffer): Promise<FileKind | null> {
  const picture = pictureKind(head);
  if (picture) return picture;
  if (/^%PDF-[12]\.\d/.test(head.toString('latin1'))) return 'PDF';
  if (head.toString('latin1', 0, 4) === 'PK\x03\x04') return packageKind(source);
  if (head.toString('latin1', 4, 8) === 'ftyp') return (await isSoundOnly(source)) ? 'M4A' : null;
  if (await isMp3(source)) return 'MP3';
  return (await isPlainText(source)) ? 'TXT' : null;
}

/** Two frames, one behind the other: one may be there by chance. */
async function isMp3(source: Source): Promise<boolean> {
  const { from, to } = await soundOf(source);
  const first = frameLength(await source.read(from, 4));
  if (first === 0 || from + first > to) return false;
  return from + first === to || frameLength(await source.read(from + first, 4)) > 0;
}

/** The same content without what it tells of who made it, where and when. */
export function cleaned(kind: FileKind, source: Source, shelter: Shelter): AsyncGenerator<Buffer> {
  switch (kind) {
    case 'JPEG':
    case 'PNG':
    case 'WEBP':
      return cleanPicture(kind, source);
    case 'PDF':
      return cleanPdf(source);
    case 'DOCX':
    case 'ODT':
      return cleanPackage(source, shelter);
    case 'MP3':
      return cleanMp3(source);
    case 'M4A':
      return cleanM4a(source);
    case 'TXT':
      return cleanText(source);
  }
}
