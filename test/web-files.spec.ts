import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

interface WebFiles {
  askAhead: (folder: string) => void;
  packAll: (folder: string) => Promise<void>;
  listAll: (folder: string) => void;
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

test('every file that a browser is handed is listed with its digest, whatever folder it lies in, and the list is no part of itself', async () => {
  mkdirSync(path.join(folder, 'i18n'));
  writeFileSync(path.join(folder, 'i18n/fa.json'), '{}');
  await files.packAll(folder);
  files.listAll(folder);
  const first = text('bundle-sha256.txt');
  const listed = first
    .trimEnd()
    .split('\n')
    .map((line) => line.split('  '));
  expect(listed.map(([, name]) => name)).toEqual([...Object.keys(BUILT), 'i18n/fa.json'].sort());
  for (const [digest, name = ''] of listed) expect(digest).toBe(createHash('sha256').update(text(name)).digest('hex'));
  files.listAll(folder);
  expect(text('bundle-sha256.txt')).toBe(first);
  writeFileSync(path.join(folder, 'words-aaaaaaaa.js'), 'export const w=2;');
  files.listAll(folder);
  expect(text('bundle-sha256.txt')).not.toBe(first);
});
