import { SAID_YES } from './consent-desk';
import { foundSister, heard } from './family-walk';
import { allow, note, relativeAllows, seen, begun, SISTER, step, WISH } from './family-world';
import { onTeam } from './file-on-paper';
import { admitted } from './known-client';
import type { House, OfficePlace, Person } from './house';
import { layLinkSteps, type LinkStepIds, linkStepFixtures } from './link-step-fixtures';
import type { Ids, RouteFixture } from './route-fixtures';

type Cast = Record<'worker' | 'coordinator' | 'linker' | 'mediator' | 'lawyer', Person>;

/** A wish that was begun, with both sides' words on the link behind it; one that is only noted, and one that may be begun; a second link of the same officers. */
export type FamilyIds = Record<
  | 'wish'
  | 'noted'
  | 'ready'
  | 'consent'
  | 'link'
  | 'otherLink'
  | 'otherWish'
  | 'renewal'
  | 'relativeConsent'
  | 'relative'
  | 'linker'
  | 'mediator'
  | 'second',
  string
> & { steps: LinkStepIds; lawyer: string };

export async function layFamily(
  house: House,
  where: OfficePlace,
  { case: caseId, client: clientId }: Pick<Ids, 'case' | 'client'>,
  { worker, coordinator, linker, mediator, lawyer }: Cast,
): Promise<FamilyIds> {
  await onTeam(house, { caseId, clientId }, linker, where);
  const desk = { house, coordinator, worker, officer: linker, file: { caseId, clientId, caseRef: '', name: '' } };
  const sought = await begun(desk);
  const relative = await foundSister(sought);
  await heard(sought);
  for (const [purpose, scope] of [
    ['C22_RELATIVE_DATA', ['RELATIVE_DATA']],
    ['C09_DISCLOSE_REL', ['MEDIATED']],
  ] as const)
    await relativeAllows(sought, purpose, [...scope]);
  const other = await begun(desk);
  // said again: a coordinator looks at it
  await allow(desk.worker, other.wish, 'C08_TRACING');
  const [renewal] = await house.sql<{ id: string }>('select id from family_renewal where link_id = $1', [other.link]);
  const [noted, ready] = [await note(desk), await note(desk)];
  for (const purpose of ['C08_TRACING', 'C09_DISCLOSE_REL']) await allow(worker, ready.id, purpose);
  const both = await seen(linker, sought.link);
  // whoever mediates stands on no team: what they see of the client they see by the link alone
  await step(linker, sought.link, 'officers', { staffId: mediator.id, side: 'MEDIATOR' });
  const steps = await layLinkSteps(house, desk);
  // a client of a colleague's, whom the officer works with too: a relative may turn out to be them
  const second = await admitted(house, await house.as('CASEWORKER', where), {}, where);
  for (const member of [linker, await house.as('FAMILY_LINKS', where)]) await onTeam(house, second, member, where);
  // another parent of the same officers is asked for children in the version that a probe sends
  await house.sql('update family_link set version = 1 where id = $1', [other.link]);
  return {
    steps,
    lawyer: lawyer.id,
    wish: sought.wish,
    noted: noted.id,
    ready: ready.id,
    consent: both.client.consents[0].id,
    link: sought.link,
    otherLink: other.link,
    otherWish: other.wish,
    renewal: renewal?.id ?? '',
    relativeConsent: both.relative.consents[0].id,
    relative,
    second: second.caseRef,
    linker: linker.id,
    mediator: mediator.id,
  };
}

/** For each route of wishes and links that names one of them. */
export function familyFixtures(ids: Ids): Record<string, RouteFixture> {
  const { family } = ids;
  const client = (body?: object): RouteFixture => ({ about: 'client', twin: 'worker', ...(body ? { body } : {}) });
  const link = (body?: object, twin: RouteFixture['twin'] = 'linker'): RouteFixture => ({ about: 'link', twin, ...(body ? { body } : {}) });
  const yes = { ...SAID_YES, purpose: 'C10_MESSAGES', scope: ['MEDIATED'] };
  return {
    'GET /api/cases/:id/family-wishes': client(),
    'POST /api/cases/:id/family-wishes': client(WISH),
    'GET /api/family-wishes/:id': client(),
    'PATCH /api/family-wishes/:id': client({ relative: { ...SISTER, names: ['Somebody'] }, wish: 'To hear from her.' }),
    'POST /api/family-wishes/:id/warning': client({ language: 'fa', confirmed: true }),
    'POST /api/family-wishes/:id/consents': client(yes),
    'POST /api/family-wishes/:id/consents/:consentId/withdrawal': client({ how: 'PHONE' }),
    'POST /api/family-wishes/:id/beginning': client({}),
    'POST /api/family-wishes/:id/end': client({ how: 'PHONE' }),
    'GET /api/family-links/:id': link(),
    'GET /api/family-links/:id/officers': link(),
    'POST /api/family-links/:id/officers': link({ staffId: family.mediator, side: 'MEDIATOR' }),
    'POST /api/family-links/:id/relative-consents': link(yes),
    'POST /api/family-links/:id/relative-consents/:consentId/withdrawal': link({ how: 'PHONE' }),
    ...linkStepFixtures(ids),
  };
}

/** Which wish a path is about: each step needs one that it is open to. */
export const wishIdOf = (path: string, { wish, noted, ready }: FamilyIds): string => {
  if (path.endsWith('/beginning')) return ready;
  return path.includes('/consents') || path.endsWith('/end') ? wish : noted;
};
