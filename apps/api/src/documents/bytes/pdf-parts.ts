import { FileRefused } from './refused';
import { indexOf, type Source } from './source';

/** A stretch of a PDF: text (dictionaries, tables, trailers), or the bytes of a stream with the dictionary before it. */
export type Part = { kind: 'text'; at: number; text: string } | { kind: 'stream'; at: number; to: number; dictionary: string };

const STREAM = Buffer.from('stream');
const END_OF_STREAM = Buffer.from('endstream');
const LONGEST_TEXT = 12 * 1024 * 1024;

/** A PDF in order, stretch by stretch. Streams are not read, only passed. */
export async function* partsOf(source: Source, to: number): AsyncGenerator<Part> {
  for (let at = 0; at < to;) {
    const begins = await streamAfter(source, at, to);
    const textEnd = begins?.at ?? to;
    if (textEnd - at > LONGEST_TEXT) throw new FileRefused('cannot-be-cleaned');
    const text = (await source.read(at, textEnd - at)).toString('latin1');
    yield { kind: 'text', at, text };
    if (!begins) return;
    const dictionary = text.slice(Math.max(0, text.lastIndexOf(' obj')));
    const end = await endOfStream(source, begins.inside, dictionary, to);
    yield { kind: 'stream', at: begins.inside, to: end, dictionary };
    at = end;
  }
}

/** The next stream: the word stands behind a dictionary and ends its line. */
async function streamAfter(source: Source, from: number, to: number): Promise<{ at: number; inside: number } | null> {
  for (let at = await indexOf(source, STREAM, from, to); at >= 0; at = await indexOf(source, STREAM, at + 1, to)) {
    const back = Math.min(16, at - from);
    const around = (await source.read(at - back, back + STREAM.length + 2)).toString('latin1');
    const before = around.slice(0, back).trimEnd();
    const after = around.slice(back + STREAM.length);
    if (before.endsWith('>>') && /^(\r\n|\n|\r)/.test(after))
      return { at, inside: at + STREAM.length + (after.startsWith('\r\n') ? 2 : 1) };
  }
  return null;
}

/** By the length it says, where that is true; else where it ends. */
async function endOfStream(source: Source, inside: number, dictionary: string, to: number): Promise<number> {
  const said = /\/Length\s+(\d+)(?!\s+\d+\s+R)\b/.exec(dictionary)?.[1];
  if (said !== undefined) {
    const end = inside + Number(said);
    if (end <= to && (await source.read(end, 16)).toString('latin1').trimStart().startsWith('endstream')) return end;
  }
  const found = await indexOf(source, END_OF_STREAM, inside, to);
  if (found < 0) throw new FileRefused('broken');
  return found;
}
