// Which names a capability can have: what TypeScript and PostgreSQL read as something else, or the house has already, is refused before anything is made.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { at } from './folders.mjs';

const OF_TYPESCRIPT = `arguments async await break catch class const continue debugger delete enum eval export extends finally function if implements
  import instanceof interface let new package private protected public return static super switch this throw try typeof undefined var void while yield`;
const OF_POSTGRESQL = `all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation column concurrently
  constraint create cross default deferrable desc distinct do else end except false fetch for foreign freeze from full grant group having ilike in
  initially inner intersect into is isnull join lateral leading left like limit localtime localtimestamp natural not notnull null offset on only or
  order outer overlaps placing primary references returning right select similar some symmetric table tablesample then to trailing true union unique
  user using variadic verbose when where window with`;
const RESERVED = new Set([...OF_TYPESCRIPT.split(/\s+/), ...OF_POSTGRESQL.split(/\s+/)]);
const ROOMS = ['apps/api/src', 'apps/web/src/app', 'libs/domain/src'];
/** PostgreSQL cuts longer names off, and an index or a policy is called after its table. */
const LONGEST = 40;

/** Why something cannot be called so; null when it can. `plural` as it was given, if it was. */
export function whyNotCalled(one, plural, templates) {
  const many = plural ?? `${one}s`;
  const wrong = [one, many].find((name) => !/^[a-z]+(-[a-z]+)*$/.test(name));
  if (wrong !== undefined) return `A capability is called by small letters and hyphens, such as home-visit; "${wrong}" is not.`;
  if (plural === undefined && /(s|x|z|ch|sh|[^aeiou]y|fe?|child|person|man|foot|tooth|mouse)$/.test(one))
    return `An s is not enough for many of "${one}": say --plural.`;
  if (one === many) return `One and many are called alike ("${one}"): the code could not tell them apart. Say another --plural.`;
  return whyTaken([one, many], templates);
}

function whyTaken(names, templates) {
  const long = names.find((name) => name.length > LONGEST);
  if (long) return `"${long}" is too long for a table: ${LONGEST} letters at most.`;
  const words = frameWords(templates);
  const reserved = names.find((name) => RESERVED.has(name) || forms(name).some((form) => words.has(form)));
  if (reserved) return `"${reserved}" means something else in code. Call it by two words, such as home-visit.`;
  const room = ROOMS.flatMap((place) => names.map((name) => `${place}/${name}`)).find((place) => existsSync(at(place)));
  if (room) return `There is a room ${room} already. Nothing was made.`;
  const [one] = names;
  if (readFileSync(at('libs/domain/src/access/access-table.ts'), 'utf8').includes(`'${one}:`))
    return `The access table has words of a ${one} already. Nothing was made.`;
  return tables().has(one.replaceAll('-', '_')) ? `There is a table ${one.replaceAll('-', '_')} already. Nothing was made.` : null;
}

function tables() {
  const files = readdirSync(at('migrations')).filter((file) => file.endsWith('.ts'));
  const text = files.map((file) => readFileSync(at('migrations', file), 'utf8')).join('\n');
  return new Set([...text.matchAll(/create table (?:if not exists )?([a-z_]+)/g)].map(([, name]) => name));
}

function forms(kebab) {
  const camel = kebab.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
  return [camel, camel[0].toUpperCase() + camel.slice(1)];
}

/** What the frame itself calls things by: its code without comments and texts. */
function frameWords(templates) {
  const code = templates.map((text) =>
    text
      .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ' ')
      .replace(/'[^'\n]*'|`[^`]*`/g, ' ')
      .replace(/[\w]*\{\{[^}]*\}\}\w*/g, ' '),
  );
  return new Set(code.join('\n').match(/[A-Za-z_]\w*/g));
}
