import { gunzipSync, inflateSync, constants } from 'node:zlib';

/** One way in which a text could lie in a file, a row or a log. */
export interface Disguise {
  name: string;
  bytes: Buffer;
}

/**
 * Every encoding of goal 4: as it is, in other cases, in two-byte letters, in hexadecimal, in base64 at each alignment, percent-encoded.
 * Compressed bytes are no text: `inflated` opens them first.
 */
export function disguisesOf(text: string): Disguise[] {
  const bytes = Buffer.from(text);
  const forms: [string, string | Buffer][] = [
    ['plain', text],
    ['lower case', text.toLowerCase()],
    ['upper case', text.toUpperCase()],
    ['UTF-16LE', Buffer.from(text, 'utf16le')],
    ['UTF-16BE', Buffer.from(text, 'utf16le').swap16()],
    ['hexadecimal', bytes.toString('hex')],
    ['hexadecimal, upper case', bytes.toString('hex').toUpperCase()],
    ['UTF-16 in hexadecimal', Buffer.from(text, 'utf16le').toString('hex')],
    ['percent-encoded', bytes.toString('hex').replace(/../g, '%$&').toUpperCase()],
    ...[0, 1, 2].map((shift): [string, string] => [`base64 at ${String(shift)}`, base64At(bytes, shift)]),
  ];
  return forms.map(([name, form]) => ({ name, bytes: Buffer.from(form) }));
}

/** The letters that base64 gives to the middle of a text, whatever stands before and after it. */
function base64At(bytes: Buffer, shift: number): string {
  const whole = Buffer.concat([Buffer.alloc(shift), bytes]);
  const length = Math.floor(whole.length / 3) * 3;
  const letters = whole.subarray(0, length).toString('base64');
  return letters.slice(shift ? 4 : 0);
}

/** The names of the disguises under which a text lies in these bytes, also where they are compressed. */
export function foundIn(bytes: Buffer, disguises: readonly Disguise[]): string[] {
  const found = disguises.filter((disguise) => bytes.includes(disguise.bytes)).map(({ name }) => name);
  for (const opened of inflated(bytes))
    found.push(...disguises.filter((disguise) => opened.includes(disguise.bytes)).map(({ name }) => `${name}, compressed`));
  return found;
}

const GZIP = Buffer.from([0x1f, 0x8b, 0x08]);
const ZLIB = [0x01, 0x5e, 0x9c, 0xda].map((level) => Buffer.from([0x78, level]));
const PARTLY = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 4_000_000 };

/** Whatever opens as gzip or zlib somewhere in these bytes. */
function* inflated(bytes: Buffer): Generator<Buffer> {
  for (const [head, open] of [[GZIP, gunzipSync] as const, ...ZLIB.map((one) => [one, inflateSync] as const)])
    for (let at = bytes.indexOf(head); at >= 0; at = bytes.indexOf(head, at + 1)) {
      const opened = attempt(() => open(bytes.subarray(at, at + 65_536), PARTLY));
      if (opened && opened.length > 8) yield opened;
    }
}

function attempt(open: () => Buffer): Buffer | null {
  try {
    return open();
  } catch {
    return null;
  }
}
