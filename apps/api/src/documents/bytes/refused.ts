/** Why a file is not taken. The web app has the words for each. */
export type Refusal =
  | 'missing'
  | 'empty'
  | 'too-large'
  | 'unknown-kind'
  | 'name-says-otherwise'
  | 'broken'
  | 'encrypted'
  | 'has-macros'
  | 'has-files-inside'
  | 'unpacks-too-large'
  | 'too-many-pixels'
  | 'cannot-be-cleaned'
  | 'tells-more'
  | 'infected';

export class FileRefused extends Error {
  constructor(
    readonly reason: Refusal,
    readonly facts: Record<string, string> = {},
  ) {
    super(reason);
  }
}

/** A canvas larger than this is drawn by no browser, and a small file can ask for it. */
const MOST_PIXELS = 120_000_000;

export function assertPixels(width: number, height: number): void {
  if (width === 0 || height === 0) throw new FileRefused('broken');
  if (width * height > MOST_PIXELS) throw new FileRefused('too-many-pixels');
}
