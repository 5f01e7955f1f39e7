import { createHash } from 'node:crypto';
import { Client } from 'pg';
import {
  ago,
  allocated,
  allocation,
  ask,
  type CounsellingDesk,
  license,
  must,
  newFile,
  noteOf,
  openDesk,
  screening,
  SESSION,
  session,
  signed,
  step,
  underWay,
} from './support/counselling-desk';
import { standingConsent, withdraw } from './support/consent-desk';
import { onTeam } from './support/file-on-paper';
import { openHouse, type Person } from './support/house';
import { Jobs } from '../apps/api/src/platform/jobs/jobs';
import { officeDay } from './support/office-day';

let desk: CounsellingDesk;

beforeAll(async () => {
  desk = await openDesk(await openHouse());
});
afterAll(() => desk.house.close());
beforeEach(async () => {
  // what stories before have left open stands on nobody's day
  await desk.house.sql(
    `update counselling_episode set state = 'DECLINED', urgency = coalesce(urgency, 'ROUTINE'), ended_at = coalesce(ended_at, now()), end_reason = coalesce(end_reason, 'OTHER')
      where state not in ('ENDED', 'DECLINED')`,
  );
  desk = await newFile(desk);
});

const read = async (by: Person, id: string) => (await by.get(`/api/counselling/${id}`)).body;
const onFile = async (by: Person) => by.get(`/api/cases/${desk.file.caseId}/counselling`);
/** What the database itself shows to somebody, past every condition of the app. */
const rowsOf = async ({ cookie }: Person, text: string, value: string): Promise<number> => {
  const runtime = new Client(desk.house.urls.app);
  await runtime.connect();
  await runtime.query('begin');
  await runtime.query('select app.enter($1, false)', [createHash('sha256').update(cookie.replace('sid=', '')).digest()]);
  const { rows } = await runtime.query<{ n: number }>(text, [value]);
  await runtime.query('rollback');
  await runtime.end();
  return rows[0]?.n ?? -1;
};
/** What stands on somebody's day about their own work: about this note, counsellor or episode. */
const ownWorkOf = async (who: Person, recordId: string): Promise<string[]> => {
  const about = (await desk.house.sql<{ id: string }>('select id from task where record_id = $1', [recordId])).map(({ id }) => id);
  const { items } = (await who.get('/api/day')).body as { items: { id: string; kind: string }[] };
  return items.flatMap(({ id, kind }) => (about.includes(id) ? [kind] : []));
};
const day = (ahead: number): string => officeDay(ahead);
const fieldsOf = (body: { fields?: object }): string[] => Object.keys(body.fields ?? {});

describe('an episode of counselling', () => {
  it('goes from the request through triage, waiting and sessions to its end, each step by whose it is', async () => {
    const { counsellor, lead, worker } = desk;
    const id = await ask(desk);
    expect((await step(worker, id, 'triage', { urgency: 'ROUTINE', riskAsked: true })).status).toBe(403);
    expect(fieldsOf((await step(counsellor, id, 'triage', { urgency: 'ROUTINE', riskAsked: false })).body)).toEqual(['riskAsked']);
    await must(step(counsellor, id, 'triage', { urgency: 'URGENT', riskAsked: true, riskAnswers: 'Nothing acute.' }));
    expect((await step(counsellor, id, 'waiting')).body.code).toBe('clinical-lead-only');
    await must(step(lead, id, 'waiting'));
    await must(step(counsellor, id, 'contacts', { kind: 'CHECK_IN', channel: 'PHONE_CALL', at: ago(1) }));
    await standingConsent(worker, desk.file.caseId, { purpose: 'C07_COUNSELLING', recipients: [] });
    await must(step(lead, id, 'allocation', allocation(desk)));
    await must(session(counsellor, id, { nextAt: new Date(Date.now() + 86_400_000).toISOString() }));
    const begun = { goals: 'To sleep through.', limitsExplained: true };
    expect(fieldsOf((await step(counsellor, id, 'beginning', begun)).body)).toEqual(['assessmentNote']);
    await signed(counsellor, id, 'ASSESSMENT');
    expect(fieldsOf((await step(counsellor, id, 'beginning', { goals: ' ', limitsExplained: false })).body)).toEqual([
      'goals',
      'limitsExplained',
    ]);
    await must(step(counsellor, id, 'beginning', begun));
    expect(fieldsOf((await step(counsellor, id, 'pause', { reason: 'A journey', reviewOn: day(61) })).body)).toEqual(['reviewOn']);
    await must(step(counsellor, id, 'pause', { reason: 'A journey', reviewOn: day(30) }));
    await must(step(counsellor, id, 'resumption'));
    await must(step(counsellor, id, 'planned-ending'));
    expect(fieldsOf((await step(counsellor, id, 'continuation', { goals: 'To sleep through.' })).body)).toEqual(['goals']);
    await must(step(counsellor, id, 'continuation', { goals: 'To sleep through, and to travel.' }));
    await must(step(counsellor, id, 'planned-ending'));
    const over = { endReason: 'GOALS_MET', finalMeasureDeclined: false };
    expect(fieldsOf((await step(counsellor, id, 'end', over)).body)).toEqual(['endingNote', 'finalMeasure']);
    await signed(counsellor, id, 'ENDING');
    const { clinical, phase } = await must(step(counsellor, id, 'end', { ...over, finalMeasureDeclined: true }));
    expect([clinical.state, clinical.endReason, phase]).toEqual(['ENDED', 'GOALS_MET', 'ENDED']);
  });

  it('is not taken up for a reason: an alternative is offered, or from the waiting list the client declined or two contacts failed', async () => {
    const { counsellor, lead } = desk;
    const id = await ask(desk);
    await must(step(counsellor, id, 'triage', { urgency: 'ROUTINE', riskAsked: true }));
    expect(fieldsOf((await step(counsellor, id, 'decline', { reason: 'NOT_SUITABLE' })).body)).toEqual(['alternative']);
    await must(step(lead, id, 'waiting'));
    expect((await step(counsellor, id, 'decline', { reason: 'NOT_SUITABLE', alternative: 'A clinic' })).body.fields.reason).toEqual([
      'not-from-waiting',
    ]);
    expect((await step(counsellor, id, 'decline', { reason: 'TWO_FAILED_CONTACTS' })).body.fields.reason).toEqual(['attempts-missing']);
    for (const at of [ago(50), ago(2)]) await must(step(counsellor, id, 'contacts', { kind: 'ATTEMPT', channel: 'PHONE_CALL', at }));
    await must(step(counsellor, id, 'decline', { reason: 'TWO_FAILED_CONTACTS' }));
  });

  it('that breaks off because nobody came ends after two attempts on two days, with risk looked at; others end elsewhere', async () => {
    const { counsellor } = desk;
    const id = await underWay(desk);
    const gone = { endReason: 'DISENGAGED', riskChecked: true };
    for (const hour of ['09', '11'])
      await must(session(counsellor, id, { at: `${day(-4)}T${hour}:00:00.000Z`, status: 'DNA', riskChecked: undefined }));
    expect((await step(counsellor, id, 'unplanned-end', gone)).body.fields.endReason).toEqual(['attempts-missing']);
    await must(session(counsellor, id, { at: ago(2), status: 'DNA', riskChecked: undefined }));
    expect(fieldsOf((await step(counsellor, id, 'unplanned-end', { ...gone, riskChecked: false })).body)).toEqual(['riskChecked']);
    const { clinical } = await must(step(counsellor, id, 'unplanned-end', gone));
    expect(clinical.endingDue).toBe(day(14));
    const other = await allocated(await newFile(desk).then((fresh) => (desk = fresh)));
    expect((await step(counsellor, other, 'onward-referral', { endReason: 'GOALS_MET' })).body.fields.endReason).toEqual([
      'not-referred-on',
    ]);
    await must(step(counsellor, other, 'onward-referral', { endReason: 'TRANSFERRED' }));
  });

  it('rests on the consent to counselling: without it nobody is given it, and nothing new is told to the team', async () => {
    const { counsellor, lead, worker, file } = desk;
    const id = await ask(desk);
    await must(step(counsellor, id, 'triage', { urgency: 'ROUTINE', riskAsked: true }));
    expect((await step(lead, id, 'allocation', allocation(desk))).body.code).toBe('consent-missing');
    const consent = await standingConsent(worker, file.caseId, { purpose: 'C07_COUNSELLING', recipients: [] });
    await must(step(lead, id, 'allocation', allocation(desk)));
    const share = async () =>
      counsellor.put(
        `/api/counselling/${id}/shared-summary`,
        { text: 'Comes, and wants to go on.' },
        { version: (await read(counsellor, id)).version },
      );
    expect((await share()).status).toBe(200);
    expect((await withdraw(worker, consent.id)).status).toBeLessThan(300);
    expect((await share()).body.code).toBe('consent-missing');
    const due = (await counsellor.get('/api/counselling')).body.due as { kind: string; episodeId: string }[];
    expect(due.filter(({ episodeId }) => episodeId === id).map(({ kind }) => kind)).toContain('CONSENT_TALK');
  });

  it('says who asked for what once: the same service is not asked for twice at a time, and never with a name in the question', async () => {
    await ask(desk);
    const again = await desk.worker.post(`/api/cases/${desk.file.caseId}/counselling`, {
      service: 'SUPPORTIVE',
      source: 'SELF',
      question: 'Once more.',
      themes: [],
      preferredGender: 'ANY',
      noTie: false,
    });
    expect([again.status, again.body.code]).toEqual([422, 'already-asked']);
    const named = await desk.worker.post(`/api/cases/${desk.file.caseId}/counselling`, {
      service: 'GRIEF',
      source: 'SELF',
      question: `${desk.file.name} sleeps badly.`,
      themes: [],
      preferredGender: 'ANY',
      noTie: false,
    });
    expect([named.status, fieldsOf(named.body)]).toEqual([422, ['question']]);
  });
});

describe('R-CN-09: counsellor and primary worker', () => {
  it('are two people, whichever comes first, and the database holds it too', async () => {
    const { house, file, counsellor } = desk;
    const id = await allocated(desk);
    const primary = house.sql('update case_file set primary_worker_id = $2 where id = $1', [file.caseId, counsellor.id]);
    await expect(primary).rejects.toMatchObject({ constraint: 'counselling_counsellor_apart' });
    const other = house.sql('update counselling_episode set counsellor_id = $2 where id = $1', [id, desk.worker.id]);
    await expect(other).rejects.toMatchObject({ constraint: 'counselling_counsellor_apart' });
    const colleague = await house.as('CASEWORKER');
    await house.sql('update case_file set primary_worker_id = $2 where id = $1', [file.caseId, colleague.id]); // twin: anybody else
  });

  it('nobody is given an episode who stands on no team, is blocked, leads it themself, or would supervise themself (R-AC-13, R-AC-01)', async () => {
    const { house, lead, counsellor, coordinator, worker, file } = desk;
    const id = await ask(desk);
    await must(step(counsellor, id, 'triage', { urgency: 'ROUTINE', riskAsked: true }));
    await standingConsent(worker, file.caseId, { purpose: 'C07_COUNSELLING', recipients: [] });
    const stranger = await house.as('COUNSELLOR');
    const to = (counsellorId: string, supervisorId = lead.id) =>
      step(lead, id, 'allocation', { counsellorId, supervisorId, preferenceRespected: true });
    expect((await to(stranger.id)).body.fields.counsellorId).toEqual(['not-on-team']);
    expect((await to(lead.id, stranger.id)).body.fields.counsellorId).toEqual(['not-on-team']);
    expect((await to(counsellor.id, counsellor.id)).body.code).toBe('same-person');
    const blocked = await house.as('COUNSELLOR');
    await onTeam(house, file, blocked);
    await must(
      coordinator.post(`/api/cases/${file.caseId}/blocks`, { staffId: blocked.id, kind: 'DISPUTE', source: 'CLIENT_STATED' }),
      204,
    );
    expect((await to(blocked.id)).body.fields.counsellorId).toEqual(['not-on-team']);
    const unheeded = { counsellorId: counsellor.id, supervisorId: lead.id, preferenceRespected: false };
    expect(fieldsOf((await step(lead, id, 'allocation', unheeded)).body)).toEqual(['preferenceRespected']);
    expect((await to(counsellor.id)).status).toBe(200);
  });
});

describe('R-CN-02: who sees what of counselling', () => {
  it('the case team sees appointments, whether the person came, and the summary; the coordinator the first two; a legal adviser nothing', async () => {
    const { house, counsellor, worker, coordinator, lead, file } = desk;
    const id = await underWay(desk);
    await must(session(counsellor, id, { participants: 'Canary participants' }));
    await must(session(counsellor, id, { at: ago(30), status: 'DNA', riskChecked: undefined }));
    await signed(counsellor, id, 'PROGRESS', { body: 'Canary progress' });
    await must(
      counsellor.put(
        `/api/counselling/${id}/shared-summary`,
        { text: 'Comes each week.' },
        { version: (await read(counsellor, id)).version },
      ),
    );
    const team = await onFile(worker);
    const [seen] = team.body.episodes;
    expect(seen.attendance.map(({ attendance }: { attendance: string }) => attendance)).toEqual(['ATTENDED', 'NOT_ATTENDED']);
    expect([seen.sharedSummary.text, seen.clinical, seen.actions, seen.phase]).toEqual(['Comes each week.', null, [], 'UNDER_WAY']);
    expect(team.text).not.toMatch(/Canary|SUPPORTIVE|SLEEP|IN_PERSON/);
    const office = (await onFile(coordinator)).body.episodes[0];
    expect([office.attendance.length, office.sharedSummary, office.clinical]).toEqual([2, null, null]);
    const legal = await house.as('LEGAL');
    await onTeam(house, file, legal);
    expect((await legal.get(`/api/cases/${file.caseId}`)).status).toBe(200); // twin: the file itself opens
    expect((await onFile(legal)).status).toBe(403);
    const housing = await house.as('HOUSING');
    await onTeam(house, file, housing);
    expect((await onFile(housing)).status).toBe(403);
    expect((await read(lead, id)).clinical.sessions).toHaveLength(2);
    for (const path of ['notes', 'screenings', 'private-notes'])
      for (const outsider of [worker, coordinator, legal]) expect((await outsider.get(`/api/counselling/${id}/${path}`)).status).toBe(403);
  });

  it('another counsellor on the team is told no more than the team; a coordinator of another office nothing', async () => {
    const { house, file } = desk;
    const id = await allocated(desk);
    const other = await house.as('COUNSELLOR');
    await onTeam(house, file, other);
    expect((await read(other, id)).clinical).toBeNull();
    expect((await other.get(`/api/counselling/${id}/notes`)).status).toBe(404);
    const south = await house.as('COORDINATOR', house.offices.south);
    expect((await south.get(`/api/counselling/${id}`)).status).toBe(404);
  });

  it('a legal adviser on the team finds no row of it in the database either, a caseworker no record note and no score but one', async () => {
    const { house, file, worker, counsellor } = desk;
    const id = await underWay(desk);
    for (const [instrument, items] of [
      ['WHO5', [3, 3, 2, 2, 2]],
      ['GAD7', [1, 1, 1, 1, 1, 1, 1]],
    ] as const) {
      await must(license(desk, instrument));
      await must(screening(counsellor, id, instrument, [...items]), 201);
    }
    const legal = await house.as('LEGAL');
    await onTeam(house, file, legal);
    const seenBy = (person: Person) =>
      Promise.all(
        ['counselling_episode', 'counselling_session', 'clinical_note', 'screening_result'].map((table) =>
          rowsOf(person, `select count(*)::int as n from ${table} where client_id = $1`, file.clientId),
        ),
      );
    await must(session(counsellor, id));
    expect(await seenBy(legal)).toEqual([0, 0, 0, 0]);
    expect(await seenBy(worker)).toEqual([1, 1, 0, 1]);
    expect(await seenBy(counsellor)).toEqual([1, 1, 1, 2]);
    expect(await seenBy(desk.coordinator)).toEqual([1, 1, 0, 0]);
  });
});

describe('R-CN-03: a risk note', () => {
  it('is read by whoever owns the safety plan and by the coordinator, once it is signed', async () => {
    const { counsellor, worker, coordinator, house, file } = desk;
    const id = await underWay(desk);
    const draft = await must(counsellor.post(`/api/counselling/${id}/notes`, noteOf('RISK')), 201);
    expect((await onFile(worker)).body.riskNotes).toEqual([]);
    await must(counsellor.post(`/api/clinical-notes/${draft.id as string}/signature`, noteOf('RISK'), { version: 1 }));
    for (const reader of [worker, coordinator]) expect((await onFile(reader)).body.riskNotes[0].body).toBe('What belongs to RISK.');
    const colleague = await house.as('CASEWORKER');
    await onTeam(house, file, colleague);
    expect((await onFile(colleague)).body.riskNotes).toEqual([]);
  });
});

describe('R-CN-04: a record note', () => {
  it('is signed once and never changed, here nor in the database; an addendum is its author’s alone', async () => {
    const { house, counsellor, lead } = desk;
    const id = await underWay(desk);
    const { id: note } = await signed(counsellor, id, 'PROGRESS');
    const path = `/api/clinical-notes/${note as string}`;
    expect((await counsellor.put(path, noteOf('PROGRESS', { body: 'Other words' }), { version: 2 })).body.code).toBe('not-open');
    expect((await counsellor.delete(path)).body.code).toBe('not-open');
    for (const statement of [`update clinical_note set type = 'PLAN' where id = $1`, 'delete from clinical_note where id = $1'])
      await expect(house.sql(statement, [note])).rejects.toMatchObject({ constraint: 'clinical_note_signed_stays' });
    expect((await lead.post(`/api/counselling/${id}/notes`, noteOf('PROGRESS', { addsTo: note }))).status).toBe(404);
    const forged = house.sql(
      `insert into clinical_note (id, org_id, office_id, client_id, episode_id, author_id, type, state, happened_at, adds_to_id, sealed)
       select gen_random_uuid(), org_id, office_id, client_id, episode_id, $2, type, 'DRAFT', now(), id, sealed from clinical_note where id = $1`,
      [note, lead.id],
    );
    await expect(forged).rejects.toMatchObject({ constraint: 'clinical_note_addendum' });
    const addendum = await signed(counsellor, id, 'PROGRESS', { addsTo: note });
    expect(addendum.addsToId).toBe(note);
  });

  it('that waits for its signature warns its author after 72 hours, and the lead after 7 days, who reads that it waits and not what it says', async () => {
    const { house, counsellor, lead } = desk;
    const id = await underWay(desk);
    const draft = await must(counsellor.post(`/api/counselling/${id}/notes`, noteOf('PROGRESS', { body: 'Canary draft' })), 201);
    const waited = async (hours: number, who: Person) => {
      await house.sql('update clinical_note set written_at = $2 where id = $1', [draft.id, ago(hours)]);
      const { due } = (await who.get('/api/counselling')).body as { due: { id: string; kind: string; late: boolean }[] };
      return due.filter((line) => line.id === draft.id).map(({ kind, late }) => `${kind} ${String(late)}`);
    };
    expect([await waited(71, counsellor), await waited(73, counsellor)]).toEqual([['UNSIGNED false'], ['UNSIGNED true']]);
    expect([await waited(167, lead), await waited(169, lead)]).toEqual([[], ['UNSIGNED_LEAD true']]);
    const notes = await lead.get(`/api/counselling/${id}/notes`);
    expect(notes.text).not.toContain('Canary draft');
    expect(notes.body.items.find((note: { id: string }) => note.id === draft.id)).toMatchObject({
      body: null,
      waiting: 'LEAD',
      actions: [],
    });
  });

  it('is on its author’s day after 72 hours and on the lead’s after 7 days, on nobody else’s; signed, it is gone from both', async () => {
    const { house, counsellor, lead, worker, coordinator, file } = desk;
    const id = await underWay(desk);
    const draft = await must(counsellor.post(`/api/counselling/${id}/notes`, noteOf('PROGRESS')), 201);
    const after = async (hours: number, ...people: Person[]) => {
      await house.sql('update clinical_note set written_at = $2 where id = $1', [draft.id, ago(hours)]);
      for (let run = 0; run < 2; run += 1) await house.app.get(Jobs).runNow('counselling-clock');
      return Promise.all(people.map((who) => ownWorkOf(who, draft.id as string)));
    };
    expect(await after(71, counsellor, lead)).toEqual([[], []]);
    expect(await after(73, counsellor, lead)).toEqual([['NOTE_UNSIGNED'], []]);
    expect(await after(169, counsellor, lead, worker, coordinator)).toEqual([['NOTE_UNSIGNED'], ['NOTE_UNSIGNED_LEAD'], [], []]);
    expect((await worker.get(`/api/cases/${file.caseId}/tasks`)).text).not.toContain('NOTE_UNSIGNED');
    const seen = await Promise.all(
      [counsellor, lead, worker, coordinator].map((who) =>
        rowsOf(who, `select count(*)::int as n from task where record_id = $1`, draft.id as string),
      ),
    );
    expect(seen).toEqual([1, 1, 0, 0]);
    await must(counsellor.post(`/api/clinical-notes/${draft.id as string}/signature`, noteOf('PROGRESS'), { version: 1 }));
    await house.app.get(Jobs).runNow('counselling-clock');
    expect(await Promise.all([counsellor, lead].map((who) => ownWorkOf(who, draft.id as string)))).toEqual([[], []]);
  });

  it('is closed to a counsellor who was followed by another; the new one reads the record', async () => {
    const { house, counsellor, lead, file } = desk;
    const id = await underWay(desk);
    const next = await house.as('COUNSELLOR');
    await onTeam(house, file, next);
    expect((await next.get(`/api/counselling/${id}/notes`)).status).toBe(404);
    await must(step(lead, id, 'handover', { counsellorId: next.id, supervisorId: lead.id, preferenceRespected: true }));
    expect((await next.get(`/api/counselling/${id}/notes`)).body.items).toHaveLength(1);
    expect((await counsellor.post(`/api/counselling/${id}/notes`, noteOf('PROGRESS'))).status).toBe(404);
  });
});

describe('R-CN-05, R-RI-05: screening', () => {
  const flagged = [3, 3, 3, 2, 2, 3, 2, 1, 1];

  it('is scored here, kept with its band, and told to the team for one instrument only', async () => {
    const { counsellor, worker, coordinator } = desk;
    const id = await underWay(desk);
    for (const instrument of ['PHQ9', 'WHO5']) await must(license(desk, instrument));
    const { body } = await screening(counsellor, id, 'PHQ9', [1, 1, 2, 1, 0, 1, 2, 0, 0]);
    expect([body.score, body.most, body.band, body.positive, body.flags]).toEqual([8, 27, 'MILD', false, []]);
    await must(screening(counsellor, id, 'WHO5', [3, 3, 2, 2, 2]), 201);
    const told = (await onFile(worker)).body.wellbeing;
    expect(told).toMatchObject([{ instrument: 'WHO5', score: 48, band: 'LOW', items: null }]);
    expect((await onFile(coordinator)).body.wellbeing).toEqual([]);
    expect((await counsellor.get(`/api/counselling/${id}/screenings`)).body.items).toHaveLength(2);
  });

  it('with too many blanks, a number the form does not know, or a date ahead is refused with field and reason, and nothing is kept', async () => {
    const { counsellor, house } = desk;
    const id = await underWay(desk);
    await must(license(desk, 'PHQ9'));
    const blank = await screening(counsellor, id, 'PHQ9', [null, null, null, 1, 1, 1, 1, 1, 1]);
    expect([blank.status, blank.body.code, blank.body.facts, blank.body.fields]).toEqual([
      422,
      'too-many-blanks',
      { blank: 3, most: 2 },
      { items: ['too-many-blanks'] },
    ]);
    expect((await screening(counsellor, id, 'PHQ9', [9, 1, 1, 1, 1, 1, 1, 1, 1])).body.fields).toEqual({ items: ['out-of-range'] });
    expect((await screening(counsellor, id, 'PHQ9', ['1', 1, 1, 1, 1, 1, 1, 1, 1] as never)).status).toBe(422);
    const ahead = new Date(Date.now() + 86_400_000).toISOString();
    expect((await screening(counsellor, id, 'PHQ9', flagged, { at: ahead })).body.fields).toEqual({ at: ['in-future'] });
    expect(await house.sql('select id from screening_result where episode_id = $1', [id])).toEqual([]);
  });

  it('with an answer that points to self-harm is kept only with what was done and who was told, and calls whoever is on duty (R-RI-04)', async () => {
    const { counsellor, house, file } = desk;
    const id = await underWay(desk);
    await must(license(desk, 'PHQ9'));
    const silent = await screening(counsellor, id, 'PHQ9', flagged);
    expect([silent.status, fieldsOf(silent.body)]).toEqual([422, ['actionTaken', 'toldWhom']]);
    expect(await house.sql('select id from danger where client_id = $1', [file.clientId])).toEqual([]);
    await must(
      screening(counsellor, id, 'PHQ9', flagged, { actionTaken: 'Stayed, and made a plan for the night.', toldWhom: 'Whoever is on duty' }),
      201,
    );
    const raised = await house.sql<{ kind: string; state: string }>('select kind, state from danger where client_id = $1', [file.clientId]);
    expect(raised).toEqual([{ kind: 'SELF_HARM', state: 'OPEN' }]);
    const [risk] = await house.sql<{ n: number }>(
      `select count(*)::int as n from task where case_id = $1 and kind = 'RISK_REVIEW' and status = 'OPEN'`,
      [file.caseId],
    );
    expect(risk?.n).toBe(1);
    expect((await screening(counsellor, id, 'PHQ9', [0, 0, 0, 0, 0, 0, 0, 0, null])).body.fields).toEqual({ actionTaken: ['missing'] });
  });

  it('R-CN-06: is taken on a licence of the office that says where the text comes from, RHS-15 on an agreement too; the lead records it', async () => {
    const { counsellor, house } = desk;
    const id = await underWay(desk);
    expect((await screening(counsellor, id, 'K6', [1, 1, 1, 1, 1, 1])).body.code).toBe('licence-missing');
    expect(
      (
        await counsellor.post('/api/instruments', {
          officeId: house.offices.north.id,
          instrument: 'GAD7',
          language: 'fa',
          textSource: 'Somewhere',
          versionLabel: '1',
        })
      ).status,
    ).toBe(403);
    await must(license(desk, 'GAD7'));
    expect((await screening(counsellor, id, 'GAD7', [1, 1, 1, 1, 1, 1, null])).body.score).toBe(7);
    expect((await screening(counsellor, id, 'GAD7', [1, 1, 1, 1, 1, 1, 1], { language: 'sq' })).body.code).toBe('licence-missing');
    expect((await license(desk, 'RHS15')).body.code).toBe('agreement-missing');
    await must(license(desk, 'RHS15', { agreementOn: '2026-01-02' }));
    const texts = await license(desk, 'PHQ2', { itemTexts: ['A line of the office'] });
    expect([texts.status, fieldsOf(texts.body)]).toEqual([422, ['itemTexts']]);
    const entered = await must(license(desk, 'PHQ2', { itemTexts: ['A line of the office', 'Another line'] }));
    expect(entered.items.find((one: { instrument: string }) => one.instrument === 'PHQ2').itemTexts).toHaveLength(2);
  });
});

describe('R-CN-08, R-CN-10', () => {
  it('supervision once a month: due after 30 days, missing after 45, recorded by either of the two and by nobody else', async () => {
    const { counsellor, lead, house } = desk;
    const id = await underWay(desk);
    const stateAfter = async (days: number, who: Person) => {
      await house.sql('update counselling_episode set allocated_at = $2 where counsellor_id = $1', [counsellor.id, ago(days * 24)]);
      const { supervision } = (await who.get('/api/counselling')).body as { supervision: { counsellor: { id: string }; state: string }[] };
      return supervision.find((one) => one.counsellor.id === counsellor.id)?.state;
    };
    expect([await stateAfter(29, counsellor), await stateAfter(31, counsellor), await stateAfter(46, lead)]).toEqual([
      'KEPT',
      'DUE',
      'MISSING',
    ]);
    const held = { officeId: house.offices.north.id, counsellorId: counsellor.id, supervisorId: lead.id, heldOn: day(-1), minutes: 60 };
    const stranger = await house.as('COUNSELLOR');
    expect((await stranger.post('/api/counselling-supervision', held)).status).toBe(404);
    expect((await lead.post('/api/counselling-supervision', { ...held, supervisorId: counsellor.id })).body.code).toBe('same-person');
    const clock = () => house.app.get(Jobs).runNow('counselling-clock');
    await stateAfter(44, lead);
    await clock();
    expect(await ownWorkOf(lead, counsellor.id)).toEqual([]);
    // two hours more, for the night in which the clocks are set back
    await stateAfter(45 + 2 / 24, lead);
    await clock();
    await clock();
    expect([await ownWorkOf(lead, counsellor.id), await ownWorkOf(counsellor, counsellor.id)]).toEqual([['SUPERVISION_MISSING'], []]);
    await must(lead.post('/api/counselling-supervision', held));
    await clock();
    expect([await stateAfter(46, lead), await ownWorkOf(lead, counsellor.id)]).toEqual(['KEPT', []]);
    expect(id).toBeTruthy();
  });

  it('what has a day stands on the day of whoever has to act, from a week before, and goes when it is done (model 3.4)', async () => {
    const { counsellor, lead, worker, coordinator, house } = desk;
    const clock = () => house.app.get(Jobs).runNow('counselling-clock');
    const onDays = async (recordId: string): Promise<string[][]> => {
      await clock();
      await clock();
      return Promise.all([counsellor, lead, worker, coordinator].map((who) => ownWorkOf(who, recordId)));
    };
    const id = await ask(desk);
    const set = (columns: string) => house.sql(`update counselling_episode set ${columns} where id = $1`, [id]);
    expect(await onDays(id)).toEqual([[], ['COUNSELLING_TRIAGE'], [], []]);
    await must(step(counsellor, id, 'triage', { urgency: 'URGENT', riskAsked: true }));
    expect(await onDays(id)).toEqual([['COUNSELLING_URGENT'], [], [], []]);
    await must(step(counsellor, id, 'contacts', { kind: 'CHECK_IN', channel: 'PHONE_CALL', at: new Date().toISOString() }));
    expect(await onDays(id)).toEqual([[], [], [], []]);
    await must(step(lead, id, 'waiting'));
    expect(await onDays(id)).toEqual([[], [], [], []]);
    await house.sql(`update counselling_contact set at = now() - interval '40 days' where episode_id = $1`, [id]);
    await set(`urgency = 'ROUTINE', waiting_since = now() - interval '24 days'`);
    expect(await onDays(id)).toEqual([[], ['COUNSELLING_CHECK_IN'], [], []]);
    await standingConsent(worker, desk.file.caseId, { purpose: 'C07_COUNSELLING', recipients: [] });
    await must(step(lead, id, 'allocation', allocation(desk)));
    expect(await onDays(id)).toEqual([['COUNSELLING_FIRST_SESSION'], [], [], []]);
    const planned = (await must(session(counsellor, id, { at: ago(-48), status: 'SCHEDULED', riskChecked: undefined }))).clinical
      .sessions[0];
    expect([await onDays(id), await onDays(planned.id as string)]).toEqual([
      [[], [], [], []],
      [['COUNSELLING_SESSION'], [], [], []],
    ]);
    await house.sql(`update counselling_session set at = now() - interval '1 hour' where id = $1`, [planned.id]);
    const came = { ...SESSION, at: ago(1), status: 'ATTENDED', riskChecked: 'YES' };
    await must(counsellor.put(`/api/counselling-sessions/${planned.id as string}`, came, { version: 1 }));
    expect(await onDays(planned.id as string)).toEqual([[], [], [], []]);
    await signed(counsellor, id, 'ASSESSMENT');
    await must(step(counsellor, id, 'beginning', { goals: 'To sleep through.', limitsExplained: true }));
    expect(await onDays(id)).toEqual([[], [], [], []]);
    await set(`review_on = current_date + 5`);
    expect(await onDays(id)).toEqual([['COUNSELLING_REVIEW'], [], [], []]);
    await set(`review_on = current_date - 1`);
    await clock();
    const [moved] = await house.sql(
      `select count(*)::int as tasks, bool_and(due_on < current_date) as late from task where record_id = $1 and status = 'OPEN'`,
      [id],
    );
    expect(moved).toEqual({ tasks: 1, late: true });
    await must(step(counsellor, id, 'unplanned-end', { endReason: 'MOVED', riskChecked: true }));
    await set(`ending_due = current_date + 3`);
    expect(await onDays(id)).toEqual([['COUNSELLING_ENDING'], [], [], []]);
    await signed(counsellor, id, 'ENDING');
    expect(await onDays(id)).toEqual([[], [], [], []]);
  });

  it('where the consent no longer holds the counsellor is asked to talk about it (model 3.13)', async () => {
    const { counsellor, lead, worker, file, house } = desk;
    const id = await underWay(desk);
    const { body } = await worker.get(`/api/cases/${file.caseId}/consents`);
    const consent = body.items.find(({ purpose }: { purpose: string }) => purpose === 'C07_COUNSELLING');
    expect((await withdraw(worker, consent.id as string)).status).toBeLessThan(300);
    await house.app.get(Jobs).runNow('counselling-clock');
    expect([await ownWorkOf(counsellor, id), await ownWorkOf(lead, id)]).toEqual([['COUNSELLING_TALK'], []]);
    await standingConsent(worker, file.caseId, { purpose: 'C07_COUNSELLING', recipients: [] });
    await house.app.get(Jobs).runNow('counselling-clock');
    expect(await ownWorkOf(counsellor, id)).toEqual([]);
  });

  it('nothing of a plan hangs on attendance: no table of plans or goals has such a column (R-CN-08)', async () => {
    const columns = await desk.house.sql<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns where table_name like 'plan%' and column_name ~ 'attend|session|counsel|condition'`,
    );
    expect(columns).toEqual([]);
  });
});
