import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

interface WebFiles {
  askAhead: (folder: string) => void;
  packAll: (folder: string) => Promise<void>;
}

/** As the build leaves it: a list that asks for a page, which stands on words, which stand on labels; the frame and the door stand from the start. */
const BUILT = {
  'main-AAAAAAAA.js': 'import"./frame-aaaaaaaa.js";import("./door-aaaaaaaa.js");',
  'door-aaaaaaaa.js': 'import("./list-aaaaaaaa.js");',
  'frame-aaaaaaaa.js': 'export const f=1;',
  'list-aaaaaaaa.js':
    'import{f}from"./frame-aaaaaaaa.js";import"./rows-aaaaaaaa.js";const page=()=>import(`./page-aaaaaaaa.js`).then(m=>m.P);',
  'rows-aaaaaaaa.js': 'export const r=1;',
  'page-aaaaaaaa.js':
    'import{f}from"./frame-aaaaaaaa.js";import{r}from"./rows-aaaaaaaa.js";import{w}from"./words-aaaaaaaa.js";export const P=w;',
  'words-aaaaaaaa.js': 'import{l}from"./label-aaaaaaaa.js";export const w=l;',
  'label-aaaaaaaa.js': 'export const l=1;',
};

let folder: string;
let files: WebFiles;
beforeEach(async () => {
  const place: string = '../scripts/lib/web-files.mjs';
  files = (await import(place)) as WebFiles;
  folder = mkdtempSync(path.join(tmpdir(), 'web-files-'));
  for (const [name, text] of Object.entries(BUILT)) writeFileSync(path.join(folder, name), text);
});
afterEach(() => rmSync(folder, { recursive: true }));

const text = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

test('whoever asks for a page asks at once for all that it stands on, but for what stands already', () => {
  files.askAhead(folder);
  expect(text('list-aaaaaaaa.js')).toBe(
    BUILT['list-aaaaaaaa.js'].replace(
      'import(`./page-aaaaaaaa.js`)',
      '(globalThis.fetchAhead?.("words-aaaaaaaa.js label-aaaaaaaa.js"),import(`./page-aaaaaaaa.js`))',
    ),
  );
  const others = Object.entries(BUILT).filter(([name]) => name !== 'list-aaaaaaaa.js');
  for (const [name, before] of others) expect(text(name)).toBe(before);
});

test('what is packed opens to the same text, and what is too short to gain by it is left alone', async () => {
  const long = 'export const words = "a room near the school";\n'.repeat(40);
  writeFileSync(path.join(folder, 'long-aaaaaaaa.js'), long);
  await files.packAll(folder);
  expect(readdirSync(folder).filter((name) => name.endsWith('.br'))).toEqual(['long-aaaaaaaa.js.br']);
  expect(brotliDecompressSync(readFileSync(path.join(folder, 'long-aaaaaaaa.js.br'))).toString()).toBe(long);
});
