/** How the content of one part of a package passes. */
type Keeper = (content: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
/** Parts that tell of the writer and nothing else: an empty one in their place, for other parts point at them. */
const EMPTY: Readonly<Record<string, string>> = {
  'docprops/core.xml': `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>`,
  'docprops/app.xml': `${XML}<Properties xmlns="${OFFICE}/extended-properties"/>`,
  'docprops/custom.xml': `${XML}<Properties xmlns="${OFFICE}/custom-properties"/>`,
  'meta.xml': `${XML}<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"><office:meta/></office:document-meta>`,
};

/** Attributes that name who wrote a remark or a change, and when. */
const TELLING = /(\s(?:[\w-]+:)?(?:author|initials|date|userId|providerId|dateUtc|creator)\s*=\s*)("[^"]*"|'[^']*')/gi;
/** Elements whose text names somebody or a machine. */
const NAMING =
  /^<(dc:creator|dc:date|meta:initial-creator|meta:printed-by|meta:creator-initials|text:initial-creator|text:creator|text:printed-by|text:author-name|text:author-initials|text:sender-[\w-]+|loext:sender-initials|cp:lastModifiedBy)[\s>]/;
const PRINTER = /^<config:config-item\s[^>]*config:name="Printer\w*"/;
const LONGEST_TAG = 1024 * 1024;

const as = (text: string): Keeper =>
  async function* () {
    yield Buffer.from(text, 'utf8');
  };

export function textKeeperOf(name: string): Keeper {
  const plain = name.toLowerCase();
  if (Object.hasOwn(EMPTY, plain)) return as(EMPTY[plain]);
  return /\.(xml|rels|rdf)$/.test(plain) ? withoutWriters : (content) => content;
}

/** Tag by tag: names go from attributes and from the elements that hold them; every other byte stays. */
export async function* withoutWriters(content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting = '';
  let inside: string | null = null;
  const kept = (token: string): string => {
    if (inside !== null && token.startsWith(`</${inside}`)) inside = null;
    if (inside !== null && !token.startsWith('<')) return '';
    if (!token.startsWith('<')) return token;
    const name = NAMING.exec(token)?.[1] ?? (PRINTER.test(token) ? 'config:config-item' : null);
    if (name !== null && !token.endsWith('/>')) inside = name;
    return token.replace(TELLING, (_, head: string, value: string) => `${head}${emptyLike(head, value)}`);
  };
  for await (const part of content) {
    waiting += Buffer.from(part).toString('latin1');
    const cut = waiting.lastIndexOf('<');
    const whole = cut < 0 || waiting.length - cut > LONGEST_TAG ? waiting : waiting.slice(0, cut);
    waiting = waiting.slice(whole.length);
    yield Buffer.from(tokensOf(whole).map(kept).join(''), 'latin1');
  }
  yield Buffer.from(tokensOf(waiting).map(kept).join(''), 'latin1');
}

const tokensOf = (text: string): string[] => text.match(/<[^>]*>?|[^<]+/g) ?? [];

/** A day must stay a day for the reader to open the file; it is the first one there is. */
function emptyLike(head: string, value: string): string {
  const quote = value[0] ?? '"';
  return /date/i.test(head) ? `${quote}1980-01-01T00:00:00Z${quote}` : `${quote}${quote}`;
}
