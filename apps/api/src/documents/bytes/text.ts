import { FileRefused } from './refused';
import { type Source, streamOf } from './source';

/** The first words of what only looks like plain text. */
const SOMETHING_ELSE = /^\s*(<(!doctype|html|svg|\?xml|script|head|body|!--)|#!|%!ps|\{\\rtf|mz)/i;

/** UTF-8 without the signs that no text has; not the source of a page, a picture or a program. */
export async function isPlainText(source: Source): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let head = '';
  try {
    for await (const part of streamOf(source)) {
      const text = decoder.decode(part, { stream: true });
      if (head.length < 200) head += text.slice(0, 200);
      if (/[^\P{Cc}\t\n\f\r\u0085]|[\ufffe\uffff]/u.test(text)) return false;
    }
    decoder.decode();
  } catch {
    return false;
  }
  return !SOMETHING_ELSE.test(head);
}

/** What text has: nothing but what is written. */
export async function* cleanText(source: Source): AsyncGenerator<Buffer> {
  if (source.length === 0) throw new FileRefused('empty');
  yield* streamOf(source);
}
