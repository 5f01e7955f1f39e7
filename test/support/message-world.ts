import { randomUUID } from 'node:crypto';
import type { LinkSide } from '@panah/domain/vocabulary/family';
import { consentPlace } from '../../apps/api/src/consents/consent.entity';
import { Jobs } from '../../apps/api/src/platform/jobs/jobs';
import { Sealer } from '../../apps/api/src/platform/sealing/sealer';
import { onTeam, type PaperFile } from './file-on-paper';
import type { Answer, House, OfficePlace, Person } from './house';
import { admitted } from './known-client';
import { done } from './referral-desk';
import { releaseHour } from './release-hour';

/** Two people whose link its officers work on, both of whom said yes: laid by SQL, for stories about what goes to and fro. */
export interface Carried {
  house: House;
  where: OfficePlace;
  link: string;
  wish: string;
  client: string;
  relative: string;
  /** By side and purpose. */
  yes: Record<LinkSide, Record<string, string>>;
}

const SIDES: readonly LinkSide[] = ['CLIENT', 'RELATIVE'];

export interface MessageDesk {
  house: House;
  worker: Person;
  /** For the client, and neutral; both of this link. */
  officer: Person;
  mediator: Person;
  /** Does family links in the office, on no link of the story. */
  colleague: Person;
  another: Person;
  coordinator: Person;
  file: PaperFile;
}

/** Whose link it is, and on whose file. */
export type Carriers = Pick<MessageDesk, 'house' | 'officer' | 'mediator'> & {
  file: Pick<PaperFile, 'caseId' | 'clientId'>;
  where?: OfficePlace;
};

export async function messageDesk(house: House): Promise<MessageDesk> {
  const [worker, coordinator] = [await house.as('CASEWORKER'), await house.as('COORDINATOR')];
  const [officer, mediator, colleague, another] = await Promise.all([1, 2, 3, 4].map(() => house.as('FAMILY_LINKS')));
  const file = await admitted(house, worker);
  await onTeam(house, file, officer);
  return { house, worker, coordinator, officer, mediator, colleague, another, file };
}

export interface Carrying {
  state?: string;
  /** What each side said, purpose by purpose; nothing left out stands. */
  said?: Partial<Record<LinkSide, Record<string, string[]>>>;
  names?: string[];
}

const UNKNOWN = {
  sex: null,
  birth: null,
  fatherName: null,
  motherName: null,
  birthPlace: null,
  lastKnownPlace: null,
  lastKnownOn: null,
  separation: null,
  circumstances: null,
};
const YES: Readonly<Record<string, string[]>> = {
  C08_TRACING: ['RED_CROSS'],
  C09_DISCLOSE_REL: ['ALIVE_ONLY', 'ONE_MESSAGE', 'MEDIATED'],
  C10_MESSAGES: ['ONE_MESSAGE', 'MEDIATED'],
};
const OF_RELATIVES: Readonly<Record<string, string[]>> = { ...YES, C22_RELATIVE_DATA: ['RELATIVE_DATA'] };

export async function carried(
  { house, officer, mediator, file, where = house.offices.north }: Carriers,
  { state = 'MEDIATED', said = {}, names = ['Mina Rahimi'] }: Carrying = {},
): Promise<Carried> {
  const [wish, link, relative] = [randomUUID(), randomUUID(), randomUUID()];
  const { orgId, id: office } = where;
  const sealer = house.app.get(Sealer);
  const hex = (bytes: Buffer): string => `'\\x${bytes.toString('hex')}'`;
  const family = (table: string, rowId: string) => ({
    table,
    rowId,
    subjectId: table === 'family_wish' ? file.clientId : rowId,
    compartment: 'family' as const,
    sealVersion: 1,
  });
  const wished = await sealer.seal(family('family_wish', wish), {
    relative: { ...UNKNOWN, names, relation: 'MOTHER' },
    wish: 'To hear of her',
  });
  const known = await sealer.seal(family('related_person', relative), { ...UNKNOWN, names, relation: 'MOTHER', contactPoints: [] });
  const of = (...values: string[]): string => values.map((value) => `'${value}'`).join(', ');
  const at: Carried = { house, where, link, wish, client: file.clientId, relative, yes: { CLIENT: {}, RELATIVE: {} } };
  const yeses: string[] = [];
  for (const side of SIDES)
    for (const [purpose, scope] of Object.entries(said[side] ?? (side === 'CLIENT' ? YES : OF_RELATIVES)))
      yeses.push(await yesText(at, side, purpose, scope, officer));
  await house.sql(`set session_replication_role = replica;
    insert into family_wish (id, org_id, office_id, client_id, case_id, face, begun_on, answer_on, noted_by, sealed)
      select ${of(wish, orgId, office, file.clientId, file.caseId)}, 'IN_PROGRESS', d, d + 91 + ((8 - extract(dow from d + 91)::int) % 7), '${officer.id}', ${hex(wished)} from (select current_date as d) t;
    insert into related_person (id, org_id, office_id, context, legal_basis, sealed) values (${of(relative, orgId, office)}, 'OTHER_STATE', 'CONSENT', ${hex(known)});
    insert into family_link (id, org_id, office_id, client_id, wish_id, related_person_id, state, verification, mediator_id, to_client, to_relative)
      values (${of(link, orgId, office, file.clientId, wish, relative, state)}, 'V2', '${mediator.id}', ${state === 'DIRECT' ? '1, 1' : '0, 0'});
    insert into family_link_officer (id, org_id, office_id, link_id, staff_id, side, set_by)
      values (gen_random_uuid(), ${of(orgId, office, link, officer.id)}, 'CLIENT', '${officer.id}'), (gen_random_uuid(), ${of(orgId, office, link, mediator.id)}, 'MEDIATOR', '${officer.id}');
    insert into family_hearing (id, org_id, office_id, link_id, side, held_on, spoken_directly, alone, duress, by_id)
      values (gen_random_uuid(), ${of(orgId, office, link)}, 'RELATIVE', current_date, true, true, 'PASSED', '${officer.id}');
    ${yeses.join('')}`);
  return at;
}

/** One side says yes, now. */
export const saysYes = async (at: Carried, side: LinkSide, purpose: string, scope: readonly string[], by: Person): Promise<unknown> =>
  at.house.sql(await yesText(at, side, purpose, scope, by));

async function yesText(at: Carried, side: LinkSide, purpose: string, scope: readonly string[], by: Person): Promise<string> {
  const id = randomUUID();
  at.yes[side][purpose] = id;
  const { orgId, id: office } = at.where;
  const subject = side === 'CLIENT' ? `'${at.client}', null` : `null, '${at.relative}'`;
  const asked = {
    language: 'fa',
    explainedBy: by.id,
    recipients: [{ id: side === 'CLIENT' ? at.wish : at.link, kind: 'RELATIVE', name: 'Mina' }],
    withheld: [],
    interpreter: null,
  };
  const sealed = await at.house.app
    .get(Sealer)
    .seal(side === 'CLIENT' ? consentPlace(id, at.client) : { ...consentPlace(id, at.relative), compartment: 'family' as const }, asked);
  const event = (action: string, state: string, given: string): string =>
    `insert into consent_event (id, org_id, office_id, client_id, related_person_id, consent_id, purpose, action, state, given_at, expires_at, by_id)
       values (gen_random_uuid(), '${orgId}', '${office}', ${subject}, '${id}', '${purpose}', '${action}', '${state}', ${given}, '${by.id}');`;
  return `insert into consent (id, org_id, office_id, client_id, related_person_id, purpose, scope, recipients, recorded_by, sealed)
      values ('${id}', '${orgId}', '${office}', ${subject}, '${purpose}', '{${scope.join(',')}}', '{${side === 'CLIENT' ? at.wish : at.link}}', '${by.id}', '\\x${sealed.toString('hex')}');
    ${event('offer', 'OFFERED', 'null, null')} ${event('give', 'ACTIVE', `clock_timestamp(), clock_timestamp() + interval '6 months'`)}`;
}

/** In one statement, as any withdrawal is written. */
export const takesBack = (at: Carried, side: LinkSide, purpose = 'C10_MESSAGES'): Promise<unknown> =>
  at.house.sql(
    `insert into consent_event (id, org_id, office_id, client_id, related_person_id, consent_id, action, state)
       select gen_random_uuid(), org_id, office_id, client_id, related_person_id, id, 'withdraw', 'WITHDRAWN' from consent where id = $1`,
    [at.yes[side][purpose]],
  );

export const stateOf = async ({ house, link }: Carried): Promise<string> =>
  (await house.sql<{ state: string }>('select state from family_link where id = $1', [link]))[0]?.state ?? '';

export const messageState = async (house: House, id: string): Promise<string> =>
  (await house.sql<{ state: string }>('select state from family_message where id = $1', [id]))[0]?.state ?? '';

export const WORDS = 'Dear sister, I think of you when I cook. The children ask what you were like. I hope that your heart is light.';

/** Written by an officer of the link. */
export const writes = async (by: Person, { link }: Carried, more: object = {}): Promise<Answer['body']> =>
  done(
    await by.post(`/api/family-links/${link}/messages`, {
      direction: 'TO_RELATIVE',
      language: 'fa',
      how: 'DICTATED',
      body: WORDS,
      ...more,
    }),
  );

export const steps = (by: Person, id: string, path: string, body: object = {}): Promise<Answer> =>
  by.post(`/api/family-messages/${id}/${path}`, body);

/** Every key that is highlighted for the reader. */
export const keysOf = ({ leaks, translationLeaks }: { leaks: { key: string }[]; translationLeaks: { key: string }[] }): string[] =>
  [...leaks, ...translationLeaks].map(({ key }) => key);

/** Written by one, looked over and let go by the other. */
export async function letGo({ officer, mediator }: MessageDesk, at: Carried, more: object = {}): Promise<string> {
  const { id } = await writes(officer, at, more);
  done(await steps(officer, id, 'submission'));
  const read = done(await steps(mediator, id, 'review'));
  done(await steps(mediator, id, 'approval', { seen: keysOf(read) }));
  return id;
}

export const releases = (house: House, now = releaseHour()): Promise<void> => house.app.get(Jobs).runNow('release-messages', { now });
