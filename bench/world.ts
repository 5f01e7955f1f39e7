import { createHash, randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { wordsOf } from '@panah/domain/clients/search-terms';
import { nameKeyPrefixes } from '@panah/domain/names/name-keys';
import { Chance } from '../apps/api/src/demo/chance';
import type { BusyColleague } from '../apps/api/src/demo/busy-set';
import type { PartnerReader } from '../apps/api/src/demo/partner-set';
import { newId } from '../apps/api/src/platform/new-id';

export interface Colleague {
  id: string;
  officeId: string;
  role: 'COORDINATOR' | 'CASEWORKER';
  /** Their active cases. */
  cases: string[];
  /** Filled by `signIn`. */
  cookie: string;
}

/** With hundreds of open cases, and a few that went on for very long. */
export interface BusyWorker extends Colleague {
  longCases: string[];
}

/** Somebody at a partner. */
export interface Reader extends PartnerReader {
  /** Filled by `signIn`. */
  cookie: string;
}

/** Who and what the benchmark draws from. Reading and writing keep to different people, so that what is compared stays equal from run to run. */
export interface World {
  orgId: string;
  coordinators: Colleague[];
  /** Whose lists and files are read. */
  readers: Colleague[];
  /** On whose cases notes are written and steps taken. */
  writers: Colleague[];
  /** Whose day and longest files are read; they work in an office of their own, and nothing else is asked of it. */
  busy: BusyWorker[];
  /** Who reads what was sent to a partner, and what that is. */
  abroad: Reader[];
  referrals: string[];
  /** First four letters of given and family names, Latin and Persian, as often as they occur; with consonants enough to make a key (Annex A). */
  beginnings: string[];
  /** Ids of all sessions opened in this run. */
  sessions: string[];
}

const LETTERS = 4;
const NAMES = 4000;

/** @param floor the floor's database, where names can be read */
export async function readWorld(
  house: Client,
  floor: Client,
  { orgId, busy, abroad }: { orgId: string; busy: readonly BusyColleague[]; abroad: readonly PartnerReader[] },
  seed: number,
): Promise<World> {
  const { rows } = await house.query<Omit<Colleague, 'cookie'>>(
    `select s.id, r.office_id as "officeId", r.role,
            coalesce((select array_agg(c.id order by c.id) from case_file c where c.primary_worker_id = s.id and c.state = 'ACTIVE'), '{}') as cases
       from staff_member s join staff_role r on r.staff_id = s.id where s.org_id = $1 order by s.id`,
    [orgId],
  );
  const everybody = rows.map((row) => ({ ...row, cookie: '' }));
  const longCasesOf = new Map(busy.map(({ id, longCases }) => [id, longCases]));
  const apart = new Set(everybody.filter(({ id }) => longCasesOf.has(id)).map(({ officeId }) => officeId));
  const staff = everybody.filter(({ officeId }) => !apart.has(officeId));
  const workers = staff.filter(({ role, cases }) => role === 'CASEWORKER' && cases.length > 0);
  const sent = await house.query<{ id: string }>('select id from referral where partner_id = $1 order by id', [abroad[0]?.partnerId]);
  return {
    orgId,
    coordinators: staff.filter(({ role }) => role === 'COORDINATOR'),
    readers: workers.filter((_, at) => at % 2 === 0),
    writers: workers.filter((_, at) => at % 2 === 1),
    busy: everybody.flatMap((colleague) => {
      const longCases = longCasesOf.get(colleague.id);
      return longCases ? [{ ...colleague, longCases }] : [];
    }),
    abroad: abroad.map((reader) => ({ ...reader, cookie: '' })),
    referrals: sent.rows.map(({ id }) => id),
    beginnings: await readBeginnings(floor, seed),
    sessions: [],
  };
}

async function readBeginnings(floor: Client, seed: number): Promise<string[]> {
  const { rows } = await floor.query<{ name: string }>(
    'select unnest(array[arab, latin]) as name from client order by md5(id::text || $1) limit $2',
    [String(seed), NAMES],
  );
  return rows
    .flatMap(({ name }) => wordsOf(name ?? ''))
    .filter((word) => [...word].length >= LETTERS)
    .map((word) => [...word].slice(0, LETTERS).join(''))
    .filter((beginning) => nameKeyPrefixes(beginning).length > 0);
}

/** Opens a session for everybody through the app's own function; passwords are no part of what is measured. Call it anew within every quarter of an hour. */
export async function signIn(house: Client, world: World): Promise<void> {
  for (const colleague of [...world.coordinators, ...world.readers, ...world.writers, ...world.busy, ...world.abroad]) {
    const token = randomBytes(32).toString('base64url');
    const id = newId();
    const hash = createHash('sha256').update(token).digest();
    await house.query(`select app.open_session($1, $2, $3, interval '12 hours')`, [id, hash, colleague.id]);
    colleague.cookie = `sid=${token}`;
    world.sessions.push(id);
  }
}

/** A chance of its own for one window: both targets draw the same. */
export function chanceOf(seed: number, ...parts: (string | number)[]): Chance {
  return new Chance(
    createHash('sha256')
      .update([seed, ...parts].join('/'))
      .digest()
      .readUInt32BE(0),
  );
}
