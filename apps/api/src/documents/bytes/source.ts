/** Bytes that may be read anywhere, a few at a time: a file is never whole in memory. */
export interface Source {
  readonly length: number;
  /** Fewer bytes at the end of the source; none behind it. */
  read(from: number, length: number): Promise<Buffer>;
}

const WINDOW = 64 * 1024;

/** The bytes from `from` up to `to`, in order. */
export async function* streamOf(source: Source, from = 0, to = source.length): AsyncGenerator<Buffer> {
  for (let at = from; at < to; at += WINDOW) yield source.read(at, Math.min(WINDOW, to - at));
}

/** Where `wanted` begins, at or after `from` and before `to`; -1 when nowhere. */
export async function indexOf(source: Source, wanted: Buffer, from: number, to = source.length): Promise<number> {
  const overlap = wanted.length - 1;
  for (let at = from; at < to; at += WINDOW) {
    const window = await source.read(at, Math.min(WINDOW + overlap, to - at));
    const found = window.indexOf(wanted);
    if (found >= 0) return at + found;
  }
  return -1;
}

/** Bytes that replace as many others. */
export interface Patch {
  at: number;
  bytes: Buffer;
}

/** The source with patches laid over it, up to `to`. Patches do not overlap. */
export async function* patched(source: Source, patches: readonly Patch[], to = source.length): AsyncGenerator<Buffer> {
  let at = 0;
  for (const patch of [...patches].sort((a, b) => a.at - b.at)) {
    yield* streamOf(source, at, patch.at);
    yield patch.bytes;
    at = patch.at + patch.bytes.length;
  }
  yield* streamOf(source, at, to);
}
