import { approaching, CARD, DAY, FREE, foundSister, heard, LOCATED, PLAN, RISKS, today, WAYS } from './family-walk';
import { allow, begun, type FamilyDesk, relativeAllows, seen, type Sought, step } from './family-world';
import type { House } from './house';
import { done } from './referral-desk';
import type { Ids, RouteFixture } from './route-fixtures';

/** A link on which every step can be taken: both said yes to everything, somebody was found, two contacts are noted, the way through the authorities has begun. */
export type LinkStepIds = Record<'link' | 'wish' | 'relative' | 'located' | 'deceased' | 'past' | 'coming' | 'route', string>;

const HOUR = 3_600_000;
const EVERYTHING = {
  C09_DISCLOSE_REL: ['MEETING'],
  C10_MESSAGES: ['ONE_MESSAGE', 'MEDIATED'],
  C11_DIRECT: ['CALL', 'MEETING'],
};

export async function layLinkSteps(house: House, desk: FamilyDesk): Promise<LinkStepIds> {
  const sought: Sought = await begun(desk, { ways: WAYS, ladder: ['MEETING'] });
  const { officer, worker, link, wish } = sought;
  const relative = await foundSister(sought);
  await heard(sought);
  done(await relativeAllows(sought, 'C22_RELATIVE_DATA', ['RELATIVE_DATA']));
  for (const [purpose, scope] of Object.entries(EVERYTHING)) {
    done(await relativeAllows(sought, purpose, scope));
    done(await allow(worker, wish, purpose, scope));
  }
  const ids = { link, wish, relative };
  const take = async (state: string, path: string, body: object) => {
    await house.sql(standing(ids, state));
    return done(await step(officer, link, path, body));
  };
  const traced = { ...LOCATED, method: 'RELATIVE_NETWORK' };
  await take('TRACING', 'tracing-steps', { ...traced, outcome: 'DECEASED_CONFIRMED' });
  await take('TRACING', 'tracing-steps', traced);
  await take('LOCATED', 'verifications', CARD);
  await take('MEDIATED', 'tellings', { to: 'RELATIVE', what: 'ALIVE_ONLY', on: today() });
  const call = { step: 'SUPPORTED_CALL', supporter: 'Played: the officer', prepared: true };
  for (const hours of [-0.5, 300]) await take('DIRECT', 'contacts', { ...call, at: new Date(Date.now() + hours * HOUR).toISOString() });
  await take('DIRECT', 'route-steps', { kind: 'DOCUMENTS', country: 'AL', from: DAY });
  const { tracing, contacts, routeSteps } = await seen(officer, link);
  const of = (outcome: string): string => tracing.findLast((each: { outcome: string }) => each.outcome === outcome).id;
  return {
    ...ids,
    located: of('LOCATED'),
    deceased: of('DECEASED_CONFIRMED'),
    past: contacts[0].id,
    coming: contacts[1].id,
    route: routeSteps[0].id,
  };
}

/** SQL that puts the link where a step begins, past the drawing: the steps before it are not what is tried. */
function standing({ link, relative }: Pick<LinkStepIds, 'link' | 'relative'>, state: string, asked?: string): string {
  const ends = state === 'CLOSED' ? `outcome = 'NOT_FOUND', closed_at = now() - interval '9 years'` : 'outcome = null, closed_at = null';
  const waits = state === 'PAUSED' ? `state_before = 'LOCATED', pause_reason = 'OFFICER'` : 'state_before = null, pause_reason = null';
  const approved = ['APPROACH_APPROVED', 'AWAITING_RELATIVE'].includes(state)
    ? `approved_by = coalesce(approved_by, (select staff_id from staff_role where role = 'COORDINATOR' and office_id = family_link.office_id limit 1)), approved_at = now() - interval '1 day'`
    : 'approved_by = null, approved_at = null';
  const question = asked ?? 'asked = null, asked_by = null, asked_at = null, allowed_by = null, allowed_at = null';
  return `set session_replication_role = replica;
    update family_link set state = '${state}', ${ends}, ${waits}, verification = 'V2', related_person_id = '${relative}', relative_level = 'LOW',
      approach_by = (select staff_id from family_link_officer where link_id = '${link}' and side = 'CLIENT' limit 1), approach_at = now(), ${approved},
      approached_at = now(), to_client = 1, to_relative = 1, cooling_until = now() - interval '2 hours', ${question},
      version = 1 where id = '${link}';
    update family_wish set warned_at = now(), warned_by = noted_by where id = (select wish_id from family_link where id = '${link}');
    update related_person set context = 'OTHER_STATE', erase_after = null, also_client_id = null where id = '${relative}';
    update family_verification set void_at = null where link_id = '${link}';
    set session_replication_role = origin;`;
}

const QUESTION = `asked = 'resume', asked_by = (select staff_id from family_link_officer where link_id = family_link.id and side = 'CLIENT' limit 1), asked_at = now()`;
const ASKED = `${QUESTION}, allowed_by = null, allowed_at = null`;
const ALLOWED = `${QUESTION}, allowed_by = (select staff_id from staff_role where role = 'COORDINATOR' and office_id = family_link.office_id limit 1), allowed_at = now()`;

/** For each route of a step, an approval or the way through the authorities. */
export function linkStepFixtures(all: Ids): Record<string, RouteFixture> {
  const ids = all.family.steps;
  const own = { ids: { family: { ...all.family, link: ids.link } } };
  const link = (state: string, body: object = {}, question?: string): RouteFixture => ({
    ...own,
    about: 'link',
    twin: 'linker',
    body,
    given: [standing(ids, state, question)],
  });
  const asked = (state: string, body: object = {}, question?: string): RouteFixture => ({
    ...own,
    about: 'asked',
    twin: 'coordinator',
    body,
    given: [standing(ids, state, question)],
  });
  const plan = { who: 'the officer', where: 'here', support: 'her friend' };
  const contactPoints = [{ kind: 'PHONE_CALL', value: '+44 20 7946 0019', rule: 'In the evening.' }];
  const [reason, heardNow] = [{ reason: 'Played.' }, { side: 'RELATIVE', on: today(), ...FREE }];
  const steps: Record<string, RouteFixture> = {
    tracing: link('OPEN', { ...PLAN, methods: ['RELATIVE_NETWORK'], context: 'IN_GROUP', riskNote: 'Played: asked about.' }),
    'tracing-steps': link('TRACING', { ...LOCATED, method: 'RELATIVE_NETWORK' }),
    finding: link('TRACING', { tracingStepId: ids.located, context: 'OTHER_STATE', contactPoints, country: 'GB' }),
    death: link('TRACING', { tracingStepIds: [ids.deceased], independent: false, ...plan }),
    'death-news': link('FATE_KNOWN', { on: today(), clientWantsToKnow: true, supportPresent: true, inPerson: true }),
    'not-found': link('TRACING'),
    verifications: link('LOCATED', CARD),
    verified: link('LOCATED'),
    'approach-assessment': link('VERIFIED', RISKS),
    approach: link('APPROACH_APPROVED', approaching()),
    hearings: link('AWAITING_RELATIVE', heardNow),
    agreement: link('AWAITING_RELATIVE'),
    mediation: link('BOTH_CONSENTED', { mediatorId: all.family.mediator, preparedOn: DAY }),
    tellings: link('MEDIATED', { to: 'RELATIVE', what: 'ALIVE_ONLY', on: today() }),
    'direct-contact': link('MEDIATED'),
    contacts: link('DIRECT', { step: 'PREP_SESSION', at: new Date().toISOString(), supporter: 'the officer', prepared: true }),
    'contacts/:contactId/check-in': link('DIRECT', { side: 'CLIENT', effect: 'GOOD', note: 'She sang.' }),
    'contacts/:contactId/calling-off': link('DIRECT'),
    'reunion-plan': link('DIRECT', { safetyPlan: 'Two doors.', route: 'VISIT', legalCheckedBy: all.family.lawyer }),
    reunion: link('REUNION_PLANNED', { on: today() }),
    'follow-up': link('REUNITED'),
    closing: link('FOLLOW_UP', { outcome: 'REGULAR_CONTACT' }),
    pause: link('MEDIATED', reason),
    request: link('PAUSED', { what: 'resume', ...reason }),
    resumption: link('PAUSED', {}, ALLOWED),
    safeguards: link('LOCATED', { side: 'RELATIVE', guardian: 'her aunt', bestInterests: 'to be asked', childsView: 'wants it' }),
    'risk-review': link('MEDIATED', { clientRisk: 'none seen', relativeRisk: 'none seen', relativeLevel: 'LOW' }),
    'own-client': link('LOCATED', { caseRef: all.family.second }),
    'route-steps': link('MEDIATED', { kind: 'APPLICATION', country: 'AL', from: DAY }),
    'route-steps/:stepId/done': link('MEDIATED', { on: today() }),
    'no-reply': link('AWAITING_RELATIVE'),
    declining: link('AWAITING_RELATIVE', { neverAgain: false }),
    'false-match': link('LOCATED', reason),
  };
  return {
    ...Object.fromEntries(Object.entries(steps).map(([path, fixture]) => [`POST /api/family-links/:id/${path}`, fixture])),
    'GET /api/family-wishes/:id/route': {
      about: 'client',
      twin: 'lawyer',
      ids: { family: { ...all.family, noted: ids.wish } },
      given: [
        `set session_replication_role = replica; update family_wish set face = 'IN_CONTACT', in_contact_since = now() where id = '${ids.wish}'; set session_replication_role = origin`,
      ],
    },
    'POST /api/family-approvals/:id/approach-approval': asked('VERIFIED'),
    'POST /api/family-approvals/:id/allowance': asked('PAUSED', {}, ASKED),
    'POST /api/family-approvals/:id/unsafe': asked('VERIFIED', reason),
    'POST /api/family-approvals/:id/reopening': {
      about: 'asked',
      twin: 'coordinator',
      given: [
        `set session_replication_role = replica; update family_renewal set decided_by = null, decided_at = null, version = 1 where id = '${all.family.renewal}'; set session_replication_role = origin`,
      ],
    },
  };
}
