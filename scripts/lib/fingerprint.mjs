import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { at } from './folders.mjs';
import { readJson } from './run.mjs';

/**
 * Says whether the inputs of a part changed since `keep()` was last called for it. Times and sizes are asked first, content only when they differ.
 * `inputs` are files and folders; `counts` says of each path whether it matters.
 */
export function changesOf(name, inputs, counts) {
  const stampFile = at('.data', `build-${name}.json`);
  const stamp = readJson(stampFile);
  const files = inputs.flatMap((input) => filesBelow(input)).filter(counts);
  const quick = digest(files, (file) => `${statSync(at(file)).mtimeMs}:${statSync(at(file)).size}`);
  const keep = () => write(stampFile, { quick, content: contentOf(files) });
  if (stamp?.quick === quick) return { changed: false, keep };
  const changed = stamp?.content !== contentOf(files);
  if (!changed) keep();
  return { changed, keep };
}

const contentOf = (files) => digest(files, (file) => readFileSync(at(file)));

function digest(files, fact) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update('\0').update(fact(file)).update('\0');
  return hash.digest('hex');
}

function filesBelow(input) {
  if (!existsSync(at(input))) return [];
  if (statSync(at(input)).isFile()) return [input];
  const entries = readdirSync(at(input), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const file = path.posix.join(input, entry.name);
    return entry.isDirectory() ? filesBelow(file) : [file];
  });
}

function write(file, value) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(value));
}
