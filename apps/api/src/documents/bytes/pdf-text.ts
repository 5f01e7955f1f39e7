/** Offsets within one text, of bytes that are to become blanks. */
export interface Blank {
  from: number;
  to: number;
}

/** What names people, programs and times, wherever in a PDF it stands. */
const TELLING = /\/(?:Author|Creator|Producer|Company|Manager|LastModifiedBy|CreationDate|ModDate|SourceModified)\s*(?=[(<])/g;
const OBJECT = /(?:^|[\s>])(\d+)\s+(\d+)\s+obj\b/g;
/** Marks that readers make carry the name of who made them. */
const MARK =
  /\/Subtype\s*\/(?:Text|FreeText|Highlight|Underline|StrikeOut|Squiggly|Ink|Square|Circle|Line|Polygon|PolyLine|Stamp|Caret|Popup|FileAttachment|Redact|Sound)\b/;
const MARKED_BY = /\/T\s*(?=[(<])/g;

/** What is to be blanked in a stretch of PDF that is no stream. `infos` are the numbers of the objects that tell about the document. */
export function blanksIn(text: string, infos: ReadonlySet<string>): Blank[] {
  const blanks = stringsAfter(text, TELLING, 0, text.length);
  for (const { number, from, to } of objectsIn(text)) {
    if (infos.has(number)) blanks.push(...stringsIn(text, from, to));
    else if (MARK.test(text.slice(from, to))) blanks.push(...stringsAfter(text, MARKED_BY, from, to));
  }
  return merged(blanks);
}

/** As `blanksIn`, for one object of an object stream, which has no `obj` around it. */
export function blanksInObject(text: string, isInfo: boolean): Blank[] {
  const blanks = isInfo ? stringsIn(text, 0, text.length) : stringsAfter(text, TELLING, 0, text.length);
  return merged(MARK.test(text) ? [...blanks, ...stringsAfter(text, MARKED_BY, 0, text.length)] : blanks);
}

/** Numbers of the objects that tell about the document, by whatever refers to them as such. */
export function infosIn(text: string): string[] {
  return [...text.matchAll(/\/Info\s+(\d+)\s+\d+\s+R/g)].map(([, number]) => number ?? '');
}

function objectsIn(text: string): { number: string; from: number; to: number }[] {
  const heads = [...text.matchAll(OBJECT)];
  return heads.map((head, at) => ({ number: head[1] ?? '', from: head.index + head[0].length, to: heads[at + 1]?.index ?? text.length }));
}

function stringsAfter(text: string, key: RegExp, from: number, to: number): Blank[] {
  const part = text.slice(from, to);
  return [...part.matchAll(key)].flatMap((found) => {
    const at = from + found.index + found[0].length;
    const inside = stringAt(text, at);
    return inside ? [inside] : [];
  });
}

function stringsIn(text: string, from: number, to: number): Blank[] {
  const blanks: Blank[] = [];
  for (let at = from; at < to; at++) {
    const inside = text[at] === '(' || text[at] === '<' ? stringAt(text, at) : null;
    if (inside) {
      blanks.push(inside);
      at = inside.to;
    }
  }
  return blanks;
}

/** The inside of the string that begins here; null where a dictionary begins, or a string has no end. */
function stringAt(text: string, at: number): Blank | null {
  if (text[at] === '<') {
    const end = text[at + 1] === '<' ? -1 : text.indexOf('>', at);
    return end < 0 ? null : { from: at + 1, to: end };
  }
  let depth = 0;
  for (let place = at; place < text.length; place++) {
    if (text[place] === '\\') place += 1;
    else if (text[place] === '(') depth += 1;
    else if (text[place] === ')' && --depth === 0) return { from: at + 1, to: place };
  }
  return null;
}

function merged(blanks: readonly Blank[]): Blank[] {
  const whole: Blank[] = [];
  for (const { from, to } of [...blanks].sort((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else if (to > from) whole.push({ from, to });
  }
  return whole;
}
