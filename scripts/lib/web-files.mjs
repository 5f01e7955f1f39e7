import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { at } from './folders.mjs';

const STANDS_ON = /(?:\bfrom|\bimport)\s*["'`]\.\/([\w-]+\.js)["'`]/g;
const ASKS_FOR = /\bimport\(\s*["'`]\.\/([\w-]+\.js)["'`]\s*\)/g;
const WORDS = /\.(js|mjs|css|svg|json|txt)$/;
/** What a browser begins with. */
const FIRST = /^(main|polyfills)-/;
/** Below this the packing saves less than its header costs. */
const WORTH_IT = 300;

/**
 * Where a script asks for a page, it asks at the same moment for everything that this page stands on (`fetchAhead` of the web app); a browser
 * by itself would only find out when the page has arrived, one way there and back later. What certainly stands already is left out, and what
 * everybody waits for before they have signed in stays as short as it is. The name of a script is made of what it says before this, names of
 * its own pages included: one name, one text, as before.
 */
export function askAhead(folder = at('dist/web')) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const texts = new Map(names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
  const below = (name, found = new Set()) => {
    for (const [, next] of (texts.get(name) ?? '').matchAll(STANDS_ON)) if (!found.has(next)) below(next, found.add(next));
    return found;
  };
  const first = new Set(names.filter((name) => FIRST.test(name)).flatMap((name) => [name, ...pagesOf(texts.get(name))]));
  for (const name of [...first]) below(name, first);
  for (const [name, text] of texts) {
    if (first.has(name)) continue;
    const here = new Set([name, ...below(name)]);
    const asked = text.replaceAll(ASKS_FOR, (asking, page) => {
      const more = [...below(page)].filter((each) => !first.has(each) && !here.has(each));
      return more.length ? `(globalThis.fetchAhead?.("${more.join(' ')}"),${asking})` : asking;
    });
    if (asked !== text) writeFileSync(path.join(folder, name), asked);
  }
}

const pagesOf = (text) => [...text.matchAll(ASKS_FOR)].map(([, page]) => page);

/** Lays beside every file of words the same, packed as tightly as it goes: the server sends that to whoever reads it. */
export async function packAll(folder = at('dist/web')) {
  const files = readdirSync(folder, { recursive: true }).filter((name) => WORDS.test(name));
  await Promise.all(files.map((name) => pack(path.join(folder, name))));
}

/** One file; the packed one beside it is always of the same text. */
export async function pack(file, bytes = readFileSync(file)) {
  if (bytes.length < WORTH_IT) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(`${file}.br`, await promisify(brotliCompress)(bytes, { params }));
}

/** Under this name the server hands out what is listed. */
const LIST = 'bundle-sha256.txt';

/**
 * Writes down every file that a browser is handed, as `sha256sum` does: whoever wants to know whether a server hands out this code compares the
 * list with that of a build of their own, and the files with the list. The page itself stands in it as built, before its nonce.
 */
export function listAll(folder = at('dist/web')) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== LIST && !entry.name.endsWith('.br'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
  const list = names.map((name) => `${digestOf(path.join(folder, name))}  ${name}\n`).join('');
  const file = path.join(folder, LIST);
  if (!existsSync(file) || readFileSync(file, 'utf8') !== list) writeFileSync(file, list);
}

const digestOf = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');
