import { allow, begun, type FamilyDesk, relativeAllows, seen, type Sought, step } from './family-world';
import type { Answer, House, Person } from './house';
import { done } from './referral-desk';

export const WAYS = ['OWN_RECORDS', 'RELATIVE_NETWORK', 'RED_CROSS'];
export const PLAN = { methods: WAYS, plan: 'Played: ask the aunt first.', context: 'OTHER_STATE' };
export const DAY = '2026-01-10';
export const LOCATED = {
  method: 'RED_CROSS',
  on: DAY,
  outcome: 'LOCATED',
  details: 'Played: found by the Red Cross.',
  externalRef: 'RC 77',
};
export const CARD = { level: 'V2', how: 'Played: both knew the name of the street dog.', context: 'OTHER_STATE' };
export const RISKS = {
  clientRisk: 'Played: none seen.',
  relativeRisk: 'Played: lives alone.',
  relativeLevel: 'LOW',
  channel: 'Played: her own telephone.',
  channelSafe: true,
};
export const FREE = { spokenDirectly: true, alone: true, duress: 'PASSED' };
/** Where the office is. */
export const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Tirane', dateStyle: 'short' }).format(Date.now());
export const approaching = (more: object = {}): object => ({
  side: 'RELATIVE',
  on: today(),
  ...FREE,
  noticeGiven: true,
  legalBasis: 'LEGITIMATE_INTERESTS',
  ...more,
});

/** Where a walk stops: the state in which the link is left. */
export type Stop =
  | 'TRACING'
  | 'LOCATED'
  | 'VERIFIED'
  | 'APPROACH_APPROVED'
  | 'AWAITING_RELATIVE'
  | 'BOTH_CONSENTED'
  | 'MEDIATED'
  | 'DIRECT'
  | 'REUNION_PLANNED'
  | 'REUNITED';

const take = async (by: Person, link: string, path: string, body: object = {}): Promise<Answer['body']> =>
  done(await step(by, link, path, body));

/** A link as its people bring it so far, everybody saying yes to everything. */
export async function walked(
  desk: FamilyDesk,
  stop: Stop,
  { context = 'OTHER_STATE', ladder = ['MEETING'] }: { context?: string; ladder?: string[] } = {},
): Promise<Sought> {
  const sought = await begun(desk, { ways: WAYS, ladder });
  const { officer, link } = sought;
  const steps: [Stop, () => Promise<unknown>][] = [
    ['TRACING', () => take(officer, link, 'tracing', { ...PLAN, context, riskNote: 'Played: asked about at work.' })],
    ['LOCATED', () => found(sought, { context })],
    ['VERIFIED', () => verified(sought, context)],
    ['APPROACH_APPROVED', () => approved(sought)],
    ['AWAITING_RELATIVE', () => take(officer, link, 'approach', approaching())],
    ['BOTH_CONSENTED', () => agreed(sought)],
    ['MEDIATED', () => mediated(sought)],
    ['DIRECT', () => direct(sought)],
    ['REUNION_PLANNED', () => planned(sought)],
    ['REUNITED', () => take(officer, link, 'reunion', { on: today() })],
  ];
  for (const [state, act] of steps) {
    await act();
    if (state === stop) break;
  }
  return sought;
}

export async function found({ officer, link }: Sought, more: object = {}): Promise<Answer['body']> {
  const { tracing } = await take(officer, link, 'tracing-steps', LOCATED);
  const contactPoints = [{ kind: 'PHONE_CALL', value: '+44 20 7946 0011', rule: 'Played: evenings.' }];
  return take(officer, link, 'finding', {
    tracingStepId: tracing.at(-1).id,
    context: 'OTHER_STATE',
    contactPoints,
    country: 'GB',
    ...more,
  });
}

/** The sister is found: the link names her, and stands where somebody who was found stands. Returns her id. */
export async function foundSister({ house, officer, link }: Pick<Sought, 'house' | 'officer' | 'link'>): Promise<string> {
  await take(officer, link, 'tracing', { ...PLAN, methods: ['RELATIVE_NETWORK'] });
  const { tracing } = await take(officer, link, 'tracing-steps', { ...LOCATED, method: 'RELATIVE_NETWORK' });
  const contactPoints = [{ kind: 'PHONE_CALL', value: '+44 20 7946 0012', rule: 'In the evening.' }];
  await take(officer, link, 'finding', { tracingStepId: tracing.at(-1).id, context: 'DIASPORA_FREE', contactPoints, country: 'DE' });
  return relativeOf(house, link);
}

/** Who the other of a link is: asked of the database, for no route names their id. */
export async function relativeOf(house: House, link: string): Promise<string> {
  const [row] = await house.sql<{ id: string | null }>('select related_person_id as id from family_link where id = $1', [link]);
  if (!row?.id) throw new Error('Nobody is found yet.');
  return row.id;
}

/** How one side was heard: alone and freely unless said otherwise. */
export const heard = ({ officer, link }: Pick<Sought, 'officer' | 'link'>, how: object = {}, side = 'RELATIVE'): Promise<Answer['body']> =>
  take(officer, link, 'hearings', { side, on: today(), ...FREE, ...how });

async function verified({ house, officer, link }: Sought, context: string): Promise<void> {
  await take(officer, link, 'verifications', { ...CARD, context });
  if (['IN_GROUP', 'HOME_STATE'].includes(context)) await take(await worksOn(house, link), link, 'verifications', { ...CARD, context });
  await take(officer, link, 'verified');
}

export async function approved({ officer, coordinator, link }: Sought): Promise<void> {
  await take(officer, link, 'approach-assessment', RISKS);
  done(await decides(coordinator, officer, link, 'approach-approval'));
}

/** A coordinator decides by the version that stands now. */
export async function decides(coordinator: Person, officer: Person, link: string, path: string, body: object = {}): Promise<Answer> {
  const { version } = await seen(officer, link);
  return coordinator.post(`/api/family-approvals/${link}/${path}`, body, { version });
}

async function agreed(sought: Sought): Promise<void> {
  await relativeSays(sought, 'C22_RELATIVE_DATA', ['RELATIVE_DATA']);
  await relativeSays(sought, 'C09_DISCLOSE_REL', ['MEETING']);
  await take(sought.officer, sought.link, 'agreement');
}

export async function mediated(sought: Sought): Promise<void> {
  const { worker, officer, link, wish } = sought;
  done(await allow(worker, wish, 'C10_MESSAGES', ['ONE_MESSAGE', 'MEDIATED']));
  await relativeSays(sought, 'C10_MESSAGES', ['ONE_MESSAGE', 'MEDIATED']);
  done(
    await worker.post(
      `/api/family-wishes/${wish}/warning`,
      { language: 'fa', confirmed: true },
      { version: (await worker.get(`/api/family-wishes/${wish}`)).body.version },
    ),
  );
  await take(officer, link, 'mediation', { mediatorId: officer.id, preparedOn: today() });
}

export async function direct(sought: Sought, scope: string[] = ['CALL', 'MEETING']): Promise<void> {
  const { worker, officer, link, wish, house } = sought;
  done(await allow(worker, wish, 'C11_DIRECT', scope));
  await relativeSays(sought, 'C11_DIRECT', scope);
  await delivered(house, link);
  await take(officer, link, 'direct-contact');
}

async function planned({ house, officer, link }: Sought): Promise<void> {
  const lawyer = await house.as('LEGAL');
  await take(officer, link, 'reunion-plan', { safetyPlan: 'Played: a café with two doors.', route: 'VISIT', legalCheckedBy: lawyer.id });
  await cooled(house, link);
}

/** A message reached each of them. */
export const delivered = (house: House, link: string): Promise<unknown> =>
  house.sql('update family_link set to_client = 1, to_relative = 1, version = version + 1 where id = $1', [link]);

/** The 72 hours are over. */
export const cooled = (house: House, link: string): Promise<unknown> =>
  house.sql(`update family_link set cooling_until = now() - interval '1 hour', version = version + 1 where id = $1`, [link]);

/** A colleague who works on this link too, neutral. */
export async function worksOn(house: House, link: string, colleague?: Person): Promise<Person> {
  const other = colleague ?? (await house.as('FAMILY_LINKS'));
  const asked = `insert into family_link_officer (id, org_id, office_id, link_id, staff_id, side, set_by) select gen_random_uuid(), org_id, office_id, id, $2, 'MEDIATOR', $2 from family_link where id = $1`;
  await house.sql(asked, [link, other.id]);
  return other;
}

/** What the relative says, as their officer records it. Returns the consent's id. */
export async function relativeSays(sought: Sought, purpose: string, scope: string[]): Promise<string> {
  done(await relativeAllows(sought, purpose, scope));
  const { relative } = await seen(sought.officer, sought.link);
  return relative.consents.find((each: { purpose: string }) => each.purpose === purpose).id;
}

/** The relative takes a word back. */
export const takesBack = async ({ officer, link }: Sought, consent: string): Promise<unknown> =>
  done(await officer.post(`/api/family-links/${link}/relative-consents/${consent}/withdrawal`, { how: 'PHONE' }));
