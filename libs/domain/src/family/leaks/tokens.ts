import { HALF_SPACE, type PlainText } from './plain-text';

/** A word or a run of digits; what stands between two of them is the gap before the second. Places count in the plain text. */
export interface Token {
  readonly isNumber: boolean;
  readonly text: string;
  /** The same with its half-spaces: they part a word from its endings. */
  readonly written: string;
  readonly at: number;
  readonly to: number;
  readonly gap: string;
  /** Whether it begins with a capital, and whether it is nothing but capitals. */
  readonly capital: boolean;
  readonly shouts: boolean;
  /** Whether a sentence or a line begins with it. */
  readonly opens: boolean;
}

/** A passage of the plain text, with what it may tell. */
export interface Span<K extends string = string> {
  readonly kind: K;
  readonly at: number;
  readonly to: number;
}

const TOKEN = new RegExp(`[0-9]+|[\\p{L}${HALF_SPACE}]+`, 'gu');
const OPENS = /(^|[.!?:;…"\n(])[^,]*$/;

export function tokensOf({ text, capitals }: PlainText): Token[] {
  let end = 0;
  return Array.from(text.matchAll(TOKEN), (match, index) => {
    const [found] = match;
    const [at, to] = [match.index, match.index + found.length];
    const gap = text.slice(end, at);
    end = to;
    return {
      isNumber: /^[0-9]/.test(found),
      text: found.replaceAll(HALF_SPACE, ''),
      written: found,
      at,
      to,
      gap,
      capital: capitals[at] === true,
      shouts: found.length > 1 && allCapitals(capitals, at, to),
      opens: index === 0 || OPENS.test(gap.slice(-8)),
    };
  });
}

function allCapitals(capitals: readonly boolean[], at: number, to: number): boolean {
  for (let place = at; place < to; place++) if (capitals[place] !== true) return false;
  return true;
}
