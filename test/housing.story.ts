import './support/patience';
import { Pool } from 'pg';
import { Jobs } from '../apps/api/src/platform/jobs/jobs';
import { withdraw } from './support/consent-desk';
import { onTeam } from './support/file-on-paper';
import { type House, openHouse, type Person } from './support/house';
import {
  accept,
  aProvider,
  aRequest,
  arrive,
  ask,
  aUnit,
  consentFor,
  day,
  done,
  type HousedFile,
  leave,
  match,
  nowhereTonight,
  offer,
  reserve,
  SCOPE,
  wanted,
} from './support/housing-desk';

let house: House;
let coordinator: Person;
let worker: Person;
let officer: Person;
let runtime: Pool;
beforeAll(async () => {
  house = await openHouse();
  [coordinator, worker, officer] = [await house.as('COORDINATOR'), await house.as('CASEWORKER'), await house.as('HOUSING')];
  runtime = new Pool({ connectionString: house.urls.app, max: 8 });
});
afterAll(async () => {
  await runtime.end();
  await house.close();
});

const request = (more: object = {}) => aRequest(house, coordinator, worker, officer, more);
const stateOf = async (placement: string): Promise<string> => done(await officer.get(`/api/placements/${placement}`)).state;
const tasksOf = (caseId: string, kind: string) =>
  house.sql<{ status: string; due: string; owner: string | null; office: boolean }>(
    'select status, due_on::text as due, owner_id as owner, for_coordinators as office from task where case_id = $1 and kind = $2 order by created_at',
    [caseId, kind],
  );
/** What the runtime login writes by hand, for the coordinator's office: the constraint by which it was refused, or null. */
async function bySql(text: string, values: unknown[]): Promise<string | null> {
  const client = await runtime.connect();
  try {
    await client.query(
      `begin; select set_config('app.org_id', '${house.offices.north.orgId}', true), set_config('app.coordinated_offices', '${house.offices.north.id}', true)`,
    );
    await client.query(text, values);
    await client.query('commit');
    return null;
  } catch (error) {
    await client.query('rollback');
    return (error as { constraint?: string; message: string }).constraint ?? (error as Error).message;
  } finally {
    client.release();
  }
}

describe('a place for somebody', () => {
  it('is asked for, found, offered, accepted, moved into, given notice of and moved on from, each by whoever does it', async () => {
    const provider = await aProvider(officer);
    const unit = await aUnit(officer, provider.id, { capacity: 2 });
    const file = await request();
    const found = done(await match(officer, file.placement, unit.id));
    expect(found).toMatchObject({
      state: 'MATCHED',
      where: { country: 'AL', city: 'Durres', number: unit.number },
      waiting: { of: expect.any(Number) },
    });
    expect((Date.parse(found.heldUntil) - Date.now()) / 3_600_000).toBeCloseTo(48, 0);
    expect((await match(worker, file.placement, unit.id)).status).toBe(403);

    const refused = await offer(officer, file.placement);
    expect([refused.status, refused.body.code]).toEqual([422, 'consent-missing']);
    await consentFor(worker, file.caseId, provider);
    const offered = done(await offer(officer, file.placement));
    expect((Date.parse(offered.offers[0].expiresAt) - Date.now()) / 3_600_000).toBeCloseTo(72, 0);
    expect((await accept(worker, file.placement, { agreed: false })).body.fields).toEqual({ agreed: ['missing'] });
    expect((await accept(worker, file.placement, { rulesLanguage: 'de' })).body.fields).toEqual({ rulesLanguage: ['not-spoken'] });
    expect(done(await accept(worker, file.placement))).toMatchObject({ state: 'RESERVED', offers: [{ state: 'ACCEPTED' }] });

    expect((await arrive(officer, file.placement, { keysGiven: false })).body.fields).toEqual({ keysGiven: ['missing'] });
    expect(done(await arrive(officer, file.placement, { tenancy: 'Paper 12' }))).toMatchObject({
      state: 'IN_RESIDENCE',
      movedInOn: day(),
      tenancy: 'Paper 12',
    });
    expect(await tasksOf(file.caseId, 'HOUSING_VISIT')).toMatchObject([{ due: day(7), owner: officer.id }]);
    expect(await tasksOf(file.caseId, 'HOUSING_OUTCOME')).toHaveLength(1);

    const late = await worker.post(`/api/placements/${file.placement}/notice`, { plannedEndOn: day(20) });
    expect([late.body.code, late.body.fields]).toEqual(['next-housing-missing', { nextPlan: ['missing'] }]);
    done(await worker.post(`/api/placements/${file.placement}/notice`, { plannedEndOn: day(20), nextPlan: 'A flat of their own' }));
    expect((await worker.post(`/api/placements/${file.placement}/notice-withdrawal`)).status).toBe(403);
    done(await officer.post(`/api/placements/${file.placement}/notice-withdrawal`));
    done(await worker.post(`/api/placements/${file.placement}/notice`, { plannedEndOn: day(40) }));

    const left = done(await leave(officer, file.placement));
    expect(left).toMatchObject({ state: 'MOVED_OUT', destination: 'INDEPENDENT_RENT', actions: ['reveal'] });
    expect(left.history.map(({ action }: { action: string }) => action).reverse()).toEqual([
      'request',
      'match',
      'offer',
      'accept',
      'move_in',
      'give_notice',
      'withdraw_notice',
      'give_notice',
      'move_out',
    ]);
    expect((await tasksOf(file.caseId, 'HOUSING_FOLLOW_UP')).map(({ due }) => due).sort()).toEqual([day(30), day(180)].sort());
    const again = await leave(officer, file.placement);
    expect([again.status, again.body.code]).toEqual([409, 'not-open']);
  });

  it('R-HO-07: nobody moves in ahead of the day, before there is such a unit, or out before in; nothing is half-written', async () => {
    const provider = await aProvider(officer);
    const unit = await aUnit(officer, provider.id, { opensOn: day(-3) });
    const file = await request();
    await reserve(worker, officer, file, provider, unit.id);
    for (const [movedInOn, rule] of [
      [day(1), 'in-future'],
      [day(-4), 'before-unit'],
    ]) {
      const refused = await arrive(officer, file.placement, { movedInOn });
      expect([refused.status, refused.body.code, refused.body.fields]).toEqual([422, 'placement-days', { movedInOn: [rule] }]);
    }
    expect(await stateOf(file.placement)).toBe('RESERVED');
    expect(await house.sql(`select id from residence where client_id = $1`, [file.clientId])).toHaveLength(0);
    expect(await tasksOf(file.caseId, 'HOUSING_VISIT')).toHaveLength(0);
    done(await arrive(officer, file.placement, { movedInOn: day(-2) }));
    for (const [movedOutOn, rule] of [
      [day(-3), 'before-start'],
      [day(1), 'in-future'],
    ]) {
      const refused = await leave(officer, file.placement, { movedOutOn });
      expect([refused.body.code, refused.body.fields]).toEqual(['placement-days', { movedOutOn: [rule] }]);
    }
    const unmoved = await bySql(`update placement set moved_in_on = $2 where id = $1`, [file.placement, day(5)]);
    expect(unmoved).toBe('placement_not_ahead');
    const early = await bySql(`update placement set moved_in_on = '2019-01-01' where id = $1`, [file.placement]);
    expect(early).toBe('placement_after_unit_opens');
    expect(done(await leave(officer, file.placement, { movedOutOn: day(-2) })).state).toBe('MOVED_OUT');
  });

  it('R-HO-02: has one home a day; who moved out in the morning moves in elsewhere the same day', async () => {
    const provider = await aProvider(officer);
    const [first, second] = [await aUnit(officer, provider.id), await aUnit(officer, provider.id)];
    const file = await request();
    await reserve(worker, officer, file, provider, first.id);
    done(await arrive(officer, file.placement, { movedInOn: day(-5) }));
    const next = { ...file, placement: (await ask(worker, file.caseId)).id };
    await reserve(worker, officer, next, provider, second.id);
    const refused = await arrive(officer, next.placement);
    expect([refused.status, refused.body.code, refused.body.fields]).toEqual([
      422,
      'second-residence',
      { movedInOn: ['second-residence'] },
    ]);
    expect(await stateOf(next.placement)).toBe('RESERVED');
    expect(await bySql(`update placement set state = 'IN_RESIDENCE', moved_in_on = $2 where id = $1`, [next.placement, day(-1)])).toBe(
      'placement_one_residence',
    );
    done(await leave(officer, file.placement));
    expect(done(await arrive(officer, next.placement)).state).toBe('IN_RESIDENCE');
  });

  it('is asked for once at a time', async () => {
    const file = await request();
    const again = await worker.post(`/api/cases/${file.caseId}/housing/requests`, wanted());
    expect([again.status, again.body.code]).toEqual([409, 'already-requested']);
    done(await worker.post(`/api/placements/${file.placement}/cancellation`, { reason: 'OWN_SOLUTION' }));
    done(await worker.post(`/api/cases/${file.caseId}/housing/requests`, wanted()));
    const inverted = await worker.post(`/api/cases/${(await request()).caseId}/housing/requests`, wanted({ neededUntil: day(-1) }));
    expect(inverted.body).toMatchObject({ code: 'placement-days', fields: { neededUntil: ['before-start'] } });
  });

  it('a roof tonight: only in danger or with nowhere to sleep; a coordinator hears of it within 24 hours', async () => {
    const provider = await aProvider(officer);
    const unit = await aUnit(officer, provider.id);
    const file = await request();
    const input = { unitId: unit.id, movedInOn: day(), locationChecked: true, scope: SCOPE };
    const calm = await worker.post(`/api/placements/${file.placement}/emergency`, input);
    expect([calm.status, calm.body.code]).toEqual([422, 'no-emergency']);
    done(await worker.post(`/api/cases/${file.caseId}/needs`, nowhereTonight()));
    const untold = await worker.post(`/api/placements/${file.placement}/emergency`, input);
    expect(untold.body.code).toBe('consent-missing');
    await consentFor(worker, file.caseId, provider);
    expect(done(await worker.post(`/api/placements/${file.placement}/emergency`, input))).toMatchObject({
      state: 'IN_RESIDENCE',
      kind: 'EMERGENCY',
    });
    expect(await tasksOf(file.caseId, 'HOUSING_EMERGENCY')).toMatchObject([{ due: day(1), office: true }]);
    expect(await tasksOf(file.caseId, 'HOUSING_REVIEW')).toMatchObject([{ due: day(1) }]);
  });

  it('R-RI-04: who leaves for nowhere, for the group or for nobody knows where is looked at within 24 hours', async () => {
    for (const [destination, forced] of [
      ['STREET', 1],
      ['GROUP_SITE', 1],
      ['UNKNOWN', 1],
      ['SOCIAL_HOUSING', 0],
    ] as const) {
      const provider = await aProvider(officer);
      const unit = await aUnit(officer, provider.id);
      const file = await request();
      await reserve(worker, officer, file, provider, unit.id);
      done(await arrive(officer, file.placement));
      done(await leave(officer, file.placement, { destination, reason: 'ABANDONED' }));
      expect([destination, (await tasksOf(file.caseId, 'RISK_REVIEW')).length]).toEqual([destination, forced]);
    }
  });
});

describe('how many live where', () => {
  it('R-HO-01: 200 reservations of the last bed at once, by plain SQL as the runtime login, end with exactly one', async () => {
    const provider = await aProvider(officer);
    const unit = await aUnit(officer, provider.id, { capacity: 3 });
    const ids: string[] = [];
    for (let n = 0; n < 26; n += 1)
      ids.push(...(await Promise.all(Array.from({ length: 8 }, () => request()))).map(({ placement }) => placement));
    const text = `update placement set state = 'RESERVED', unit_id = $2, reserved_from = $3 where id = $1`;
    for (const id of ids.slice(0, 2)) expect(await bySql(text, [id, unit.id, day(4)])).toBeNull();
    const answers = await Promise.all(ids.slice(2, 202).map((id) => bySql(text, [id, unit.id, day(4)])));
    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'placement_within_capacity')).toHaveLength(199);
    expect(await house.sql(`select id from placement where unit_id = $1 and state = 'RESERVED'`, [unit.id])).toHaveLength(3);
  }, 240_000);

  it('R-HO-01: 200 acceptances of the last bed at once, by the API, end with exactly one; the others hear that it is taken', async () => {
    const provider = await aProvider(officer);
    const unit = await aUnit(officer, provider.id);
    const files: HousedFile[] = [];
    for (let n = 0; n < 25; n += 1) files.push(...(await Promise.all(Array.from({ length: 8 }, () => request()))));
    for (let n = 0; n < 200; n += 8) await Promise.all(files.slice(n, n + 8).map(({ caseId }) => consentFor(worker, caseId, provider)));
    // all of them stand before the same bed, as no match would leave them: what each was held is over
    await house.sql(
      `update placement set state = 'OFFERED', unit_id = $2, reserved_from = $3, held_until = now() - interval '1 second' where id = any($1)`,
      [files.map(({ placement }) => placement), unit.id, day()],
    );
    await house.sql(
      `insert into housing_offer (id, org_id, office_id, client_id, case_id, placement_id, unit_id, recipient, scope, consent_id, state, offered_by, expires_at)
       select gen_random_uuid(), p.org_id, p.office_id, p.client_id, p.case_id, p.id, p.unit_id, c.recipients[1], c.scope, c.id, 'OFFERED', $2, now() + interval '1 day'
         from placement p join consent c on c.client_id = p.client_id and c.purpose = 'C05_HOUSING' where p.unit_id = $1`,
      [unit.id, officer.id],
    );
    const answers = await Promise.all(files.map((file) => accept(worker, file.placement)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const answer of answers.filter(({ status }) => status !== 200))
      expect([answer.status, answer.body.code, answer.body.fields]).toEqual([409, 'unit-full', { unitId: ['full'] }]);
    const after = await house.sql<{ state: string; n: number }>(
      `select state, count(*)::int as n from placement where unit_id = $1 group by 1 order by 1`,
      [unit.id],
    );
    expect(after).toEqual([
      { state: 'OFFERED', n: 199 },
      { state: 'RESERVED', n: 1 },
    ]);
    expect(await house.sql(`select id from housing_offer where unit_id = $1 and state = 'ACCEPTED'`, [unit.id])).toHaveLength(1);
  }, 400_000);

  it('R-HO-01: 40 matches of the last bed at once end with one who is held the bed', async () => {
    const provider = await aProvider(officer);
    const unit = await aUnit(officer, provider.id);
    const files = await Promise.all(Array.from({ length: 40 }, () => request()));
    const answers = await Promise.all(files.map((file) => match(officer, file.placement, unit.id)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const answer of answers.filter(({ status }) => status !== 200))
      expect(['unit-full', 'unit-does-not-fit']).toContain(answer.body.code);
  });

  it('R-HO-01: beds that follow one another are given out, and never the same night twice', async () => {
    const provider = await aProvider(officer);
    const unit = await aUnit(officer, provider.id);
    const [one, two, three] = [await request(), await request(), await request()];
    const put = (id: string, from: string, until: string) =>
      bySql(`update placement set state = 'RESERVED', unit_id = $2, reserved_from = $3, planned_end_on = $4 where id = $1`, [
        id,
        unit.id,
        from,
        until,
      ]);
    expect(await put(one.placement, day(1), day(5))).toBeNull();
    expect(await put(two.placement, day(5), day(9))).toBeNull();
    expect(await put(three.placement, day(4), day(6))).toBe('placement_within_capacity');
    expect(await put(three.placement, day(9), day(12))).toBeNull();
    expect(await bySql(`update placement set planned_end_on = $2 where id = $1`, [one.placement, day(6)])).toBe(
      'placement_within_capacity',
    );
    expect(await bySql(`update placement set household_size = 2 where id = $1`, [one.placement])).toBe('placement_within_capacity');
    const shrunk = await bySql(`update housing_unit set capacity = 1, rule = 'MIXED' where id = $1`, [unit.id]);
    expect(shrunk).toBeNull();
  });

  it('counts a family by its heads, and lets nobody shrink a unit below who is there', async () => {
    const provider = await aProvider(officer);
    const unit = await aUnit(officer, provider.id, { kind: 'FLAT', capacity: 4 });
    const family = await request({ householdSize: 3 });
    await reserve(worker, officer, family, provider, unit.id);
    const pair = await request({ householdSize: 2 });
    const full = await match(officer, pair.placement, unit.id);
    expect([full.body.code, full.body.facts.misfits]).toEqual(['unit-does-not-fit', ['FULL']]);
    const seen = done(await officer.get(`/api/housing/units/${unit.id}`));
    const { providerId, kind, rule, accessibility, opensOn, knownToGroup, city } = seen;
    const input = { providerId, kind, rule, accessibility, opensOn, knownToGroup, city };
    const smaller = await officer.put(`/api/housing/units/${unit.id}`, { ...input, capacity: 2 }, { version: seen.version });
    expect([smaller.body.code, smaller.body.fields]).toEqual(['unit-in-use', { capacity: ['in-use'] }]);
    done(await officer.put(`/api/housing/units/${unit.id}`, { ...input, capacity: 5 }, { version: seen.version }));
    expect(done(await match(officer, pair.placement, unit.id)).state).toBe('MATCHED');
  });

  it('who has not left by the planned day is still there: the next one is not let in', async () => {
    const provider = await aProvider(officer);
    const unit = await aUnit(officer, provider.id);
    const [first, next] = [await request(), await request()];
    await reserve(worker, officer, first, provider, unit.id);
    done(await arrive(officer, first.placement, { movedInOn: day(-9) }));
    done(await worker.post(`/api/placements/${first.placement}/notice`, { plannedEndOn: day(), nextPlan: 'With a cousin' }));
    await house.sql(`update placement set planned_end_on = $2 where id = $1`, [first.placement, day(-1)]);
    await bySql(`update placement set state = 'RESERVED', unit_id = $2, reserved_from = $3 where id = $1`, [
      next.placement,
      unit.id,
      day(1),
    ]);
    const refused = await arrive(officer, next.placement);
    expect([refused.status, refused.body.code]).toEqual([409, 'unit-full']);
    done(await leave(officer, first.placement));
    expect(done(await arrive(officer, next.placement)).state).toBe('IN_RESIDENCE');
  });
});

describe('what does not fit', () => {
  const misfits = async (placement: string, unitId: string): Promise<string[]> => {
    const { items } = done(await officer.get(`/api/placements/${placement}/units`));
    return items.find((each: { unitId: string }) => each.unitId === unitId).misfits;
  };

  it('says each reason, and nothing of who is behind it', async () => {
    const provider = await aProvider(officer);
    const women = await aUnit(officer, provider.id, { rule: 'WOMEN_ONLY', city: 'Vlora' });
    const families = await aUnit(officer, provider.id, { rule: 'FAMILIES', maxStayDays: 10, accessibility: ['LIFT'] });
    const known = await aUnit(officer, provider.id, { knownToGroup: true, opensOn: day(3) });
    const file = await request({
      constraints: ['ACCESSIBLE', 'NOT_IN_CITY', 'NEAR_TREATMENT'],
      avoidCities: ['  vlora '],
      neededUntil: day(30),
    });
    expect(await misfits(file.placement, women.id)).toEqual(['SEX_NOT_RECORDED', 'NOT_ACCESSIBLE', 'CITY_AVOIDED']);
    expect(await misfits(file.placement, families.id)).toEqual(['FAMILIES_ONLY', 'STAY_TOO_LONG']);
    expect(await misfits(file.placement, known.id)).toEqual(['NOT_YET_OPEN', 'KNOWN_TO_GROUP', 'NOT_ACCESSIBLE']);
    const refused = await match(officer, file.placement, women.id);
    expect([refused.status, refused.body.code]).toEqual([422, 'unit-does-not-fit']);
    const unchecked = await match(officer, file.placement, families.id, { locationChecked: false });
    expect(unchecked.body).toMatchObject({ code: 'location-not-checked', fields: { locationChecked: ['missing'] } });
    const list = done(await officer.get(`/api/placements/${file.placement}/units`));
    expect(list.items[0].toAsk).toContain('NEAR_TREATMENT');
    expect(JSON.stringify(list)).not.toContain('Lantern');
  });

  it('R-HO-03: two who are kept apart never share a unit or a building, by the list, by the step and by plain SQL', async () => {
    const provider = await aProvider(officer);
    const first = await aUnit(officer, provider.id);
    const same = await aUnit(officer, provider.id, { sameBuildingAs: first.id });
    const other = await aUnit(officer, provider.id);
    const [one, two] = [await request(), await request()];
    done(await coordinator.post(`/api/cases/${one.caseId}/keep-apart`, { caseRef: two.caseRef, kind: 'DISPUTE' }));
    await reserve(worker, officer, one, provider, first.id);
    expect(await misfits(two.placement, same.id)).toEqual(['KEPT_APART']);
    expect(await misfits(two.placement, other.id)).toEqual([]);
    expect((await match(officer, two.placement, same.id)).body.facts.misfits).toEqual(['KEPT_APART']);
    expect(
      await bySql(`update placement set state = 'RESERVED', unit_id = $2, reserved_from = $3 where id = $1`, [
        two.placement,
        same.id,
        day(),
      ]),
    ).toBe('placement_kept_apart');
    expect(done(await officer.get(`/api/cases/${two.caseId}/housing`)).keepApart).toEqual([]);
    const [pair] = done(await worker.get(`/api/cases/${two.caseId}/housing`)).keepApart;
    expect(pair).toMatchObject({ caseRef: one.caseRef, kind: 'DISPUTE' });
    expect((await worker.post(`/api/keep-apart/${pair.id}/lifting`)).status).toBe(403);
    expect((await coordinator.post(`/api/keep-apart/${pair.id}/lifting`)).status).toBe(204);
    expect(await misfits(two.placement, same.id)).toEqual([]);
    done(await match(officer, two.placement, same.id));
    const stranger = await house.as('CASEWORKER');
    expect((await stranger.post(`/api/cases/${one.caseId}/keep-apart`, { caseRef: two.caseRef, kind: 'DISPUTE' })).status).toBe(404);
  });

  it('R-HO-04: a place whose location is known is matched with nobody; risk of all who live there is looked at within 24 hours', async () => {
    const provider = await aProvider(officer);
    const unit = await aUnit(officer, provider.id, { capacity: 3 });
    const [one, two, waiting] = [await request(), await request(), await request()];
    // a third one lives there whose file is not the officer's
    const hers = await house.as('HOUSING');
    const unseen = await aRequest(house, coordinator, worker, hers);
    for (const file of [one, two]) {
      await reserve(worker, officer, file, provider, unit.id);
      done(await arrive(officer, file.placement));
    }
    await reserve(worker, hers, unseen, provider, unit.id);
    done(await arrive(hers, unseen.placement));
    const before = done(await officer.get(`/api/housing/units/${unit.id}`));
    expect([before.residents.length, before.others, before.status]).toEqual([2, 1, 'OCCUPIED']);
    const after = done(await officer.post(`/api/housing/units/${unit.id}/compromise`, { reason: 'Somebody stood at the door' }));
    expect([after.status, after.residents.length, after.others]).toEqual(['COMPROMISED', 2, 1]);
    for (const { caseId } of [one, two, unseen])
      expect(await tasksOf(caseId, 'RISK_REVIEW')).toMatchObject([{ status: 'OPEN', due: day(1) }]);
    expect(await tasksOf(waiting.caseId, 'RISK_REVIEW')).toEqual([]);
    expect((await match(officer, waiting.placement, unit.id)).body.facts.misfits).toContain('COMPROMISED');
    expect(
      await bySql(`update placement set state = 'RESERVED', unit_id = $2, reserved_from = $3 where id = $1`, [
        waiting.placement,
        unit.id,
        day(),
      ]),
    ).toBe('placement_unit_usable');
    expect((await officer.post(`/api/housing/units/${unit.id}/clearance`, { reason: 'A mistake' })).status).toBe(403);
    expect(done(await coordinator.post(`/api/housing/units/${unit.id}/clearance`, { reason: 'A mistake' })).status).toBe('MAINTENANCE');
  });

  it('who must leave at once is looked for another place, the unit is closed, and the others there are looked at', async () => {
    const provider = await aProvider(officer);
    const unit = await aUnit(officer, provider.id, { capacity: 2 });
    const [one, two] = [await request(), await request()];
    for (const file of [one, two]) {
      await reserve(worker, officer, file, provider, unit.id);
      done(await arrive(officer, file.placement));
    }
    const input = { movedOutOn: day(), destination: 'SHELTER', what: 'Two men asked for her' };
    expect((await worker.post(`/api/placements/${one.placement}/relocation`, input)).status).toBe(403);
    expect(done(await officer.post(`/api/placements/${one.placement}/relocation`, input))).toMatchObject({
      state: 'MOVED_OUT',
      moveOutReason: 'SAFETY',
    });
    const { placements } = done(await worker.get(`/api/cases/${one.caseId}/housing`));
    expect(placements.map(({ state }: { state: string }) => state)).toEqual(['REQUESTED', 'MOVED_OUT']);
    expect(done(await officer.get(`/api/housing/units/${unit.id}`)).status).toBe('COMPROMISED');
    expect(await tasksOf(two.caseId, 'RISK_REVIEW')).toHaveLength(1);
  });
});

describe('the waiting list', () => {
  const listed = async (
    by: Person,
    ids: readonly string[],
  ): Promise<{ id: string; waiting: { band: string; place: number; of: number } }[]> =>
    done(await by.get('/api/housing/waiting')).items.filter(({ id }: { id: string }) => ids.includes(id));

  it('R-HO-05: goes by urgency, then by the day somebody asked; moved by hand it says so, with a reason', async () => {
    const [calm, earlier, high, nowhere, imminent] = [await request(), await request(), await request(), await request(), await request()];
    await house.sql(`update placement set requested_on = $2 where id = $1`, [earlier.placement, day(-9)]);
    await house.sql(`update case_file set risk_level = 'HIGH' where id = $1`, [high.caseId]);
    await house.sql(`update case_file set risk_level = 'IMMINENT' where id = $1`, [imminent.caseId]);
    done(await worker.post(`/api/cases/${nowhere.caseId}/needs`, nowhereTonight()));
    const all = [calm, earlier, high, nowhere, imminent].map(({ placement }) => placement);
    const order = await listed(officer, all);
    expect(order.map(({ id }) => id)).toEqual([nowhere, imminent, high, earlier, calm].map(({ placement }) => placement));
    expect(order.map(({ waiting }) => waiting.band)).toEqual(['NOW', 'NOW', 'HIGH', 'OTHERS', 'OTHERS']);

    const silent = await officer.post(`/api/placements/${calm.placement}/position`, { beforeId: high.placement });
    expect([silent.status, Object.keys(silent.body.fields)]).toEqual([422, ['reason']]);
    done(
      await officer.post(`/api/placements/${calm.placement}/position`, { beforeId: high.placement, reason: 'The flat she is in is sold' }),
    );
    expect((await listed(officer, all)).map(({ id }) => id)).toEqual(
      [nowhere, imminent, calm, high, earlier].map(({ placement }) => placement),
    );
    const { history, waiting } = done(await worker.get(`/api/placements/${calm.placement}`));
    expect(history[0]).toMatchObject({ action: 'rank', note: 'The flat she is in is sold', by: { id: officer.id } });
    expect(waiting.movedAt).not.toBeNull();
    expect(
      await house.sql(`select id from audit_event where word = 'placement:rank' and subject_id = $1`, [calm.placement]),
    ).not.toHaveLength(0);
    expect((await worker.post(`/api/placements/${calm.placement}/position`, { reason: 'No' })).status).toBe(403);

    // true places among all of the office, rows of one's own alone
    const hers = await house.as('HOUSING');
    await onTeam(house, high, hers);
    const [seen, ...more] = await listed(hers, all);
    expect([seen?.id, more]).toEqual([high.placement, []]);
    expect(seen?.waiting.place).toBeGreaterThan(3);
  });

  it('R-HO-06: who declines stays where they were; after the second a coordinator talks with them', async () => {
    const provider = await aProvider(officer);
    const unit = await aUnit(officer, provider.id);
    const file = await request();
    await house.sql(`update placement set requested_on = $2 where id = $1`, [file.placement, day(-20)]);
    await consentFor(worker, file.caseId, provider);
    const [before] = await listed(officer, [file.placement]);
    for (const talks of [0, 1]) {
      done(await match(officer, file.placement, unit.id));
      done(await offer(officer, file.placement));
      expect(done(await worker.post(`/api/placements/${file.placement}/decline`, { reason: 'TOO_FAR' }))).toMatchObject({
        state: 'REQUESTED',
        where: null,
      });
      expect(await tasksOf(file.caseId, 'HOUSING_TALK')).toHaveLength(talks);
    }
    const [after] = await listed(officer, [file.placement]);
    expect(after?.waiting).toEqual(before?.waiting);
    expect(await tasksOf(file.caseId, 'HOUSING_TALK')).toMatchObject([{ office: true }]);
    expect((await worker.post(`/api/placements/${file.placement}/decline`, { reason: 'TOO_FAR' })).status).toBe(409);
  });
});

describe('what rests on a consent', () => {
  it('R-CO-03: an offer stops in the transaction in which the consent is withdrawn; who lives there stays, and it is talked about', async () => {
    const provider = await aProvider(officer);
    const unit = await aUnit(officer, provider.id, { capacity: 2 });
    const [one, two] = [await request(), await request()];
    const consent = await consentFor(worker, one.caseId, provider);
    done(await match(officer, one.placement, unit.id));
    done(await offer(officer, one.placement));
    done(await withdraw(worker, consent.id));
    expect(done(await officer.get(`/api/placements/${one.placement}`))).toMatchObject({
      state: 'REQUESTED',
      offers: [{ state: 'STOPPED' }],
    });
    const [together] = await house.sql<{ one: boolean }>(
      `select p.xmin = e.xmin as one from placement p, consent_event e where p.id = $1 and e.consent_id = $2 and e.state = 'WITHDRAWN'`,
      [one.placement, consent.id],
    );
    expect(together).toEqual({ one: true });
    done(await match(officer, one.placement, unit.id));
    expect((await offer(officer, one.placement)).body.code).toBe('consent-missing');

    const standing = await consentFor(worker, two.caseId, provider);
    done(await match(officer, two.placement, unit.id));
    done(await offer(officer, two.placement));
    done(await accept(worker, two.placement));
    done(await arrive(officer, two.placement));
    done(await withdraw(worker, standing.id));
    expect(await stateOf(two.placement)).toBe('IN_RESIDENCE');
    expect(await tasksOf(two.caseId, 'HOUSING_CONSENT_TALK')).toHaveLength(1);
  });

  it('R-CO-01: is asked for again when the offer is accepted, and by the database when the transaction ends', async () => {
    const provider = await aProvider(officer);
    const unit = await aUnit(officer, provider.id);
    const file = await request();
    done(await match(officer, file.placement, unit.id));
    const bare = await bySql(
      `insert into housing_offer (id, org_id, office_id, client_id, case_id, placement_id, unit_id, recipient, scope, consent_id, state, offered_by, expires_at)
       select gen_random_uuid(), org_id, office_id, client_id, case_id, id, unit_id, gen_random_uuid(), '{NAME}', null, 'OFFERED', $2, now() + interval '1 day' from placement where id = $1`,
      [file.placement, officer.id],
    );
    expect(bare).toBe('housing_offer_one_ground');
  });
});

describe('the clock of housing', () => {
  it('takes back what was held 48 hours and what was not answered in time; the worker hears of the offer', async () => {
    const provider = await aProvider(officer);
    const unit = await aUnit(officer, provider.id, { capacity: 2 });
    const [held, told] = [await request(), await request()];
    await consentFor(worker, told.caseId, provider);
    for (const file of [held, told]) done(await match(officer, file.placement, unit.id));
    done(await offer(officer, told.placement));
    await house.app.get(Jobs).runNow('housing-clock');
    expect([await stateOf(held.placement), await stateOf(told.placement)]).toEqual(['MATCHED', 'OFFERED']);
    await house.sql(`update placement set held_until = now() - interval '1 minute' where id = any($1)`, [[held.placement, told.placement]]);
    expect((await offer(officer, held.placement)).status).toBe(422);
    await house.app.get(Jobs).runNow('housing-clock');
    expect([await stateOf(held.placement), await stateOf(told.placement)]).toEqual(['REQUESTED', 'REQUESTED']);
    expect(await tasksOf(told.caseId, 'HOUSING_OFFER_OVER')).toHaveLength(1);
    expect(done(await officer.get(`/api/placements/${told.placement}`)).offers).toMatchObject([{ state: 'EXPIRED' }]);
  });

  it('R-HO-08: a stay that ends in 30 days with nothing planned is a task, in 14 the coordinator’s; once', async () => {
    const provider = await aProvider(officer);
    const unit = await aUnit(officer, provider.id, { capacity: 4 });
    const files = [];
    for (const ahead of [31, 30, 14]) {
      const file = await request();
      await consentFor(worker, file.caseId, provider);
      done(await match(officer, file.placement, unit.id, { until: day(ahead) }));
      done(await offer(officer, file.placement));
      done(await accept(worker, file.placement));
      done(await arrive(officer, file.placement));
      files.push(file);
    }
    for (let run = 0; run < 2; run += 1) await house.app.get(Jobs).runNow('housing-clock');
    const counts = await Promise.all(
      files.map(async ({ caseId }) => [
        (await tasksOf(caseId, 'HOUSING_NEXT')).length,
        (await tasksOf(caseId, 'HOUSING_NEXT_LATE')).length,
      ]),
    );
    expect(counts).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
    ]);
    const [, , late] = files;
    done(await worker.post(`/api/placements/${late?.placement}/next-plan`, { nextPlan: 'Social housing, from the first' }));
    expect(await tasksOf(late?.caseId ?? '', 'HOUSING_NEXT_LATE')).toMatchObject([{ status: 'CANCELLED' }]);
  });
});

describe('where somebody lives', () => {
  it('R-HO-09: housing officers, the primary worker and coordinators see the address after a press; others the city, of a safe house the country', async () => {
    const provider = await aProvider(officer, { type: 'SAFE_HOUSE', safeHouse: true, name: 'House of the Lantern', city: 'Korca' });
    expect(provider).toMatchObject({ name: null, city: null, contact: null });
    const unit = await aUnit(officer, provider.id, { city: 'Korca', address: '3 Mulberry Steps', label: 'Upper room' });
    expect(unit).toMatchObject({ city: null, label: null, safeHouse: true });
    const file = await request({ kind: 'SAFE_HOUSE' });
    const [lawyer, second] = [await house.as('LEGAL'), await house.as('CASEWORKER')];
    for (const member of [lawyer, second]) await onTeam(house, file, member);
    await reserve(worker, officer, file, { name: 'House of the Lantern' }, unit.id);
    done(await arrive(officer, file.placement));
    for (const reader of [worker, officer, coordinator, lawyer, second])
      expect(done(await reader.get(`/api/cases/${file.caseId}/housing`)).placements[0].where).toMatchObject({
        country: 'AL',
        city: null,
        safeHouse: true,
      });
    const reveal = (by: Person) => by.post(`/api/placements/${file.placement}/address`, { reason: 'VISIT' });
    for (const reader of [worker, officer, coordinator])
      expect(done(await reveal(reader))).toMatchObject({ address: '3 Mulberry Steps', city: 'Korca', country: 'AL' });
    expect([(await reveal(lawyer)).status, (await reveal(second)).status]).toEqual([403, 404]);
    const counsellor = await house.as('COUNSELLOR');
    await onTeam(house, file, counsellor);
    expect((await counsellor.get(`/api/cases/${file.caseId}/housing`)).status).toBe(403);
    expect(
      await house.sql(
        `select id from audit_event where word = 'residence:reveal' and subject_id = $1 and outcome = 'DONE' and reason = 'VISIT'`,
        [file.placement],
      ),
    ).toHaveLength(3);
    // the history of where the person lives has it, under the same press as before
    const { residences } = done(await worker.post(`/api/clients/${file.clientId}/location/reveal`, { reason: 'VISIT' }));
    expect(residences.at(-1)).toMatchObject({ address: '3 Mulberry Steps', city: 'Korca', country: 'AL' });
    const rows = await house.sql<{ text: string }>(
      `select housing_provider::text as text from housing_provider union all select housing_unit::text from housing_unit union all select placement::text from placement`,
    );
    for (const secret of ['Lantern', 'Mulberry', 'Korca', 'Durres', 'Riverside'])
      expect(rows.map(({ text }) => text).join()).not.toContain(secret);
  });

  it('the bed map says how many places are free on which day, and never whose they are; another office sees none of it', async () => {
    const provider = await aProvider(officer);
    const unit = await aUnit(officer, provider.id, { capacity: 2 });
    const file = await request();
    await reserve(worker, officer, file, provider, unit.id);
    const map = done(await officer.get(`/api/housing/beds?from=${day(-1)}&days=5&provider=${provider.id}`));
    expect(map.units).toMatchObject([{ capacity: 2, stays: [{ from: day(), until: null, beds: 1, state: 'RESERVED' }] }]);
    for (const id of [file.caseId, file.clientId, file.placement]) expect(JSON.stringify(map)).not.toContain(id);
    const south = await house.as('HOUSING', house.offices.south);
    expect(done(await south.get('/api/housing/beds')).units).toEqual([]);
    expect((await south.get(`/api/housing/units/${unit.id}`)).status).toBe(404);
    expect((await worker.get('/api/housing/beds')).status).toBe(403);
  });
});
