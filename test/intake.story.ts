import { setTimeout as pause } from 'node:timers/promises';
import { Jobs } from '../apps/api/src/platform/jobs/jobs';
import { type Answer, type House, openHouse, type Person } from './support/house';

const contact = (more: object = {}) => ({
  name: 'فرشته ایزدپناه',
  asked: 'Needs somewhere to stay and a lawyer.',
  source: 'SELF',
  language: 'fa',
  immediateDanger: 'UNKNOWN',
  callbackSafe: true,
  ...more,
});
const ANSWERS = {
  SAFE_TONIGHT: 'YES',
  FOOD: 'YES',
  MEDICINE: 'UNKNOWN',
  INJURY_ILLNESS: 'NO',
  SELF_HARM: 'NO',
  THREAT_NOW: 'NO',
  CHILD_PRESENT: 'NO',
  DEADLINE_7_DAYS: 'YES',
};
const TOLD = ['WHO_WE_ARE', 'VOLUNTARY', 'CONFIDENTIALITY', 'MANDATORY_REPORTING', 'DATA_RIGHTS', 'COMPLAINTS'];

describe('an enquiry', () => {
  let house: House;
  let worker: Person;
  let coordinator: Person;

  beforeAll(async () => {
    house = await openHouse();
    worker = await house.as('CASEWORKER');
    coordinator = await house.as('COORDINATOR');
  });
  afterAll(() => house.close());

  const received = async (more: object = {}, by = worker) => (await by.post('/api/enquiries', contact(more))).body;
  const intakeOf = async (more: object = {}, by = worker) => {
    const { id } = await received(more, by);
    expect((await by.post(`/api/enquiries/${id}/intake`, { noTie: true })).status).toBe(200);
    return id as string;
  };
  const step = (id: string, name: string, body: object, version = 0, by = worker): Promise<Answer> =>
    by.put(`/api/enquiries/${id}/intake/${name}`, body, { version });
  const proposed = async (more: object = {}, identity: object = {}, by = worker) => {
    const id = await intakeOf(more, by);
    await step(id, 'safety', { seenAlone: true, mode: 'IN_PERSON', screen: ANSWERS }, 0, by);
    await step(id, 'information', { told: TOLD }, 0, by);
    await step(
      id,
      'identity',
      {
        name: 'فرشته ایزدپناه',
        languages: ['fa'],
        country: 'AL',
        birth: { calendar: 'JALALI', originalText: '1362' },
        ...identity,
      },
      0,
      by,
    );
    await step(id, 'legal-basis', { basis: 'CONSENT', method: 'VERBAL_REMOTE', capacity: 'YES', freeChoice: 'ALONE' }, 0, by);
    expect((await by.post(`/api/enquiries/${id}/proposal`)).body).toMatchObject({ state: 'INTAKE' });
    return id;
  };
  const answeredBy = async (id: string, who: Person, answer: object = { answer: 'NO_TIE' }) => {
    await coordinator.post(`/api/enquiries/${id}/allocation-questions`, { staffId: who.id });
    const open = (await who.get('/api/allocation-questions')).body.items;
    return (await who.post(`/api/allocation-questions/${open.at(-1).id}/answer`, answer)).body;
  };
  const cleared = async (id: string, who: Person) => {
    await answeredBy(id, who);
    await worker.post(`/api/enquiries/${id}/allocation-questions/${who.id}/client-answer`, { answer: 'NO_OBJECTION' });
  };
  const admitted = async () => {
    const id = await proposed();
    await cleared(id, worker);
    return (await coordinator.post(`/api/enquiries/${id}/admission`, { primaryWorkerId: worker.id })).body;
  };

  it('takes only a name in any script and what is asked', async () => {
    const enquiry = await received({ birth: { calendar: 'JALALI', originalText: '1362' } });
    expect(enquiry).toMatchObject({
      state: 'ENQUIRY',
      name: 'فرشته ایزدپناه',
      caseRef: null,
      birth: { originalText: '1362', month: null, from: '1983-03-21' },
    });
    expect(enquiry.actions).toEqual(['edit', 'respond', 'start_intake', 'decline']);
  });

  it('tells what is missing beside the field', async () => {
    expect((await worker.post('/api/enquiries', contact({ name: '' }))).body).toMatchObject({
      status: 422,
      fields: { name: ['isLength'] },
    });
  });

  it('holds nothing of the person in plain', async () => {
    const { id } = await received({
      name: 'Canaria Plainname',
      asked: 'a canary sentence',
      contactChannel: 'PHONE_CALL',
      contactValue: '+355 canary',
      contactSafety: 'SAFE',
    });
    const [row] = await house.sql('select e::text as text from enquiry e where id = $1', [id]);
    expect(JSON.stringify(row)).not.toMatch(/canar/i);
  });

  it('R-CA-03: is answered within one working day of the office', async () => {
    const friday = await received({ receivedAt: '2026-11-20T10:00:00Z' });
    expect(friday.firstResponseDue).toBe('2026-11-23T22:59:59.000Z');
  });

  it('stops the first clock when somebody was reached', async () => {
    const { id } = await received();
    expect((await worker.post(`/api/enquiries/${id}/first-response`, {})).body.firstResponseAt).toEqual(expect.any(String));
  });

  it('is in the inbox of its office, danger first, and in no other', async () => {
    const calm = await received();
    const danger = await received({ immediateDanger: 'YES' });
    const ids = (await worker.get('/api/enquiries?limit=100')).body.items.map((line: { id: string }) => line.id);
    expect(ids.indexOf(danger.id)).toBeLessThan(ids.indexOf(calm.id));
    const south = await house.as('CASEWORKER', house.offices.south);
    expect((await south.get('/api/enquiries')).body).toEqual({ items: [], total: 0, next: null });
    expect((await south.get(`/api/enquiries/${calm.id}`)).status).toBe(404);
    expect((await south.put(`/api/enquiries/${calm.id}`, contact(), { version: 1 })).status).toBe(404);
  });

  it('pages by keyset without losing or doubling a line', async () => {
    for (let count = 0; count < 3; count++) await received();
    const whole = (await worker.get('/api/enquiries?limit=100')).body;
    for (const sort of ['urgency', 'urgency&direction=desc', 'received', 'received&direction=desc']) {
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: { items: { id: string }[]; next: string | null } = (
          await worker.get(`/api/enquiries?limit=2&sort=${sort}${cursor && `&cursor=${cursor}`}`)
        ).body;
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.next;
      }
      expect(seen).toHaveLength(whole.total);
      expect(new Set(seen).size).toBe(whole.total);
    }
  });

  it('is found by a Latin spelling of a Persian name, and no name stands in an address', async () => {
    const { id } = await received({ name: 'شهرزاد کاویانی' });
    const found = (await worker.post('/api/enquiries/search', { text: 'Shahrzad Kav' })).body.items;
    expect(found.map((line: { id: string }) => line.id)).toEqual([id]);
    expect((await worker.post('/api/enquiries/search', { text: 'Mehrangiz' })).body.total).toBe(0);
  });

  it('is not there for a counsellor, a partner, an auditor or an admin', async () => {
    const { id } = await received();
    for (const role of ['COUNSELLOR', 'LEGAL', 'HOUSING', 'FAMILY_LINKS', 'PARTNER', 'AUDITOR', 'ADMIN'] as const) {
      const other = await house.as(role);
      expect((await other.get('/api/enquiries')).status).toBe(403);
      expect((await other.get(`/api/enquiries/${id}`)).status).toBe(403);
    }
  });

  it('is edited on the version that was read', async () => {
    const { id, version } = await received();
    expect((await worker.put(`/api/enquiries/${id}`, contact({ country: 'AL' }), { version })).body).toMatchObject({
      country: 'AL',
      version: version + 1,
    });
    expect((await coordinator.put(`/api/enquiries/${id}`, contact({ asked: 'Another' }), { version })).body).toMatchObject({
      status: 412,
      facts: { changed: ['country', 'asked'] },
    });
    expect((await worker.put(`/api/enquiries/${id}`, contact())).status).toBe(428);
  });

  it('is declined with a reason and a word on where else to turn, and is written on no more', async () => {
    const { id } = await received();
    expect((await worker.post(`/api/enquiries/${id}/decline`, { reason: 'CAPACITY', signposting: '' })).status).toBe(422);
    const declined = (await worker.post(`/api/enquiries/${id}/decline`, { reason: 'CAPACITY', signposting: 'A legal clinic' })).body;
    expect(declined).toMatchObject({ state: 'DECLINED', declineReason: 'CAPACITY', signposting: 'A legal clinic', actions: [] });
    expect(declined.caseRef).toMatch(/^\w{6}-\w$/);
    expect((await worker.post(`/api/enquiries/${id}/intake`, { noTie: true })).body).toMatchObject({ status: 409, code: 'not-open' });
    expect((await worker.put(`/api/enquiries/${id}`, contact(), { version: declined.version })).body).toMatchObject({
      status: 409,
      code: 'not-open',
    });
  });

  describe('R-RT-01: thirty days after it was declined', () => {
    const declined = async () => {
      const id = await intakeOf();
      await step(id, 'identity', { name: 'Somebody Declined', languages: ['fa'] });
      await worker.post(`/api/enquiries/${id}/decline`, { reason: 'OUT_OF_SCOPE', signposting: 'Elsewhere' });
      return id;
    };
    const age = (id: string, days: number) =>
      house.sql('update enquiry set declined_at = now() - make_interval(days => $2) where id = $1', [id, days]);
    const minimise = () => house.app.get(Jobs).runNow('minimise-declined-enquiries');

    it('only reference, dates and reason are left, and the key is gone', async () => {
      const id = await declined();
      await age(id, 31);
      await minimise();
      const left = (await worker.get(`/api/enquiries/${id}`)).body;
      expect(left).toMatchObject({
        state: 'DECLINED',
        declineReason: 'OUT_OF_SCOPE',
        name: null,
        asked: null,
        language: null,
        country: null,
        source: null,
        receivedBy: null,
      });
      expect(left.caseRef).toMatch(/^\w{6}-\w$/);
      const [{ count }] = await house.sql<{ count: string }>(
        'select (select count(*) from intake_step where enquiry_id = $1) + (select count(*) from enquiry_name_token where enquiry_id = $1) as count',
        [id],
      );
      expect(Number(count)).toBe(0);
      expect(await house.keysSql('select 1 from subject_key where subject_id = $1 and wrapped is not null', [id])).toEqual([]);
      expect(await house.sql('select actor_kind, word from audit_event where subject_id = $1 and actor_kind = $2', [id, 'JOB'])).toEqual([
        { actor_kind: 'JOB', word: 'enquiry:minimise' },
      ]);
    });

    it('but not a day earlier', async () => {
      const id = await declined();
      await age(id, 29);
      await minimise();
      expect((await worker.get(`/api/enquiries/${id}`)).body.name).toBe('فرشته ایزدپناه');
    });
  });

  describe('a tie', () => {
    it('R-AC-13: intake is not started by one who has not said that they have none', async () => {
      const { id } = await received();
      expect((await worker.post(`/api/enquiries/${id}/intake`, { noTie: false })).body).toMatchObject({
        status: 422,
        code: 'tie-not-answered',
      });
      expect((await worker.post(`/api/enquiries/${id}/intake`, { noTie: true })).body).toMatchObject({
        state: 'INTAKE',
        caseRef: expect.stringMatching(/^\w{6}-\w$/),
      });
    });

    it('R-AC-01: closes the enquiry to whoever declares it, and to nobody else', async () => {
      const { id } = await received();
      const tied = await house.as('CASEWORKER');
      expect((await tied.post(`/api/enquiries/${id}/tie`, { kind: 'RELATIVE' })).status).toBe(204);
      expect((await tied.get(`/api/enquiries/${id}`)).body.code).toBe('not-found');
      expect((await tied.get('/api/enquiries?limit=100')).body.items.map((line: { id: string }) => line.id)).not.toContain(id);
      expect((await worker.get(`/api/enquiries/${id}`)).status).toBe(200);
    });
  });

  it('is not taken up while its contact is not known to be safe', async () => {
    const { id } = await received({ contactChannel: 'SMS', contactValue: '+355 600', contactSafety: 'UNVERIFIED' });
    expect((await worker.post(`/api/enquiries/${id}/intake`, { noTie: true })).body).toMatchObject({
      status: 422,
      code: 'contact-not-safe',
    });
  });

  describe('an intake', () => {
    it('is left and taken up again at any step', async () => {
      const id = await intakeOf();
      expect((await step(id, 'situation', { situation: 'A room until Friday.' })).status).toBe(200);
      const view = (await worker.get(`/api/enquiries/${id}/intake`)).body;
      expect(view.situation).toEqual({ situation: 'A room until Friday.' });
      expect(view.identity).toMatchObject({ name: 'فرشته ایزدپناه', languages: ['fa'] });
      expect(
        view.steps.map((each: { step: string; version: number; complete: boolean }) => [each.step, each.version, each.complete]),
      ).toEqual([
        ['SAFETY', 0, false],
        ['INFORMATION', 0, false],
        ['IDENTITY', 0, false],
        ['SITUATION', 1, true],
        ['LEGAL_BASIS', 0, false],
        ['PROPOSAL', 0, false],
      ]);
    });

    it('shows what must be done today', async () => {
      const id = await intakeOf();
      expect((await step(id, 'safety', { screen: { ...ANSWERS, SAFE_TONIGHT: 'NO' } })).body.urgent).toEqual([
        'SAFE_TONIGHT',
        'DEADLINE_7_DAYS',
      ]);
    });

    it('is saved by one at a time: the later one sees what differs', async () => {
      const id = await intakeOf();
      await step(id, 'legal-basis', { basis: 'CONSENT' });
      expect((await step(id, 'legal-basis', { basis: 'VITAL_INTEREST' }, 0, coordinator)).body).toMatchObject({
        status: 412,
        facts: { version: 1, changed: ['basis'] },
      });
      expect((await step(id, 'legal-basis', { basis: 'VITAL_INTEREST' }, 1, coordinator)).status).toBe(200);
    });

    it('refuses a date that never was, and keeps the words of one that may have been (R-ID-02)', async () => {
      const id = await intakeOf();
      const born = (originalText: string) => step(id, 'identity', { birth: { calendar: 'JALALI', originalText } });
      expect((await born('1394-12-30')).body).toMatchObject({ status: 422, code: 'no-such-day', facts: { daysInMonth: 29 } });
      expect((await born('1394-12')).status).toBe(200);
    });

    it('R-ID-01: is proposed with a name to use, a language, a country and a basis; without them the gaps are named', async () => {
      const id = await intakeOf();
      const refused = (await worker.post(`/api/enquiries/${id}/proposal`)).body;
      expect(refused).toMatchObject({
        status: 422,
        code: 'intake-incomplete',
        facts: { steps: ['SAFETY', 'INFORMATION', 'IDENTITY', 'LEGAL_BASIS'] },
      });
      expect(refused.fields.country).toEqual(['missing']);
      await proposed();
    });
  });

  describe('duplicate hints', () => {
    const hints = async (id: string, who: Person) => (await who.get(`/api/enquiries/${id}/matches`)).body.items;

    it('R-ID-06, R-ID-07: are shown within reach only, and the other case’s coordinator gets a line', async () => {
      const first = await admitted();
      const south = house.offices.south;
      const [theirWorker, theirCoordinator] = [await house.as('CASEWORKER', south), await house.as('COORDINATOR', south)];
      const again = await intakeOf({ name: 'Fereshteh Izadpanah' }, theirWorker);
      expect(await hints(again, theirWorker)).toEqual([]);
      expect(await hints(again, theirCoordinator)).toEqual([]);
      const here = await intakeOf({ name: 'Fereshteh Izadpanah', birth: { calendar: 'JALALI', originalText: '1362' } });
      expect((await hints(here, worker)).map((match: { caseRef: string }) => match.caseRef)).toContain(first.caseRef);
      await house.app.get(Jobs).runNow('compare-enquiries');
      const { caseRef } = (await theirWorker.get(`/api/enquiries/${again}`)).body;
      const lines = (await coordinator.get('/api/duplicate-lines')).body.items;
      const line = lines.find(
        (each: { enquiryRef: string; caseRef: string }) => each.enquiryRef === caseRef && each.caseRef === first.caseRef,
      );
      expect(line).toBeDefined();
      expect(JSON.stringify(lines)).not.toMatch(/Fereshteh|فرشته/);
      expect((await theirCoordinator.get('/api/duplicate-lines')).body.items).toEqual([]);
      expect((await worker.get('/api/duplicate-lines')).status).toBe(403);
      expect((await coordinator.post(`/api/duplicate-lines/${line.id}/settlement`)).status).toBe(204);
      expect((await coordinator.get('/api/duplicate-lines')).body.items.map((each: { id: string }) => each.id)).not.toContain(line.id);
    });
  });

  describe('before somebody is named', () => {
    it('R-AC-13: they are asked on their own screen, with a pseudonym and neutral facts', async () => {
      const id = await proposed();
      const candidate = await house.as('CASEWORKER');
      await coordinator.post(`/api/enquiries/${id}/allocation-questions`, { staffId: candidate.id });
      const [question] = (await candidate.get('/api/allocation-questions')).body.items;
      expect(question).toMatchObject({ pseudonym: expect.stringMatching(/^\w+ \d+$/), language: 'fa', country: 'AL' });
      expect(JSON.stringify(question)).not.toMatch(/فرشته|ایزد/);
      expect((await worker.get(`/api/allocation-questions/${question.id}`)).status).toBe(404);
      expect((await worker.post(`/api/allocation-questions/${question.id}/answer`, { answer: 'NO_TIE' })).status).toBe(404);
    });

    it('R-AC-13: without both answers nobody is named; with both they are', async () => {
      const id = await proposed();
      const admit = () => coordinator.post(`/api/enquiries/${id}/admission`, { primaryWorkerId: worker.id });
      expect((await admit()).body).toMatchObject({ status: 422, code: 'team-not-answered' });
      await answeredBy(id, worker);
      expect((await admit()).body).toMatchObject({ code: 'team-not-answered', facts: { open: ['clientHasNoObjection'] } });
      await worker.post(`/api/enquiries/${id}/allocation-questions/${worker.id}/client-answer`, { answer: 'NO_OBJECTION' });
      expect((await admit()).body).toMatchObject({ state: 'ADMITTED', caseId: expect.any(String) });
    });

    it('R-AC-13: a client who objects is heard', async () => {
      const id = await proposed();
      await answeredBy(id, worker);
      await worker.post(`/api/enquiries/${id}/allocation-questions/${worker.id}/client-answer`, { answer: 'OBJECTION' });
      expect((await coordinator.post(`/api/enquiries/${id}/admission`, { primaryWorkerId: worker.id })).body).toMatchObject({
        status: 422,
        code: 'team-declined',
      });
    });

    it('R-AC-01: one who answers that they have a tie is no candidate any more, and the enquiry is not there for them', async () => {
      const id = await proposed();
      const tied = await house.as('CASEWORKER');
      await answeredBy(id, tied, { answer: 'TIE', kind: 'DISPUTE' });
      expect((await tied.get(`/api/enquiries/${id}`)).status).toBe(404);
      const candidates = (await coordinator.get(`/api/enquiries/${id}/candidates`)).body.items.map(
        (each: { staffId: string }) => each.staffId,
      );
      expect(candidates).toContain(worker.id);
      expect(candidates).not.toContain(tied.id);
    });

    it('R-CA-05: candidates stand with their weighted load, the least laden first', async () => {
      const id = await proposed();
      const fresh = await house.as('CASEWORKER');
      const { items } = (await coordinator.get(`/api/enquiries/${id}/candidates`)).body;
      expect(items.find((each: { staffId: string }) => each.staffId === fresh.id)).toMatchObject({
        points: 1.5,
        openCases: 0,
        level: 'FREE',
      });
      expect(items.map((each: { points: number }) => each.points)).toEqual(
        [...items.map((each: { points: number }) => each.points)].sort((a: number, b: number) => a - b),
      );
      expect((await worker.get(`/api/enquiries/${id}/candidates`)).status).toBe(403);
    });
  });

  describe('admission', () => {
    it('R-CA-01: is one act of a coordinator: client, case and primary worker', async () => {
      const enquiry = await admitted();
      expect(enquiry).toMatchObject({ state: 'ADMITTED', actions: [], name: 'فرشته ایزدپناه' });
      const [row] = await house.sql('select primary_worker_id, case_ref, state from case_file where id = $1', [enquiry.caseId]);
      expect(row).toEqual({ primary_worker_id: worker.id, case_ref: enquiry.caseRef, state: 'ASSESSMENT' });
    });

    it('C.4: a reference that a case has is not drawn for another, whoever draws; a free one is', async () => {
      const { caseRef } = await admitted();
      const free = await house.sql<{ ref: string }>('select ref from app.free_references($1) as ref', [[caseRef, '000000-0']]);
      expect(free).toEqual([{ ref: '000000-0' }]);
    });

    it('is not done by the one who proposed, nor by a caseworker, nor before anybody proposed', async () => {
      const id = await proposed();
      await cleared(id, worker);
      const other = await house.as('CASEWORKER');
      expect((await other.post(`/api/enquiries/${id}/admission`, { primaryWorkerId: worker.id })).status).toBe(403);
      const early = await intakeOf();
      expect((await coordinator.post(`/api/enquiries/${early}/admission`, { primaryWorkerId: worker.id })).body).toMatchObject({
        status: 422,
        code: 'not-proposed',
      });
    });

    it('closes the enquiry to the office: only the team and the coordinator read it from then on', async () => {
      const { id } = await admitted();
      const colleague = await house.as('CASEWORKER');
      expect((await colleague.get(`/api/enquiries/${id}`)).status).toBe(404);
      expect((await colleague.get(`/api/enquiries/${id}/intake`)).status).toBe(404);
      expect((await worker.get(`/api/enquiries/${id}/intake`)).body.identity.name).toBe('فرشته ایزدپناه');
      expect((await coordinator.get(`/api/enquiries/${id}`)).status).toBe(200);
    });

    it('seals what was written anew under the client’s key; the enquiry’s own key is destroyed', async () => {
      const { id } = await admitted();
      const kept = () => house.keysSql('select 1 from subject_key where subject_id = $1 and wrapped is not null', [id]);
      for (let left = 100; left > 0 && (await kept()).length > 0; left--) await pause(50);
      expect(await kept()).toEqual([]);
      expect((await coordinator.get(`/api/enquiries/${id}/intake`)).body.safety.screen).toEqual(ANSWERS);
    });

    it('is taken back whole when one part of it fails', async () => {
      const id = await proposed();
      await cleared(id, worker);
      await house.sql(
        `alter table case_file add constraint story_refuses check (case_ref <> '${(await worker.get(`/api/enquiries/${id}`)).body.caseRef}')`,
      );
      const clients = async () => (await house.sql<{ count: string }>('select count(*) from client'))[0]?.count;
      const before = await clients();
      expect((await coordinator.post(`/api/enquiries/${id}/admission`, { primaryWorkerId: worker.id })).status).toBe(422);
      expect(await clients()).toBe(before);
      expect((await coordinator.get(`/api/enquiries/${id}`)).body).toMatchObject({ state: 'INTAKE', name: 'فرشته ایزدپناه' });
    });

    it('happens once when it is sent twice', async () => {
      const id = await proposed();
      await cleared(id, worker);
      const key = '0b6a3a39-6f0c-4d0e-9f39-5d7b1f0d7a11';
      const twice = await Promise.all(
        [1, 2].map(() => coordinator.post(`/api/enquiries/${id}/admission`, { primaryWorkerId: worker.id }, { key })),
      );
      expect(twice.map(({ status }) => status)).toEqual([200, 200]);
      expect(twice[0]?.body.caseId).toBe(twice[1]?.body.caseId);
    });
  });
});
