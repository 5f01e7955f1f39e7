// `npm run capability NAME`: begins a record with a process that hangs on a case, along `referrals`, and says what only a person can do.
// NAME is one thing, in small letters: `home-visit`. `--plural diaries` where an s is not enough.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { whyNotCalled } from './lib/capability-names.mjs';
import { at } from './lib/folders.mjs';
import { commandOf, runNode } from './lib/run.mjs';

const PLACES = {
  'process.ts': 'libs/domain/src/{{na-mes}}/{{na-me}}.process.ts',
  'contract.ts': 'libs/contracts/src/{{na-mes}}.contract.ts',
  'entity.ts': 'apps/api/src/{{na-mes}}/{{na-me}}.entity.ts',
  'records.ts': 'apps/api/src/{{na-mes}}/{{na-me}}.records.ts',
  'view.ts': 'apps/api/src/{{na-mes}}/{{na-me}}.view.ts',
  'service.ts': 'apps/api/src/{{na-mes}}/{{na-mes}}.service.ts',
  'controller.ts': 'apps/api/src/{{na-mes}}/{{na-mes}}.controller.ts',
  'module.ts': 'apps/api/src/{{na-mes}}/{{na-mes}}.module.ts',
  'story.ts': 'test/{{na-mes}}.story.ts',
};

const ASKED_OF_A_PERSON = `
What only a person can do; \`npm run check\` names whatever is still missing:
  1. The word: {{na me}} goes into libs/domain/GLOSSARY.md; its states and steps, with their labels, into libs/domain/src/vocabulary/{{na-mes}}.ts.
  2. The drawing, in libs/domain/src/{{na-mes}}/{{na-me}}.process.ts: which event leads from which state to which.
     What needs facts is a pure function beside it ({{na-me}}.rules.ts), its rule's id in the title of its test.
  3. The access rows, in libs/domain/src/access/access-table.ts: '{{na-me}}:list', '{{na-me}}:read', '{{na-me}}:create', '{{na-me}}:edit',
     one for each event, and in CLASS_OF_NOUN which class of record a {{na me}} is. The log's words: apps/web/src/app/audit/audit-vocabulary.ts.
  4. The migration: migrations/<timestamp>-….ts with the table {{na_me}} (the columns that {{na-me}}.records.ts names), its constraints,
     clientWall('{{na_me}}') and the grants.
  5. The registration, in apps/api/src/app.module.ts.
  6. A route for each step, a noun posted, in {{na-mes}}.controller.ts: POST /{{na-mes}}/:id/… calls \`step\`.
  7. Its fixtures, in test/support/route-fixtures.ts and populated-house.ts: from then on the stories try it by themselves.
  8. The room in the web, apps/web/src/app/{{na-mes}}, along apps/web/src/app/referrals, with its Persian.`;

const { values, positionals } = parseArgs({ options: { plural: { type: 'string' } }, allowPositionals: true });
const [one = '', ...others] = positionals;
const many = values.plural ?? `${one}s`;
const refusal = whyNot();
if (refusal) {
  console.error(refusal);
  process.exit(1);
}
const made = Object.entries(PLACES).map(([template, place]) => {
  const file = at(named(place));
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, named(templateOf(template)), { flag: 'wx' });
  return named(place);
});
// where lines break depends on the name
await runNode([commandOf('prettier'), '--write', '--log-level', 'warn', ...made]);
for (const file of made) console.log(`made ${file}`);
console.log(named(ASKED_OF_A_PERSON));

function whyNot() {
  if (others.length) return `One name in small letters and hyphens, such as home-visit; "${positionals.join(' ')}" is more than one.`;
  const wrong = whyNotCalled(one, values.plural, Object.keys(PLACES).map(templateOf));
  if (wrong) return wrong;
  const [taken] = Object.values(PLACES)
    .map(named)
    .filter((place) => existsSync(at(place)));
  return taken ? `${taken} is there already. Nothing was made.` : null;
}

function templateOf(template) {
  return readFileSync(at('scripts/capability', `${template}.txt`), 'utf8');
}

/** A text with each form of the two names in its place: `{{Name}}`, `{{name}}`, `{{na-me}}`, `{{na_me}}`, `{{na me}}`, and the same of many. */
function named(text) {
  const forms = (kebab) => {
    const words = kebab.split('-');
    const pascal = words.map((word) => word[0].toUpperCase() + word.slice(1)).join('');
    return [pascal, pascal[0].toLowerCase() + pascal.slice(1), kebab, words.join('_'), words.join(' ')];
  };
  const keys = (end) => [`Name${end}`, `name${end}`, `na-me${end}`, `na_me${end}`, `na me${end}`];
  const all = [...keys('').map((key, at) => [key, forms(one)[at]]), ...keys('s').map((key, at) => [key, forms(many)[at]])];
  return all.reduce((done, [key, form]) => done.replaceAll(`{{${key}}}`, form), text);
}
