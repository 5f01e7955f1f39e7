import { FileRefused } from './refused';
import type { Source } from './source';

/** One file in an archive. */
export interface Entry {
  name: string;
  /** 0 as it is, 8 deflated. */
  method: number;
  crc: number;
  packed: number;
  unpacked: number;
  /** Where its own head begins. */
  at: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_ENTRIES = 4000;
const MOST_UNPACKED = 400 * 1024 * 1024;
const LONGEST_END = 22 + 0xffff;
/** A text shrinks by ten, now and then by fifty; what shrinks more was made to burst. */
const MOST_RATIO = 200;
const SMALL = 1024 * 1024;

/** The entries of an archive that holds what it says: plain names, each once, and no more than it may unpack to. */
export async function entriesOf(source: Source): Promise<Entry[]> {
  const { count, from, length } = await endOf(source);
  if (count > MOST_ENTRIES || length > 4 * 1024 * 1024) throw new FileRefused('unpacks-too-large');
  const directory = await source.read(from, length);
  const entries: Entry[] = [];
  for (let at = 0; entries.length < count;) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== CENTRAL) throw new FileRefused('broken');
    const [name, extra, comment] = [28, 30, 32].map((field) => directory.readUInt16LE(at + field));
    if (directory.readUInt16LE(at + 8) & 1) throw new FileRefused('encrypted');
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + name),
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packed: directory.readUInt32LE(at + 20),
      unpacked: directory.readUInt32LE(at + 24),
      at: directory.readUInt32LE(at + 42),
    });
    at += 46 + name + extra + comment;
  }
  assertPlain(entries);
  return entries;
}

function assertPlain(entries: readonly Entry[]): void {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  const odd = ({ name, method }: Entry): boolean =>
    name === '' ||
    name.startsWith('/') ||
    name.includes('\\') ||
    name.includes('\0') ||
    name.split('/').includes('..') ||
    ![0, 8].includes(method);
  if (names.size !== entries.length || entries.some(odd)) throw new FileRefused('broken');
  const bursts = ({ packed, unpacked }: Entry): boolean => unpacked > SMALL && unpacked > packed * MOST_RATIO;
  const all = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (all > MOST_UNPACKED || entries.some(bursts)) throw new FileRefused('unpacks-too-large');
}

async function endOf(source: Source): Promise<{ count: number; from: number; length: number }> {
  const start = Math.max(0, source.length - LONGEST_END);
  const tail = await source.read(start, LONGEST_END);
  for (let at = tail.length - 22; at >= 0; at--)
    if (tail.readUInt32LE(at) === END && at + 22 + tail.readUInt16LE(at + 20) === tail.length) {
      const [count, length, from] = [tail.readUInt16LE(at + 10), tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
      if (from + length > start + at) throw new FileRefused('broken');
      return { count, from, length };
    }
  throw new FileRefused('broken');
}

/** The packed bytes of an entry. */
export async function packedOf(source: Source, entry: Entry): Promise<{ from: number; to: number }> {
  const head = await source.read(entry.at, 30);
  if (head.length < 30 || head.readUInt32LE(0) !== LOCAL) throw new FileRefused('broken');
  const from = entry.at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  if (from + entry.packed > source.length) throw new FileRefused('broken');
  return { from, to: from + entry.packed };
}

const DAY_ZERO = 0x0021; // 1 January 1980: when a file was saved is nobody's business

/** The head of an entry; `place` null for the one beside its bytes, else where that one stands. */
export function headOf({ name, method, crc, packed, unpacked }: Omit<Entry, 'at'>, place: number | null): Buffer {
  const bytes = Buffer.from(name, 'utf8');
  const central = place !== null;
  const head = Buffer.alloc(central ? 46 : 30);
  const shift = central ? 2 : 0;
  head.writeUInt32LE(central ? CENTRAL : LOCAL, 0);
  if (central) head.writeUInt16LE(20, 4);
  head.writeUInt16LE(20, 4 + shift);
  head.writeUInt16LE(0x0800, 6 + shift); // names are UTF-8
  head.writeUInt16LE(method, 8 + shift);
  head.writeUInt16LE(DAY_ZERO, 12 + shift);
  head.writeUInt32LE(crc, 14 + shift);
  head.writeUInt32LE(packed, 18 + shift);
  head.writeUInt32LE(unpacked, 22 + shift);
  head.writeUInt16LE(bytes.length, 26 + shift);
  if (place !== null) head.writeUInt32LE(place, 42);
  return Buffer.concat([head, bytes]);
}

export function endRecord(count: number, from: number, length: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(from, 16);
  return end;
}
