import { consentFor, done, match, offer, SCOPE, wanted } from './housing-desk';
import { aProvider, ask, aUnit, day } from './housing-desk';
import { onTeam } from './file-on-paper';
import type { House, OfficePlace, Person } from './house';
import type { Ids, RouteFixture } from './route-fixtures';

type Cast = Record<'worker' | 'coordinator' | 'officer', Person>;

/** A safe house, a request that was offered a room there, and a pair who are kept apart, for the stories about walls. */
export async function layHousing(
  house: House,
  north: OfficePlace,
  { case: caseId, client: clientId }: Pick<Ids, 'case' | 'client'>,
  { worker, coordinator, officer }: Cast,
): Promise<Ids['housing']> {
  await onTeam(house, { caseId, clientId }, officer, north);
  // what the demonstration laid there is not what these stories look at
  await house.sql('delete from housing_offer where case_id = $1', [caseId]);
  await house.sql('delete from placement where case_id = $1', [caseId]);
  const name = 'House behind the lantern';
  const provider = await aProvider(officer, { type: 'SAFE_HOUSE', safeHouse: true, name });
  const unit = await aUnit(officer, provider.id, { capacity: 50 });
  const country = await house.sql<{ country: string }>('select country_of_stay as country from client where id = $1', [clientId]);
  await house.sql('update housing_unit set country = $2 where id = $1', [unit.id, country[0]?.country]);
  const { id: placement } = await ask(worker, caseId);
  await consentFor(worker, caseId, { name });
  done(await match(officer, placement, unit.id));
  done(await offer(officer, placement));
  const [other] = await house.sql<{ ref: string }>(
    `select case_ref as ref from case_file where primary_worker_id = $1 and id <> $2 and state <> 'CLOSED' limit 1`,
    [worker.id, caseId],
  );
  const pair = done(await worker.post(`/api/cases/${caseId}/keep-apart`, { caseRef: other?.ref, kind: 'DISPUTE' }));
  // as every other record of these stories: made by the coordinator's office, changed by nobody
  if (!coordinator.id) throw new Error('There is no coordinator.');
  return { provider: provider.id, unit: unit.id, placement, pair: pair.id, otherRef: other?.ref ?? '' };
}

/** For each route of housing that names a record: whose it is, and a body that passes validation. */
export function housingFixtures(ids: Ids): Record<string, RouteFixture> {
  const { placement, unit, pair, provider } = ids.housing;
  const of = (body?: object, twin: RouteFixture['twin'] = 'officer'): RouteFixture => ({
    about: 'client',
    twin,
    ...(body ? { body } : {}),
  });
  const bed = (body?: object, twin: RouteFixture['twin'] = 'officer'): RouteFixture => ({ about: 'beds', twin, ...(body ? { body } : {}) });
  const alone = `delete from placement where case_id = (select case_id from placement where id = '${placement}') and id <> '${placement}'`;
  const nothing = `unit_id = null, reserved_from = null, held_until = null, moved_in_on = null, moved_out_on = null, move_out_reason = null, destination = null, end_reason = null, planned_end_on = null`;
  const requested = [alone, `update placement set state = 'REQUESTED', ${nothing} where id = '${placement}'`];
  const at = (state: string, more: string): string[] => [
    ...requested,
    `update housing_unit set status = 'AVAILABLE' where id = '${unit}'`,
    `update placement set state = '${state}', unit_id = '${unit}', reserved_from = current_date - 1, ${more} where id = '${placement}'`,
  ];
  const held = `held_until = now() + interval '1 day'`;
  const offered = [
    ...at('OFFERED', held),
    `update housing_offer set state = 'OFFERED', ended_at = null, decline_reason = null, expires_at = now() + interval '1 day'
      where id = (select id from housing_offer where placement_id = '${placement}' order by offered_at limit 1)`,
  ];
  const living = at('IN_RESIDENCE', 'moved_in_on = current_date - 1');
  const from = (given: string[], fixture: RouteFixture): RouteFixture => ({ ...fixture, given });
  const unitIs = (status: string): string[] => [
    `update housing_unit set status = '${status}', compromised_by = '${ids.colleague}' where id = '${unit}'`,
  ];
  const why = { reason: 'Words that say why' };
  const press = { reason: 'VISIT' };
  const providerBody = { type: 'SAFE_HOUSE', country: 'AL', safeHouse: true, name: 'House behind the lantern' };
  const unitBody = { ...unitWords, providerId: provider };
  const danger = `update case_file set risk_level = 'HIGH' where id = '${ids.case}'`;
  const stay = { movedOutOn: day(), destination: 'SHELTER' };
  return {
    'GET /api/housing/providers/:id': bed(),
    'PUT /api/housing/providers/:id': bed(providerBody),
    'POST /api/housing/providers/:id/reveal': bed(press),
    'GET /api/housing/units/:id': bed(),
    'PUT /api/housing/units/:id': bed(unitBody),
    'POST /api/housing/units/:id/reveal': bed(press),
    'POST /api/housing/units/:id/closing': from(unitIs('AVAILABLE'), bed(why)),
    'POST /api/housing/units/:id/opening': from(unitIs('MAINTENANCE'), bed()),
    'POST /api/housing/units/:id/compromise': from(unitIs('AVAILABLE'), bed(why)),
    'POST /api/housing/units/:id/clearance': from(unitIs('COMPROMISED'), bed(why, 'coordinator')),
    'POST /api/housing/units/:id/retirement': from([...requested, ...unitIs('AVAILABLE')], bed(why)),
    'GET /api/cases/:id/housing': of(),
    'POST /api/cases/:id/housing/requests': from(
      [...requested, `update placement set state = 'CANCELLED', end_reason = 'OTHER' where id = '${placement}'`],
      of(wanted()),
    ),
    'POST /api/cases/:id/keep-apart': from(
      [`update keep_apart set lifted_at = now(), lifted_by = set_by where id = '${pair}'`],
      of({ caseRef: ids.housing.otherRef, kind: 'DISPUTE' }, 'worker'),
    ),
    'GET /api/keep-apart/:id': of(undefined, 'worker'),
    'POST /api/keep-apart/:id/lifting': from(
      [
        `update keep_apart set lifted_at = now(), lifted_by = set_by where id <> '${pair}' and lifted_at is null`,
        `update keep_apart set lifted_at = null, lifted_by = null where id = '${pair}'`,
      ],
      of({}, 'coordinator'),
    ),
    'GET /api/placements/:id': of(),
    'PUT /api/placements/:id': from(requested, of(wanted({ constraints: ['NOT_IN_CITY'], avoidCities: ['Vlora'], wishes: 'Quiet' }))),
    'GET /api/placements/:id/units': of(),
    'POST /api/placements/:id/address': of(press),
    'POST /api/placements/:id/position': from(requested, of(why)),
    'POST /api/placements/:id/match': from(
      [...requested, ...unitIs('AVAILABLE')],
      of({ unitId: unit, from: day(), locationChecked: true }),
    ),
    'POST /api/placements/:id/release': from(at('MATCHED', held), of({ reason: 'UNSUITABLE' })),
    'POST /api/placements/:id/offer': from(at('MATCHED', held), of({ scope: SCOPE })),
    'POST /api/placements/:id/acceptance': from(offered, of({ agreed: true, rulesLanguage: 'fa' })),
    'POST /api/placements/:id/decline': from(offered, of({ reason: 'TOO_FAR' })),
    'POST /api/placements/:id/emergency': from(
      [...requested, danger, ...unitIs('AVAILABLE')],
      of({ unitId: unit, movedInOn: day(), locationChecked: true, scope: SCOPE }),
    ),
    'POST /api/placements/:id/arrival': from(
      at('RESERVED', 'held_until = null'),
      of({ movedInOn: day(), inventoryDone: true, keysGiven: true }),
    ),
    'POST /api/placements/:id/cancellation': from(requested, of({ reason: 'NOT_NEEDED' })),
    'POST /api/placements/:id/notice': from(living, of({ plannedEndOn: day(40), nextPlan: 'A room of their own' })),
    'POST /api/placements/:id/notice-withdrawal': from(
      at('NOTICE', 'moved_in_on = current_date - 1, planned_end_on = current_date + 40'),
      of({}),
    ),
    'POST /api/placements/:id/next-plan': from(living, of({ nextPlan: 'A room of their own' })),
    'POST /api/placements/:id/departure': from(living, of({ ...stay, reason: 'PLANNED_MOVE' })),
    'POST /api/placements/:id/relocation': from(living, of({ ...stay, what: 'Somebody stood at the door' })),
  };
}

const unitWords = {
  kind: 'ROOM',
  capacity: 50,
  rule: 'MIXED',
  accessibility: [],
  opensOn: '2020-01-01',
  knownToGroup: false,
};

/** Routes of housing that make a record and name none. */
export const housingOpenings = (ids: Ids): Record<string, RouteFixture> => ({
  'POST /api/housing/providers': { about: 'beds', twin: 'officer', body: { type: 'HOTEL', country: 'AL', safeHouse: false, name: 'Inn' } },
  'POST /api/housing/units': {
    about: 'beds',
    twin: 'officer',
    body: { ...unitWords, providerId: ids.housing.provider, city: 'Durres', address: '7 Lantern Lane' },
  },
});
