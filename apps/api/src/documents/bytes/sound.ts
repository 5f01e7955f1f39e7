import { FileRefused } from './refused';
import { type Patch, patched, type Source, streamOf } from './source';

/** The bytes between the tags at the head (ID3v2) and those at the end (ID3v1, APE). */
export async function soundOf(source: Source): Promise<{ from: number; to: number }> {
  return { from: await behindTags(source), to: await beforeTags(source) };
}

export async function* cleanMp3(source: Source): AsyncGenerator<Buffer> {
  const { from, to } = await soundOf(source);
  if (from >= to) throw new FileRefused('broken');
  yield* streamOf(source, from, to);
}

async function behindTags(source: Source): Promise<number> {
  for (let at = 0; ;) {
    const head = await source.read(at, 10);
    if (head.length < 10 || head.toString('latin1', 0, 3) !== 'ID3') return at;
    const size = [6, 7, 8, 9].reduce((sum, place) => sum * 128 + (head[place] & 0x7f), 0);
    at += 10 + size + (head[5] & 0x10 ? 10 : 0);
  }
}

async function beforeTags(source: Source): Promise<number> {
  let end = source.length;
  for (let before = -1; before !== end;) {
    before = end;
    if ((await source.read(end - 128, 3)).toString('latin1') === 'TAG' && end >= 128) end -= 128;
    const foot = end >= 32 ? await source.read(end - 32, 32) : Buffer.alloc(32);
    if (foot.toString('latin1', 0, 8) === 'APETAGEX')
      end = Math.max(0, end - foot.readUInt32LE(12) - (foot.readUInt32LE(20) & 0x80000000 ? 32 : 0));
  }
  return end;
}

/** The frame of an MP3 that begins with this head: how many bytes it takes; 0 when it is none. */
export function frameLength(head: Buffer): number {
  if (head.length < 4 || head[0] !== 0xff || (head[1] & 0xe0) !== 0xe0) return 0;
  const [version, layer, rate, frequency] = [(head[1] >> 3) & 3, (head[1] >> 1) & 3, head[2] >> 4, (head[2] >> 2) & 3];
  if (version === 1 || layer !== 1 || rate === 0 || rate === 15 || frequency === 3) return 0;
  const kilobits = (version === 3 ? RATES : LOW_RATES)[rate];
  const hertz = [44100, 48000, 32000][frequency] / (version === 3 ? 1 : version === 2 ? 2 : 4);
  return Math.floor(((version === 3 ? 144 : 72) * kilobits * 1000) / hertz) + ((head[2] >> 1) & 1);
}

const RATES = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const LOW_RATES = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

interface Box {
  name: string;
  at: number;
  /** Where its content begins. */
  in: number;
  to: number;
}

const MOST_BOXES = 5000;
const PLAYED: Readonly<Record<string, readonly string[]>> = {
  '': ['ftyp', 'moov', 'mdat', 'free', 'skip', 'wide', 'moof', 'mfra', 'sidx', 'styp'],
  moov: ['mvhd', 'trak', 'mvex', 'iods'],
  trak: ['tkhd', 'edts', 'mdia', 'tref'],
  mdia: ['mdhd', 'hdlr', 'minf'],
  minf: ['smhd', 'nmhd', 'gmhd', 'hdlr', 'dinf', 'stbl'],
};

/** What is at the same place keeps its place: boxes that tell of people and places become empty ones of the same length. */
export async function* cleanM4a(source: Source): AsyncGenerator<Buffer> {
  const patches: Patch[] = [];
  for await (const { box, within } of boxesOf(source)) {
    if (!PLAYED[within].includes(box.name) || box.name === 'free' || box.name === 'skip') patches.push(...emptied(box));
    else if (['mvhd', 'tkhd', 'mdhd'].includes(box.name)) patches.push(await withoutTimes(source, box));
  }
  yield* patched(source, patches);
}

/** Sound only: a film has faces in it, and is not taken. */
export async function isSoundOnly(source: Source): Promise<boolean> {
  let sounds = 0;
  for await (const { box } of boxesOf(source)) {
    if (box.name !== 'hdlr') continue;
    const kind = (await source.read(box.in + 8, 4)).toString('latin1');
    if (kind === 'vide') return false;
    if (kind === 'soun') sounds += 1;
  }
  return sounds > 0;
}

async function* boxesOf(
  source: Source,
  within = '',
  from = 0,
  to = source.length,
  seen = { boxes: 0 },
): AsyncGenerator<{ box: Box; within: string }> {
  for (let at = from; at < to;) {
    const box = await boxAt(source, at, to);
    if (++seen.boxes > MOST_BOXES) throw new FileRefused('broken');
    yield { box, within };
    if (PLAYED[within].includes(box.name) && Object.hasOwn(PLAYED, box.name)) yield* boxesOf(source, box.name, box.in, box.to, seen);
    at = box.to;
  }
}

async function boxAt(source: Source, at: number, end: number): Promise<Box> {
  const head = await source.read(at, 16);
  if (head.length < 8) throw new FileRefused('broken');
  const [short, name] = [head.readUInt32BE(0), head.toString('latin1', 4, 8)];
  const long = short === 1 && head.length === 16;
  const length = short === 0 ? end - at : long ? Number(head.readBigUInt64BE(8)) : short;
  if (length < (long ? 16 : 8) || at + length > end) throw new FileRefused('broken');
  return { name, at, in: at + (long ? 16 : 8), to: at + length };
}

const EMPTY = Buffer.alloc(64 * 1024);

function emptied({ at, in: inside, to }: Box): Patch[] {
  const patches: Patch[] = [{ at: at + 4, bytes: Buffer.from('free') }];
  for (let place = inside; place < to; place += EMPTY.length) patches.push({ at: place, bytes: EMPTY.subarray(0, to - place) });
  return patches;
}

async function withoutTimes(source: Source, { in: inside }: Box): Promise<Patch> {
  const [version] = await source.read(inside, 1);
  return { at: inside + 4, bytes: Buffer.alloc(version === 1 ? 16 : 8) };
}
