import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { at } from './folders.mjs';
import { pack } from './web-files.mjs';

const LANGUAGES = ['fa'];

/** Puts the translations of all capabilities into one file per language, where the web app asks for them. Throws when an id appears twice. */
export async function mergeTranslations() {
  for (const language of LANGUAGES) {
    const merged = JSON.stringify({ translations: translationsOf(language) });
    await writeWhenDifferent(at('.data/i18n', `${language}.json`), merged);
    if (existsSync(at('dist/web'))) await writeWhenDifferent(at('dist/web/i18n', `${language}.json`), merged, pack);
  }
}

function translationsOf(language) {
  const folder = at('apps/web/i18n', language);
  const all = {};
  for (const file of existsSync(folder) ? readdirSync(folder).sort() : []) {
    if (file.endsWith('.json')) addAll(all, JSON.parse(readFileSync(path.join(folder, file), 'utf8')), file);
  }
  return all;
}

function addAll(all, translations, file) {
  for (const [id, text] of Object.entries(translations)) {
    if (typeof text !== 'string') throw new Error(`${file}: the translation of "${id}" is no text.`);
    if (id in all) throw new Error(`${file}: "${id}" is translated in another file as well.`);
    all[id] = text;
  }
}

/** `before` is done first: whatever breaks off in between is done again the next time. */
async function writeWhenDifferent(file, text, before) {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  mkdirSync(path.dirname(file), { recursive: true });
  await before?.(file, Buffer.from(text));
  writeFileSync(file, text);
}
