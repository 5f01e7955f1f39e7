import { counted } from './support/counts';
import { atTheDatabase, countThere } from './support/at-the-database';
import { decides, RISKS, today, walked } from './support/family-walk';
import { begun, familyDesk, type FamilyDesk, type Sought, step } from './support/family-world';
import { onTeam } from './support/file-on-paper';
import { type House, openHouse, type Person } from './support/house';
import { done } from './support/referral-desk';

jest.setTimeout(120_000);

/** What hangs on a link, and who may read it at all. */
const OFFICERS_ALONE = [
  'family_link_step',
  'family_hearing',
  'family_verification',
  'family_tracing',
  'family_contact',
  'family_telling',
  'family_route_step',
];
const BY_LINK = ['family_link_officer', ...OFFICERS_ALONE];

describe('family links at the database, past every route', () => {
  let house: House;
  let desk: FamilyDesk;
  let sought: Sought;

  beforeAll(async () => {
    house = await openHouse();
    desk = await familyDesk(house);
    sought = await walked(desk, 'DIRECT');
    const { officer, link } = sought;
    done(await step(officer, link, 'tellings', { to: 'CLIENT', what: 'ALIVE_ONLY', on: today() }));
    done(
      await step(officer, link, 'contacts', {
        step: 'PREP_SESSION',
        at: new Date().toISOString(),
        supporter: 'Played: the officer',
        prepared: true,
      }),
    );
    done(await step(officer, link, 'route-steps', { kind: 'DOCUMENTS', country: 'AL', from: today() }));
  });
  afterAll(() => house.close());

  const of = (table: string): string => `select id from ${table} where link_id = '${sought.link}'`;
  const theRelative = (): string =>
    `select id from related_person where id = (select related_person_id from family_link where id = '${sought.link}')`;
  const counts = async (person: Person): Promise<Record<string, number>> => {
    const found: Record<string, number> = {};
    for (const table of BY_LINK) found[table] = await countThere(house, person, of(table));
    found.family_link = await countThere(house, person, `select id from family_link where id = '${sought.link}'`);
    found.related_person = await countThere(house, person, theRelative());
    found.grounds = await countThere(house, person, `select side from app.link_grounds('${sought.link}')`);
    found.years = await countThere(house, person, `select from app.link_birth_years('${sought.link}')`);
    return found;
  };
  const read = (found: Record<string, number>): string[] => Object.keys(found).filter((name) => found[name] !== 0);
  const keptFrom = (person: Person, subject: string): Promise<unknown> =>
    house.sql(
      `insert into access_block (id, org_id, office_id, subject_id, staff_id, kind, source) values (gen_random_uuid(), $1, $2, $3, $4, 'RELATIVE', 'SAFETY')`,
      [house.offices.north.orgId, house.offices.north.id, subject, person.id],
    );

  it('its officer comes to all that lies beside it', async () => {
    const found = await counts(desk.officer);
    expect(Object.keys(found).filter((name) => found[name] === 0)).toEqual([]);
    counted('Closed', { 'twins succeeded': Object.keys(found).length });
  });

  it('R-FL-03: who decides for the office comes to the link, and to nothing of its history, nor of the relative', async () => {
    const found = await counts(desk.coordinator);
    expect(found).toMatchObject({ family_link: 1, family_link_officer: 2 });
    for (const name of [...OFFICERS_ALONE, 'related_person']) expect([name, found[name]]).toEqual([name, 0]);
    counted('Closed', { probes: OFFICERS_ALONE.length + 1, 'got in': 0 });
  });

  it('R-AC-01: who is kept from the client comes to nothing of it, whoever they are', async () => {
    const coordinator = await house.as('COORDINATOR');
    expect(read(await counts(coordinator))).toContain('family_link');
    await keptFrom(coordinator, desk.file.clientId);
    expect(read(await counts(coordinator))).toEqual([]);
    expect(await countThere(house, coordinator, 'select id from family_wish where id = $1', [sought.wish])).toBe(0);
  });

  it('R-FL-02: who is kept from the relative, who is a client too, comes to nothing of it', async () => {
    const coordinator = await house.as('COORDINATOR');
    const other = await familyDesk(house, { coordinator: desk.coordinator });
    const [relative] = await house.sql<{ id: string }>('select related_person_id as id from family_link where id = $1', [sought.link]);
    await house.sql('update related_person set also_client_id = $2 where id = $1', [relative?.id, other.file.clientId]);
    expect(read(await counts(coordinator))).toContain('family_link');
    await keptFrom(coordinator, other.file.clientId);
    expect(read(await counts(coordinator))).toEqual([]);
    await house.sql('update related_person set also_client_id = null where id = $1', [relative?.id]);
  });

  it('R-FL-03: a coordinator on the team of one of the two belongs to that side, and decides nothing', async () => {
    const [inside, outside] = [await house.as('COORDINATOR'), await house.as('COORDINATOR')];
    const waits = await walked(desk, 'VERIFIED');
    done(await step(waits.officer, waits.link, 'approach-assessment', RISKS));
    await onTeam(house, waits.file, inside);
    expect(await countThere(house, inside, 'select id from family_link where id = $1', [waits.link])).toBe(0);
    const listed = async (who: Person): Promise<string[]> =>
      done(await who.get('/api/family-approvals')).items.map(({ id }: { id: string }) => id);
    expect(await listed(inside)).not.toContain(waits.link);
    expect(await listed(outside)).toContain(waits.link);
    const refused = await decides(inside, waits.officer, waits.link, 'approach-approval');
    expect(refused.status).toBe(404);
    expect(done(await decides(outside, waits.officer, waits.link, 'approach-approval')).state).toBe('APPROACH_APPROVED');
  });

  it('R-FL-02: whoever works for the client reads nothing of the link, of the relative, or of what the relative said', async () => {
    const team = await Promise.all((['COUNSELLOR', 'LEGAL', 'HOUSING', 'CASEWORKER'] as const).map((role) => house.as(role)));
    for (const member of team) await onTeam(house, desk.file, member);
    const another = await house.as('FAMILY_LINKS');
    const theirWords = `select c.id from consent c where c.id in (select id from consent where related_person_id is not null)`;
    let probes = 0;
    for (const member of [desk.worker, ...team]) {
      const found = await counts(member);
      // the way through the authorities is the legal colleague's, once the two are in contact
      if (member.role === 'LEGAL') delete found.family_route_step;
      expect([member.role, read(found)]).toEqual([member.role, []]);
      expect(await countThere(house, member, theirWords)).toBe(0);
      probes += Object.keys(found).length + 1;
      const pause = `update family_link set state = 'PAUSED', state_before = state, pause_reason = 'OFFICER' where id = $1`;
      expect(await countThere(house, member, pause, [sought.link])).toBe(0);
      const give = `insert into family_link_officer (id, org_id, office_id, link_id, staff_id, side, set_by) values (gen_random_uuid(), $1, $2, $3, $4, 'MEDIATOR', $5)`;
      const values = [house.offices.north.orgId, house.offices.north.id, sought.link, another.id, member.id];
      await expect(countThere(house, member, give, values)).rejects.toThrow('row-level security');
    }
    expect(await countThere(house, desk.officer, theirWords)).toBeGreaterThan(0);
    counted('Closed', { probes, 'got in': 0 });
  });

  it('R-FL-14: nobody makes themself, or anybody who does no family links, an officer of a link', async () => {
    const put = (who: Person): string =>
      `insert into family_link_officer (id, org_id, office_id, link_id, staff_id, side, set_by)
         select gen_random_uuid(), org_id, office_id, id, '${who.id}', 'MEDIATOR', '${who.id}' from family_link where id = '${free.link}'`;
    const free = await begun(desk);
    for (const by of [desk.coordinator, desk.officer])
      for (const who of [desk.coordinator, desk.worker])
        await expect(countThere(house, by, put(who))).rejects.toThrow('they do no family links there');
    expect(await countThere(house, desk.officer, put(await house.as('FAMILY_LINKS')))).toBe(1);
  });

  it('R-FL-06: an officer approves no approach in the name of a coordinator, and no coordinator in another’s', async () => {
    const waits = await walked(await familyDesk(house, desk), 'VERIFIED');
    done(await step(waits.officer, waits.link, 'approach-assessment', RISKS));
    const approve = (by: string): string =>
      `update family_link set state = 'APPROACH_APPROVED', approved_by = '${by}', approved_at = now() where id = '${waits.link}'`;
    const other = await house.as('COORDINATOR');
    await expect(countThere(house, waits.officer, approve(other.id))).rejects.toThrow('in the name of another');
    await expect(countThere(house, waits.officer, approve(waits.officer.id))).rejects.toThrow();
    await expect(countThere(house, desk.coordinator, approve(other.id))).rejects.toThrow('in the name of another');
    expect(await countThere(house, other, approve(other.id))).toBe(1);
  });

  it('R-FL-05: nobody is verified without a card', async () => {
    const located = await walked(await familyDesk(house, desk), 'LOCATED');
    const verify = `update family_link set state = 'VERIFIED', verification = 'V2' where id = '${located.link}'`;
    await expect(countThere(house, desk.officer, verify)).rejects.toThrow('without a card');
    done(
      await step(located.officer, located.link, 'verifications', {
        level: 'V2',
        how: 'Played: both knew the dog.',
        context: 'OTHER_STATE',
      }),
    );
    expect(await countThere(house, desk.officer, verify)).toBe(1);
  });

  it('nobody skips the messages: what was delivered is counted by the delivery alone', async () => {
    const mediated = await walked(await familyDesk(house, desk), 'MEDIATED');
    const direct = `update family_link set state = 'DIRECT' where id = '${mediated.link}'`;
    await expect(countThere(house, desk.officer, direct)).rejects.toThrow('family_link_direct');
    await expect(countThere(house, desk.officer, direct.replace('set', 'set to_client = 1, to_relative = 1,'))).rejects.toThrow(
      'permission denied',
    );
    await expect(countThere(house, desk.officer, call(mediated.link))).rejects.toThrow('a contact rests on the yes of both');
  });

  it('nobody calls before both had 72 hours to think, however the clock is set', async () => {
    const soon = `update family_link set cooling_until = now() - interval '1 hour' where id = '${sought.link}'`;
    await expect(countThere(house, desk.officer, soon)).rejects.toThrow('nobody shortens the time to think');
    await expect(countThere(house, desk.officer, call(sought.link))).rejects.toThrow('a contact rests on the yes of both');
    await house.sql(soon);
    expect(await countThere(house, desk.officer, call(sought.link))).toBe(1);
    const later = `update family_link set cooling_until = now() + interval '73 hours' where id = '${sought.link}'`;
    expect(await countThere(house, desk.officer, later)).toBe(1);
  });

  const call = (link: string): string =>
    `insert into family_contact (id, org_id, office_id, link_id, step, planned_at, by_id, check_in_due, sealed)
       select gen_random_uuid(), org_id, office_id, id, 'SUPPORTED_CALL', now(), '${desk.officer.id}', now() + interval '71 hours', '' from family_link where id = '${link}'`;

  it('a message is not released by somebody, nor looked over or let go in the name of another', async () => {
    const { officer, link } = sought;
    const body = { direction: 'TO_RELATIVE', language: 'fa', how: 'DICTATED', body: 'Played: I think of you.' };
    const { id } = done(await officer.post(`/api/family-links/${link}/messages`, body));
    const other = await house.as('FAMILY_LINKS');
    const set = (change: string): string => `update family_message set ${change} where id = '${id}'`;
    const release = set(`state = 'RELEASED', released_at = now(), crossing_id = gen_random_uuid()`);
    await expect(countThere(house, officer, release)).rejects.toThrow('no such step of a message');
    await expect(countThere(house, officer, `select app.release_message('${id}')`)).rejects.toThrow('the clock alone releases');
    await house.sql(`update family_message set state = 'SUBMITTED' where id = $1`, [id]);
    await expect(countThere(house, officer, set(`state = 'IN_REVIEW', reviewer_id = '${other.id}'`))).rejects.toThrow(
      'in the name of another',
    );
    expect((await atTheDatabase(house, other, (sql) => sql('select app.take_message($1) as taken', [id]))).rows).toEqual([{ taken: true }]);
    await house.sql(`update family_message set state = 'IN_REVIEW', reviewer_id = $2, passed_at = now() where id = $1`, [id, other.id]);
    await expect(countThere(house, other, set(`state = 'APPROVED', approved_by = '${officer.id}'`))).rejects.toThrow(
      'in the name of another',
    );
    await expect(countThere(house, officer, set(`state = 'APPROVED', approved_by = '${officer.id}'`))).rejects.toThrow(
      'approved_by_another',
    );
  });

  it('the log names the wish of somebody by one word, whoever looked at it', async () => {
    const lawyer = await house.as('LEGAL');
    await onTeam(house, desk.file, lawyer);
    await house.sql(`update family_wish set face = 'IN_CONTACT', in_contact_since = now() where id = $1 and face = 'IN_PROGRESS'`, [
      sought.wish,
    ]);
    done(await lawyer.get(`/api/family-wishes/${sought.wish}/route`));
    done(await desk.worker.get(`/api/family-wishes/${sought.wish}`));
    const subjects = await house.sql<{ type: string }>('select distinct subject_type as type from audit_event where subject_id = $1', [
      sought.wish,
    ]);
    expect(subjects).toEqual([{ type: 'family_wish' }]);
  });
});
