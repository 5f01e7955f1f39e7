import './support/patience';
import { approaching, approved, foundSister } from './support/family-walk';
import { begun, type FamilyDesk, familyDesk, joins, seen, type Sought, step } from './support/family-world';
import { type Answer, type House, openHouse, type Person } from './support/house';
import { done } from './support/referral-desk';
import { assessment } from './support/risk-words';

let house: House;
let desk: FamilyDesk;
let sought: Sought;
/** The sister’s own file, with an officer of family links on its team. */
let hers: FamilyDesk;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  desk = await familyDesk(house, desk);
  hers = await familyDesk(house, { coordinator: desk.coordinator });
  sought = await begun(desk);
});

const assigns = (staffId: string, side: string): Promise<Answer> => step(sought.officer, sought.link, 'officers', { staffId, side });
const names = (by: Person, caseRef: string): Promise<Answer> => step(by, sought.link, 'own-client', { caseRef });
const served = async (): Promise<unknown> =>
  (await seen(sought.officer, sought.link)).officers.map(({ id, side }: { id: string; side: string }) => [side, id]);
/** Found; and whoever works with her stands beside the link. */
async function found(): Promise<void> {
  await foundSister(sought);
  done(await assigns(hers.officer.id, 'MEDIATOR'));
}
/** What the relative’s own team can read of her, whole. */
async function ownPages({ worker, file }: FamilyDesk): Promise<string[]> {
  const paths = ['', '/family-wishes', '/timeline?limit=100', '/consents', '/tasks', '/team'];
  const answers = await Promise.all(paths.map((path) => worker.get(`/api/cases/${file.caseId}${path}`)));
  return answers.map(({ status, text }) => `${status} ${text}`);
}

describe('R-FL-14: a relative who is a client too', () => {
  it('is said by somebody who works with both: each side has an officer of its own from that moment', async () => {
    await found();
    expect((await seen(sought.officer, sought.link)).relative.isClient).toBe(false);
    const both = done(await names(hers.officer, ` ${hers.file.caseRef.toLowerCase()} `));
    expect(both.relative.isClient).toBe(true);
    expect(both.history.at(-1)).toMatchObject({ event: 'own-client', by: { id: hers.officer.id } });
    expect(await served()).toEqual([
      ['CLIENT', sought.officer.id],
      ['RELATIVE', hers.officer.id],
    ]);
  });

  it('whoever serves the client and works with her too leaves her to a colleague of her team', async () => {
    await foundSister(sought);
    await joins(hers.worker, hers.file, sought.officer);
    done(await names(sought.officer, hers.file.caseRef));
    expect(await served()).toEqual([
      ['CLIENT', sought.officer.id],
      ['RELATIVE', hers.officer.id],
    ]);
  });

  it('without a second officer it is refused, and nothing is noted', async () => {
    await foundSister(sought);
    const alone = await familyDesk(house, { coordinator: desk.coordinator, officer: sought.officer });
    const before = await seen(sought.officer, sought.link);
    expect((await names(sought.officer, alone.file.caseRef)).body.code).toBe('second-officer-needed');
    expect(await seen(sought.officer, sought.link)).toEqual(before);
    await expect(
      house.sql('update related_person set also_client_id = $2 where id = (select related_person_id from family_link where id = $1)', [
        sought.link,
        alone.file.clientId,
      ]),
    ).rejects.toThrow(/an officer of its own/);
  });

  it('a case that is out of reach reads like one that never was, and like no reference at all', async () => {
    await foundSister(sought);
    const said = async (ref: string) => {
      const { status, body } = await names(sought.officer, ref);
      return [status, body.code, body.fields, body.facts];
    };
    const unknown = await said('000000-0');
    expect(unknown).toEqual([422, 'invalid', { caseRef: ['not-in-reach'] }, undefined]);
    for (const ref of [hers.file.caseRef, 'never', hers.file.caseId.slice(0, 20)]) expect(await said(ref)).toEqual(unknown);
    expect((await names(sought.officer, sought.file.caseRef)).body.code).toBe('same-person');
    expect((await seen(sought.officer, sought.link)).relative.isClient).toBe(false);
  });

  it('is said of somebody who is found, once, and by no one else than the officers', async () => {
    expect((await names(sought.officer, hers.file.caseRef)).body.code).toBe('relative-not-known');
    await found();
    for (const who of [desk.worker, desk.coordinator, hers.worker])
      expect((await who.post(`/api/family-links/${sought.link}/own-client`, { caseRef: hers.file.caseRef }, { version: 1 })).status).toBe(
        403,
      );
    done(await names(hers.officer, hers.file.caseRef));
    expect((await names(hers.officer, hers.file.caseRef)).body.code).toBe('own-client-known');
  });

  it('nobody serves both, and whoever mediates serves neither', async () => {
    await found();
    done(await names(hers.officer, hers.file.caseRef));
    for (const [staffId, side] of [
      [sought.officer.id, 'MEDIATOR'],
      [hers.officer.id, 'MEDIATOR'],
    ] as const)
      expect((await assigns(staffId, side)).body.code).toBe('serves-other-side');
    await expect(
      house.sql(
        `insert into family_link_officer (id, org_id, office_id, link_id, staff_id, side, set_by) select gen_random_uuid(), org_id, office_id, id, $2, 'MEDIATOR', $2 from family_link where id = $1`,
        [sought.link, sought.officer.id],
      ),
    ).rejects.toThrow(/nobody serves both sides/);
    const neutral = await house.as('FAMILY_LINKS');
    expect((await assigns(neutral.id, 'MEDIATOR')).status).toBe(200);
  });

  it('her own team is kept out of it: their pages stay as they were, to the byte, whatever becomes of the link', async () => {
    await found();
    const before = await ownPages(hers);
    done(await names(hers.officer, hers.file.caseRef));
    done(await step(hers.officer, sought.link, 'verifications', { level: 'V2', how: 'Played: both knew.', context: 'DIASPORA_FREE' }));
    done(await step(hers.officer, sought.link, 'verified'));
    await approved(sought);
    done(await step(hers.officer, sought.link, 'approach', approaching()));
    expect(await ownPages(hers)).toEqual(before);
    expect((await hers.worker.get(`/api/family-links/${sought.link}`)).status).toBe(403);
    const lines = await house.sql(`select 1 from audit_event where subject_type = 'family-link' and client_id = $1`, [hers.file.clientId]);
    expect(lines).toEqual([]);
  });

  it('an officer who leaves her team serves her no longer', async () => {
    await found();
    done(await names(hers.officer, hers.file.caseRef));
    const { members } = done(await hers.worker.get(`/api/cases/${hers.file.caseId}/team`));
    const place = members.find(({ staffId }: { staffId: string }) => staffId === hers.officer.id);
    done(await hers.worker.post(`/api/cases/${hers.file.caseId}/team/${place.id}/end`, { reason: 'NO_LONGER_NEEDED' }));
    expect((await hers.officer.get(`/api/family-links/${sought.link}`)).status).toBe(404);
    expect(await served()).toEqual([['CLIENT', sought.officer.id]]);
  });
});

describe('R-FL-11: acute danger that is written into the relative’s own file', () => {
  const danger = (of: FamilyDesk): Promise<Answer> =>
    of.worker.post(
      `/api/cases/${of.file.caseId}/risk-assessments`,
      assessment({ SH2: 'PRESENT' }, 'IMMINENT', { actionTaken: 'Played: stayed with her.' }),
    );

  it('stops both sides in that transaction; neither file says that there is a link', async () => {
    await found();
    done(await names(hers.officer, hers.file.caseRef));
    const wish = await desk.worker.get(`/api/family-wishes/${sought.wish}`);
    const answer = await danger(hers);
    expect([answer.status, answer.text.includes(sought.link)]).toEqual([201, false]);
    expect(await seen(sought.officer, sought.link)).toMatchObject({
      state: 'PAUSED',
      stateBefore: 'LOCATED',
      relative: { risk: 'IMMINENT' },
    });
    const [row] = await house.sql('select pause_reason from family_link where id = $1', [sought.link]);
    expect(row).toEqual({ pause_reason: 'RELATIVE_RISK' });
    expect((await desk.worker.get(`/api/family-wishes/${sought.wish}`)).text).toBe(wish.text);
  });

  it('stops nothing of a link whose relative somebody else is', async () => {
    await foundSister(sought);
    expect((await danger(hers)).status).toBe(201);
    expect((await seen(sought.officer, sought.link)).state).toBe('LOCATED');
  });
});
