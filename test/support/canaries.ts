import { randomInt } from 'node:crypto';
import { recordClassOf, type RecordClass, type Word } from '@panah/domain/access/access-table';
import type { Route } from '../../apps/api/src/platform/access/boot-check';
import { bodyOf, type Field, fieldsOf } from './contract-of';
import type { Answer, Person } from './house';
import { entitledTo, labelOf, ownSession, send, type World } from './populated-house';
import { openings, pathFor } from './route-fixtures';

type Contract = NonNullable<ReturnType<typeof bodyOf>>;
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';

/** The beginning of every canary of one run: letters that no name, word or code has in this order. */
export const newStem = (): string => `Zq${Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)] ?? '').join('')}`;

/** A word that stands in one field of one route and nowhere else. */
export interface Canary {
  text: string;
  /** `NoteInput.body` */
  field: string;
  route: string;
  /** The record class that the route's word opens (model.md 5.1); null for what does not hang on a client. */
  recordClass: RecordClass | null;
}

export interface Planting {
  canaries: Canary[];
  /** Fields that take words and never took a canary, with what was answered. */
  unplanted: Record<string, string>;
  /** Routes whose twin did not succeed, with what was answered. */
  refused: Record<string, string>;
  succeeded: number;
}

/** A field in which people write words, and not a code, a date, an id or a form of its own. */
const takesWords = ({ rules, nested }: Field): boolean =>
  !nested &&
  rules.some((rule) => ['isString', 'isLength', 'maxLength'].includes(rule)) &&
  !rules.some((rule) => ['isIn', 'isUuid', 'isIso8601', 'matches', 'isEnum', 'arrayUnique'].includes(rule));

/**
 * Writes a canary into every field that takes words, through every write route, as the one who is entitled.
 * @param passedOver fields that take letters and no words of people (`OfficeInput.timeZone`)
 */
export async function plantEverywhere(world: World, stem: string, passedOver: readonly string[]): Promise<Planting> {
  const planting: Planting = { canaries: [], unplanted: {}, refused: {}, succeeded: 0 };
  const written = [...Object.keys(world.fixtures), ...Object.keys(openings(world.ids))];
  const order = ['PUT', 'DELETE', 'POST'];
  const place = (route: Route): number => order.indexOf(route.method) * 1000 + written.indexOf(labelOf(route));
  const writes = world.routes.filter(({ method, path }) => method !== 'GET' && !path.startsWith('/api/session'));
  for (const route of writes.sort((a, b) => place(a) - place(b)))
    await plantThrough(world, route, (field, has) => (passedOver.includes(field) ? null : canaryFor(stem, has)), planting);
  const planted = new Set(planting.canaries.map(({ field }) => field));
  for (const field of planted) Reflect.deleteProperty(planting.unplanted, field);
  return planting;
}

/** A mail address stays one. */
const canaryFor = (stem: string, has: unknown): string =>
  `${stem}${letters(drawn++)}${typeof has === 'string' && has.includes('@') ? '@example.org' : ''}`;

async function plantThrough(
  world: World,
  route: Route,
  draw: (field: string, has: unknown) => string | null,
  planting: Planting,
): Promise<void> {
  const label = labelOf(route);
  const fixture = world.fixtures[label] ?? openings(world.ids)[label] ?? { about: 'own' };
  for (const statement of fixture.given ?? []) await world.house.sql(statement);
  const who = fixture.twin ? world.entitled[fixture.twin] : route.path.includes('/:') ? world.entitled.worker : entitledTo(world, route);
  const contract = bodyOf(world.house, route);
  const mine: Canary[] = [];
  const fresh = (field: string, has: unknown): string | null => {
    const text = draw(field, has);
    if (text) mine.push({ text, field, route: label, recordClass: recordClassOf(route.word as Word) });
    return text;
  };
  const body = contract ? withCanaries(contract, { ...(fixture.body ?? {}) }, fresh) : {};
  const url = pathFor(route.path, { ...world.ids, ...fixture.ids, session: await ownSession(world.house, who) });
  const answer = await insisting(who, route, url, body, fixture.body ?? {});
  if (answer.status >= 300) {
    planting.refused[label] = `${String(answer.status)} ${answer.text.slice(0, 200)}`;
    for (const { field } of mine) planting.unplanted[field] ??= `${label} -> ${answer.text.slice(0, 200)}`;
    return;
  }
  planting.succeeded += 1;
  const sent = JSON.stringify(body);
  for (const canary of mine) {
    if (sent.includes(canary.text)) planting.canaries.push(canary);
    else planting.unplanted[canary.field] ??= `${label} took no such word`;
  }
}

/** With the version that is there now, and without the words that a field will not take. */
async function insisting(who: Person, route: Route, url: string, body: Record<string, unknown>, plain: object): Promise<Answer> {
  let version = 1;
  let answer = await send(who, route, url, body, { version });
  for (let tries = 0; tries < 3 && [412, 422].includes(answer.status); tries++) {
    const { facts, fields } = answer.body as { facts?: { version?: number }; fields?: Record<string, string[]> };
    if (answer.status === 412) version = facts?.version ?? version;
    for (const path of Object.keys(fields ?? {})) putBack(body, plain as Record<string, unknown>, path.split('.'));
    answer = await send(who, route, url, body, { version });
  }
  return answer;
}

/** What a refused field said before, and nothing beside it: words in the same object stay. */
function putBack(body: Record<string, unknown>, plain: Record<string, unknown>, [name = '', ...within]: string[]): void {
  const [inner, before] = [body[name], plain[name]];
  if (within.length > 0 && isObject(inner) && isObject(before)) return putBack(inner, before, within);
  if (name in plain) body[name] = before;
  else Reflect.deleteProperty(body, name);
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The body with a canary in each field that takes words, in the objects that it holds too. */
function withCanaries(
  contract: Contract,
  body: Record<string, unknown>,
  fresh: (field: string, has: unknown) => string | null,
): Record<string, unknown> {
  for (const field of fieldsOf(contract)) {
    const has = body[field.name];
    if (takesWords(field)) {
      const text = fresh(`${contract.name}.${field.name}`, has);
      const long = text && text.padEnd(field.shortest, ' and more words');
      const whole = long && field.rules.includes('isUrl') ? `https://${long}.example.org` : long;
      if (whole) body[field.name] = field.each ? [whole] : whole;
    } else if (field.nested && has && typeof has === 'object') {
      const { nested } = field;
      const within = (one: unknown): unknown => withCanaries(nested, { ...(one as Record<string, unknown>) }, fresh);
      body[field.name] = Array.isArray(has) ? has.map(within) : within(has);
    }
  }
  return body;
}

let drawn = 0;
const letters = (n: number): string => [Math.floor(n / 400) % 20, Math.floor(n / 20) % 20, n % 20].map((at) => LETTERS[at] ?? '').join('');
