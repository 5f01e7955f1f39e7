import { asking, enter, named, nightFalls } from './enquiry-desk';
import { allow, linkOf, note, SISTER } from './family-world';
import type { House, OfficePlace, Person } from './house';
import { done } from './referral-desk';
import type { Ids, RouteFixture } from './route-fixtures';

/** Proposals for the file's client, one for each route that decides on one, and enquiries that froze each other. */
export type EnquiryIds = Record<'match' | 'toConfirm' | 'toRefuse' | 'freeze', string>;

const NAME = 'Kambod Shirazgard';
const MISSED = [SISTER.names, ['Nasrin Rahimi'], ['Simin Rahimi']];

/** By the real routes: the client misses three sisters, and one of them asks; a telephone asks three times for somebody else. */
export async function layFamilyEnquiries(
  house: House,
  { orgId, id: officeId }: OfficePlace,
  { client, case: caseId }: Pick<Ids, 'client' | 'case'>,
  { worker, hears }: Record<'worker' | 'hears', Person>,
): Promise<EnquiryIds> {
  const desk = { worker, file: { caseId, clientId: client, caseRef: '', name: NAME } };
  await named(desk, NAME);
  const links: string[] = [];
  for (const names of MISSED) {
    const { id } = await note(desk, { relative: { ...SISTER, names } });
    done(await allow(worker, id, 'C08_TRACING', ['OWN_RECORDS']));
    done(await allow(worker, id, 'C09_DISCLOSE_REL', ['MEDIATED']));
    done(await worker.post(`/api/family-wishes/${id}/beginning`));
    links.push(await linkOf(house, id));
  }
  for (const _ of [1, 2, 3]) done(await enter(hears, asking('Nobody Whomweknow', { asking: { phone: '+355 69 1110001' } })));
  done(await enter(hears, asking(NAME)));
  await nightFalls(house);
  const proposed = await house.sql<{ id: string; link: string }>('select id, link_id as link from family_match where client_id = $1', [
    client,
  ]);
  const [match = '', toConfirm = '', toRefuse = ''] = links.map((link) => proposed.find((row) => row.link === link)?.id);
  const [frozen] = await house.sql<{ id: string }>('select id from family_freeze where org_id = $1 and office_id = $2', [orgId, officeId]);
  return { match, toConfirm, toRefuse, freeze: frozen?.id ?? '' };
}

const deciding: RouteFixture = { about: 'matches', twin: 'linker', body: {} };

export const enquiryFixtures: Record<string, RouteFixture> = {
  'GET /api/family-matches/:id': { about: 'matches', twin: 'linker' },
  'POST /api/family-matches/:id/confirmation': deciding,
  'POST /api/family-matches/:id/refusal': deciding,
  'POST /api/family-freezes/:id/decision': { about: 'freezes', twin: 'coordinator', body: { decision: 'RELEASE', reason: 'One family' } },
};

export const enquiryOpenings: Record<string, RouteFixture> = {
  'POST /api/family-enquiries': {
    about: 'matches',
    twin: 'worker',
    body: asking('Somebody Whomtheyseek', { asking: { email: 'somebody@example.org' } }),
  },
};

export function matchIdOf(path: string, { match, toConfirm, toRefuse }: EnquiryIds): string {
  if (path.endsWith('/confirmation')) return toConfirm;
  return path.endsWith('/refusal') ? toRefuse : match;
}
