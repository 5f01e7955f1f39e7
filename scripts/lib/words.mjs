// Looks for words that may stand nowhere in this repository: insults and verdicts about the people it is for (the API
// keeps them, as sums), and marks of unfinished work. Prints file and line.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { isHurtful } from '../../apps/api/src/platform/hurtful-words.ts';
import { at, root } from './folders.mjs';

const TEXT = /\.(ts|mjs|cjs|js|json|html|scss|css|md|sql|ya?ml|sh|svg|txt)$|(^|\/)(Dockerfile|Caddyfile|run|\.env\.example)$/;
const NOT_OURS = /^package-lock\.json$/;

// Put together from halves, so that this file does not find itself.
const UNFINISHED = [
  ['a skipped test', new RegExp(`\\b(it|test|describe)\\.(skip|only)\\b|\\bx(it|describe)\\(`)],
  ['a switched-off check', new RegExp(['eslint', 'disable'].join('-') + '|@ts-' + '(ignore|nocheck|expect-error)')],
  ['unfinished work', new RegExp('\\b(TO' + 'DO|FIX' + 'ME)\\b')],
];

const known = new Map();

function isKnownToHurt(word) {
  if (!known.has(word)) known.set(word, isHurtful(word));
  return known.get(word);
}

function findingsOf(line) {
  const words = line.match(/[\p{L}\p{M}\u200c\u200d]+/gu) ?? [];
  const hurtful = words.some(isKnownToHurt) ? ['a hurtful word'] : [];
  return [...hurtful, ...UNFINISHED.filter(([, pattern]) => pattern.test(line)).map(([name]) => name)];
}

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' }).split('\n');
const findings = files
  .filter((file) => TEXT.test(file) && !NOT_OURS.test(file) && existsSync(at(file)) && statSync(at(file)).isFile())
  .flatMap((file) =>
    readFileSync(at(file), 'utf8')
      .split('\n')
      .flatMap((line, index) => findingsOf(line).map((what) => `${file}:${index + 1}: ${what}`)),
  );
if (findings.length) {
  console.error(findings.join('\n'));
  process.exit(1);
}
