import { endedQuarters } from '@panah/domain/family/quarters';
import './support/patience';
import { bring } from './support/brought';
import { today } from './support/family-walk';
import { type Answer, type House, openHouse, type Person } from './support/house';
import {
  carried,
  type Carried,
  keysOf,
  letGo,
  messageDesk,
  type MessageDesk,
  messageState,
  releases,
  stateOf,
  steps,
  takesBack,
  WORDS,
  writes,
} from './support/message-world';
import { docx, pdf, photograph, picturePng, PLACE, plainJpeg } from './support/papers';
import { done } from './support/referral-desk';

let house: House;
let desk: MessageDesk;
beforeAll(async () => {
  house = await openHouse();
  desk = await messageDesk(house);
});
afterAll(() => house.close());

const refusedAs = ({ status, body }: Answer): [number, string] => [status, body.code];
const read = async (by: Person, id: string): Promise<Answer['body']> => done(await by.get(`/api/family-messages/${id}`));
const queueOf = async (by: Person): Promise<Answer['body'][]> => done(await by.get('/api/family-messages')).items;
const submitted = async (at: Carried, more: object = {}): Promise<string> => {
  const { id } = await writes(desk.officer, at, more);
  done(await steps(desk.officer, id, 'submission'));
  return id;
};
/** Looked over by a colleague who is no officer of the link. */
const inReview = async (at: Carried, more: object = {}): Promise<string> => {
  const id = await submitted(at, more);
  done(await steps(desk.colleague, id, 'review'));
  return id;
};

describe('a message is written', () => {
  it('by an officer, in the words of the one who speaks; it is changed until it is handed in, and every version is kept', async () => {
    const at = await carried(desk);
    const { id, version, actions } = await writes(desk.officer, at);
    expect(actions).toEqual(['write', 'submit']);
    const { body } = await desk.officer.put(`/api/family-messages/${id}`, { body: 'Dear sister, how are you?' }, { version });
    expect(body).toMatchObject({ body: 'Dear sister, how are you?', versions: [] });
    done(await steps(desk.officer, id, 'submission'));
    done(await steps(desk.mediator, id, 'review'));
    done(
      await steps(desk.mediator, id, 'return', {
        reasons: ['DISTRESSING'],
        words: 'She will be glad. Could you say first that you are well?',
      }),
    );
    const back = await read(desk.officer, id);
    expect(back).toMatchObject({
      state: 'RETURNED',
      returns: [{ reasons: ['DISTRESSING'], words: expect.stringContaining('glad'), by: { id: desk.mediator.id } }],
    });
    done(await desk.officer.put(`/api/family-messages/${id}`, { body: 'I am well. How are you?' }, { version: back.version }));
    const again = done(await steps(desk.officer, id, 'submission'));
    expect(again.versions.map((one: { body: string }) => one.body)).toEqual(['Dear sister, how are you?', 'I am well. How are you?']);
  });

  it('two people at one draft: the second is told', async () => {
    const { id, version } = await writes(desk.officer, await carried(desk));
    done(await desk.officer.put(`/api/family-messages/${id}`, { body: 'First' }, { version }));
    expect(refusedAs(await desk.officer.put(`/api/family-messages/${id}`, { body: 'Second' }, { version }))).toEqual([412, 'stale-edit']);
  });

  it('it may be written early, and handed in once the relative was asked', async () => {
    const at = await carried(desk, { state: 'VERIFIED' });
    const { id } = await writes(desk.officer, at);
    expect(refusedAs(await steps(desk.officer, id, 'submission'))).toEqual([422, 'message-link-state']);
    await house.sql(`set session_replication_role = replica; update family_link set state = 'AWAITING_RELATIVE' where id = '${at.link}'`);
    expect(done(await steps(desk.officer, id, 'submission')).state).toBe('SUBMITTED');
  });
});

describe('R-FL-08: three people, and none of them rewords it', () => {
  it('nobody looks over what they wrote; a colleague does, and only while it is theirs', async () => {
    const at = await carried(desk);
    const id = await submitted(at);
    expect(refusedAs(await steps(desk.officer, id, 'review'))).toEqual([422, 'message-own']);
    expect((await desk.colleague.get(`/api/family-messages/${id}`)).status).toBe(404);
    const taken = done(await steps(desk.colleague, id, 'review'));
    expect(taken).toMatchObject({ state: 'IN_REVIEW', linkId: null, body: WORDS, reviewedBy: { id: desk.colleague.id } });
    expect((await desk.another.get(`/api/family-messages/${id}`)).status).toBe(404);
    expect((await steps(desk.another, id, 'review')).status).toBe(404);
    done(await steps(desk.colleague, id, 'return', { reasons: ['OTHER'], words: 'Please once more' }));
    done(await steps(desk.officer, id, 'submission'));
    expect((await desk.colleague.get(`/api/family-messages/${id}`)).status).toBe(404);
  });

  it('whoever looks it over cannot write in it', async () => {
    const at = await carried(desk);
    const id = await inReview(at);
    const { version } = await read(desk.colleague, id);
    for (const person of [desk.colleague, desk.officer, desk.mediator])
      expect(refusedAs(await person.put(`/api/family-messages/${id}`, { body: 'Better words' }, { version }))).toEqual([409, 'not-open']);
    expect((await read(desk.officer, id)).body).toBe(WORDS);
  });

  it('a third person translates, into another language, and lets nothing go', async () => {
    const at = await carried(desk);
    const id = await inReview(at);
    const seen = keysOf(await read(desk.colleague, id));
    const ask = (body: object): Promise<Answer> => steps(desk.colleague, id, 'translation-request', { seen, language: 'sq', ...body });
    expect((await ask({ translatorId: desk.officer.id })).body).toMatchObject({
      code: 'message-translator',
      fields: { translatorId: ['not-a-third-person'] },
    });
    expect((await ask({ translatorId: desk.colleague.id })).body).toMatchObject({ code: 'message-translator' });
    expect((await ask({ translatorId: desk.worker.id })).body).toMatchObject({ fields: { translatorId: ['not-a-translator'] } });
    expect((await ask({ translatorId: desk.another.id, language: 'fa' })).body).toMatchObject({ fields: { language: ['already-in-it'] } });
    expect((await desk.another.get(`/api/family-messages/${id}`)).status).toBe(404);
    expect(done(await ask({ translatorId: desk.another.id }))).toMatchObject({
      state: 'TRANSLATION',
      translatedBy: { id: desk.another.id },
    });

    expect((await queueOf(desk.another)).find((line) => line.id === id)).toMatchObject({ part: 'TRANSLATE', actions: ['translated'] });
    expect(refusedAs(await steps(desk.mediator, id, 'approval', { seen }))).toEqual([409, 'not-open']);
    done(await steps(desk.another, id, 'translation', { body: 'E dashur motër, mendoj për ty.' }));
    expect(refusedAs(await steps(desk.another, id, 'approval', { seen }))).toEqual([422, 'message-own']);
    expect(refusedAs(await steps(desk.officer, id, 'approval', { seen }))).toEqual([422, 'message-own']);
    const ready = await read(desk.mediator, id);
    expect(ready).toMatchObject({
      translation: 'E dashur motër, mendoj për ty.',
      translationLanguage: 'sq',
      body: WORDS,
      actions: ['approve'],
    });
    expect(done(await steps(desk.mediator, id, 'approval', { seen: keysOf(ready) })).state).toBe('APPROVED');
  });

  it('what was looked over by somebody else of the office is let go by an officer of the link who did not write it', async () => {
    const id = await inReview(await carried(desk));
    const seen = keysOf(await read(desk.colleague, id));
    expect(refusedAs(await steps(desk.mediator, id, 'approval', { seen }))).toEqual([409, 'not-open']);
    expect(done(await steps(desk.colleague, id, 'approval', { seen }))).toMatchObject({
      state: 'IN_REVIEW',
      passed: true,
      approvedBy: null,
    });
    expect(refusedAs(await steps(desk.officer, id, 'approval', { seen }))).toEqual([422, 'message-own']);
    expect(done(await steps(desk.mediator, id, 'approval', { seen }))).toMatchObject({
      state: 'APPROVED',
      approvedBy: { id: desk.mediator.id },
    });
  });

  it('R-AC-01: whoever is kept from one of the two neither finds it in the queue nor is asked to translate it', async () => {
    const at = await carried(desk);
    const id = await submitted(at);
    const kept = await house.as('FAMILY_LINKS');
    expect((await queueOf(kept)).map((line) => line.id)).toContain(id);
    await house.sql(`insert into access_block (id, org_id, office_id, subject_id, staff_id, kind, source) select gen_random_uuid(), org_id, office_id, client_id, '${kept.id}', 'RELATIVE', 'SAFETY'
      from family_link where id = '${at.link}'`);
    expect((await queueOf(kept)).map((line) => line.id)).not.toContain(id);
    expect((await steps(kept, id, 'review')).status).toBe(404);
    done(await steps(desk.colleague, id, 'review'));
    const { translators } = await read(desk.colleague, id);
    expect(translators.map((one: { id: string }) => one.id)).toEqual(expect.arrayContaining([desk.another.id]));
    expect(translators.map((one: { id: string }) => one.id)).not.toContain(kept.id);
  });
});

describe('R-FL-09: what could tell is highlighted, and a person decides', () => {
  const TELLING = 'Call me on ۰۶۹ ۱۲۳ ۴۵۶۷. I live in Tirana. Mina, my colleague says hello.';

  it('numbers, places, and every name held in either file or on the staff', async () => {
    await house.as('COUNSELLOR', house.offices.north, 'Behrouz Sadeghi');
    const at = await carried(desk, { names: ['Mina Rahimi'] });
    const id = await inReview(at, { body: `${TELLING} بهروز helped me, and so did Maryam.` });
    const { leaks, body } = await read(desk.colleague, id);
    const said = leaks.map(({ kind, start, end }: { kind: string; start: number; end: number }) => `${kind} ${body.slice(start, end)}`);
    expect(said).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^TELEPHONE /),
        expect.stringMatching(/^CITY Tirana/),
        'NAME Mina',
        'NAME بهروز',
        'NAME Maryam',
      ]),
    );
  });

  it('is let go only when each finding was looked at; the words stay as they are', async () => {
    const id = await inReview(await carried(desk), { body: TELLING });
    const keys = keysOf(await read(desk.colleague, id));
    expect(keys.length).toBeGreaterThan(2);
    for (const seen of [[], keys.slice(1)])
      expect(refusedAs(await steps(desk.colleague, id, 'approval', { seen }))).toEqual([422, 'message-leaks-unseen']);
    done(await steps(desk.colleague, id, 'approval', { seen: keys }));
    done(await steps(desk.mediator, id, 'approval', { seen: keys }));
    expect(await read(desk.officer, id)).toMatchObject({ state: 'APPROVED', body: TELLING });
  });

  it('what was seen in one version is not seen in the next; a translation has findings of its own', async () => {
    const at = await carried(desk);
    const id = await inReview(at, { body: TELLING });
    const old = keysOf(await read(desk.colleague, id));
    done(await steps(desk.colleague, id, 'return', { reasons: ['LOCATION_DETAIL'], words: 'It says where you are' }));
    const { version } = await read(desk.officer, id);
    done(await desk.officer.put(`/api/family-messages/${id}`, { body: TELLING }, { version }));
    done(await steps(desk.officer, id, 'submission'));
    done(await steps(desk.colleague, id, 'review'));
    expect(refusedAs(await steps(desk.colleague, id, 'approval', { seen: old }))).toEqual([422, 'message-leaks-unseen']);
    const seen = keysOf(await read(desk.colleague, id));
    done(await steps(desk.colleague, id, 'translation-request', { seen, translatorId: desk.another.id, language: 'de' }));
    done(await steps(desk.another, id, 'translation', { body: 'Ich wohne in der Hauptstraße 5.' }));
    const { translationLeaks } = await read(desk.mediator, id);
    expect(translationLeaks).toEqual([expect.objectContaining({ kind: 'STREET' })]);
    expect(refusedAs(await steps(desk.mediator, id, 'approval', { seen }))).toEqual([422, 'message-leaks-unseen']);
    done(await steps(desk.mediator, id, 'approval', { seen: [...seen, translationLeaks[0].key] }));
  });
});

describe('R-FL-10: photographs', () => {
  const add = (id: string, bytes: Buffer, clean: boolean, by = desk.officer): Promise<Answer> =>
    bring(by, `/api/family-messages/${id}/attachments`, bytes, { clean });

  it('one that tells where it was taken is refused with the rule, and taken once it is cleaned', async () => {
    const { id } = await writes(desk.officer, await carried(desk));
    const refused = await add(id, photograph(), false);
    expect(refused).toMatchObject({
      status: 422,
      body: { fields: { file: ['tells-more'] }, facts: { tells: expect.stringContaining('CAMERA') } },
    });
    const { attachments } = done(await add(id, photograph(), true));
    expect(attachments).toEqual([
      {
        id: expect.any(String),
        kind: 'JPEG',
        width: expect.any(Number),
        height: expect.any(Number),
        cleanedOf: expect.arrayContaining(['CAMERA']),
        facesConfirmed: false,
      },
    ]);
    const shown = await desk.officer.get(`/api/family-messages/${id}/attachments/${attachments[0].id}/content`);
    expect(shown.text).not.toContain(PLACE);
    expect(shown.headers['content-disposition']).not.toMatch(/photo|mina/i);
    const kept = await house.sql<{ sealed: Buffer }>('select sealed from family_message_attachment where message_id = $1', [id]);
    expect(kept.every(({ sealed }) => !sealed.includes('JFIF'))).toBe(true);
  });

  it('a picture that tells nothing is taken as it is; another kind of file is not', async () => {
    const { id } = await writes(desk.officer, await carried(desk));
    done(await add(id, plainJpeg(), false));
    done(await add(id, picturePng(), true));
    for (const file of [pdf(), docx(), Buffer.from('MZ nothing')]) expect((await add(id, file, true)).status).toBe(422);
    expect((await read(desk.officer, id)).attachments).toHaveLength(2);
  });

  it('goes only when somebody else looked whether it shows third people', async () => {
    const at = await carried(desk);
    const { id } = await writes(desk.officer, at);
    const { attachments } = done(await add(id, plainJpeg(), false));
    done(await steps(desk.officer, id, 'submission'));
    expect(refusedAs(await add(id, plainJpeg(), false))).toEqual([409, 'not-open']);
    const reviewing = done(await steps(desk.mediator, id, 'review'));
    const seen = keysOf(reviewing);
    expect(refusedAs(await steps(desk.mediator, id, 'approval', { seen }))).toEqual([422, 'message-faces']);
    expect(refusedAs(await steps(desk.officer, id, `attachments/${attachments[0].id}/faces`))).toEqual([422, 'message-own']);
    expect((await steps(desk.mediator, id, `attachments/${at.link}/faces`)).status).toBe(404);
    done(await steps(desk.mediator, id, `attachments/${attachments[0].id}/faces`));
    expect(done(await steps(desk.mediator, id, 'approval', { seen })).state).toBe('APPROVED');
  });
});

describe('rejecting', () => {
  it('is asked of a coordinator, who sees the reason and no word of it', async () => {
    const at = await carried(desk);
    const id = await inReview(at);
    expect((await steps(desk.coordinator, id, 'rejection')).status).toBe(404);
    done(await steps(desk.colleague, id, 'rejection-request', { reason: 'PRESSURE' }));
    const [line] = (await queueOf(desk.coordinator)).filter((one) => one.id === id);
    expect(line).toMatchObject({ part: 'DECIDE', rejectAsked: 'PRESSURE', actions: ['reject'] });
    expect((await desk.coordinator.get(`/api/family-messages/${id}`)).status).toBe(403);
    expect((await steps(desk.colleague, id, 'rejection')).status).toBe(403);
    const rejected = await steps(desk.coordinator, id, 'rejection');
    expect([rejected.status, rejected.body.state, rejected.text.includes('sister')]).toEqual([200, 'REJECTED', false]);
    expect(await house.sql(`select event from family_link_step where link_id = $1`, [at.link])).toEqual([{ event: 'risk_review' }]);
  });

  it('leaves nothing in the file of the client, and no task', async () => {
    const before = await house.sql('select count(*) from task');
    const id = await inReview(await carried(desk), { direction: 'TO_CLIENT' });
    done(await steps(desk.colleague, id, 'rejection-request', { reason: 'IDENTITY_DOUBT' }));
    done(await steps(desk.coordinator, id, 'rejection'));
    expect(await house.sql('select count(*) from task')).toEqual(before);
    expect(await house.sql('select id from process_step where subject_id = $1', [id])).toEqual([]);
    expect(await house.sql('select id from audit_event where subject_id = $1 and client_id is not null', [id])).toEqual([]);
  });

  it('a message that nobody asked to reject is nothing to a coordinator', async () => {
    const id = await inReview(await carried(desk));
    expect((await queueOf(desk.coordinator)).map((line) => line.id)).not.toContain(id);
  });
});

describe('handing over', () => {
  const handedOver = async (at: Carried, direction: string): Promise<string> => {
    const id = await letGo(desk, at, { direction });
    await releases(house);
    done(await steps(desk.officer, id, 'delivery', { at: new Date().toISOString(), reaction: 'She wept and smiled' }));
    return id;
  };
  const linkOf = async ({ link }: Carried): Promise<Record<string, unknown> | undefined> =>
    (await house.sql('select to_client, to_relative, client_heard_at is not null as heard from family_link where id = $1', [link]))[0];
  const faceOf = async ({ wish }: Carried): Promise<unknown> =>
    (await house.sql<{ face: string }>('select face from family_wish where id = $1', [wish]))[0]?.face;

  it('is counted for the side that it reached; the first word to the client shows in their wish', async () => {
    const at = await carried(desk);
    const id = await handedOver(at, 'TO_RELATIVE');
    expect(await read(desk.officer, id)).toMatchObject({ state: 'DELIVERED', reaction: 'She wept and smiled', actions: [] });
    expect([await linkOf(at), await faceOf(at)]).toEqual([{ to_client: 0, to_relative: 1, heard: false }, 'IN_PROGRESS']);
    await handedOver(at, 'TO_CLIENT');
    expect([await linkOf(at), await faceOf(at)]).toEqual([{ to_client: 1, to_relative: 1, heard: true }, 'IN_CONTACT']);
    expect(await house.sql('select event, from_state, to_state from family_link_step where link_id = $1', [at.link])).toEqual([
      { event: 'exchange', from_state: 'MEDIATED', to_state: 'MEDIATED' },
      { event: 'exchange', from_state: 'MEDIATED', to_state: 'MEDIATED' },
    ]);
  });

  it('comes after the release, and once', async () => {
    const id = await letGo(desk, await carried(desk));
    const deliver = (at = new Date().toISOString()): Promise<Answer> => steps(desk.officer, id, 'delivery', { at });
    expect(refusedAs(await deliver())).toEqual([409, 'not-open']);
    await releases(house);
    expect(refusedAs(await deliver(new Date(Date.now() - 86_400_000).toISOString()))).toEqual([422, 'message-delivery-moment']);
    expect(refusedAs(await deliver(new Date(Date.now() + 86_400_000).toISOString()))).toEqual([422, 'message-delivery-moment']);
    done(await deliver());
    expect(refusedAs(await deliver())).toEqual([409, 'not-open']);
  });

  it('may fail, or be taken back before', async () => {
    const at = await carried(desk);
    const [failed, back] = [await letGo(desk, at), await letGo(desk, at)];
    await releases(house);
    expect(done(await steps(desk.officer, failed, 'non-delivery', { reason: 'Nobody opened' }))).toMatchObject({
      state: 'RETURNED_UNDELIVERED',
    });
    expect(done(await steps(desk.officer, back, 'recall'))).toMatchObject({ state: 'RECALLED' });
    expect(await linkOf(at)).toEqual({ to_client: 0, to_relative: 0, heard: false });
  });

  it('what an officer holds goes past a reviewer again', async () => {
    const at = await carried(desk);
    const id = await letGo(desk, at);
    done(await steps(desk.officer, id, 'holding', { reason: 'DISTRESSING' }));
    await releases(house);
    expect(await messageState(house, id)).toBe('HELD');
    expect(refusedAs(await steps(desk.officer, id, 'second-look'))).toEqual([422, 'message-own']);
    done(await steps(desk.mediator, id, 'second-look'));
    expect(await stateOf(at)).toBe('MEDIATED');
  });
});

describe('R-FL-02: whom it is nothing to', () => {
  it('side A, other offices, and officers of other links find neither a message nor a line of it', async () => {
    const at = await carried(desk);
    const id = await submitted(at);
    const south = await house.as('FAMILY_LINKS', house.offices.south);
    for (const person of [desk.worker, desk.coordinator]) {
      expect((await person.get(`/api/family-messages/${id}`)).status).toBe(403);
      expect((await person.get(`/api/family-links/${at.link}/messages`)).status).toBe(403);
    }
    expect((await desk.worker.get('/api/family-messages')).status).toBe(403);
    expect((await queueOf(desk.coordinator)).map((line) => line.id)).not.toContain(id);
    for (const person of [south, desk.another]) {
      expect((await person.get(`/api/family-messages/${id}`)).status).toBe(404);
      expect((await person.get(`/api/family-links/${at.link}/messages`)).status).toBe(404);
    }
    expect((await queueOf(south)).map((line) => line.id)).not.toContain(id);
    expect(done(await desk.officer.get(`/api/family-links/${at.link}/messages`)).items).toEqual([
      expect.objectContaining({ id, state: 'SUBMITTED' }),
    ]);
  });

  it('a line of the queue tells nothing of what is in it, and nobody’s name', async () => {
    const id = await submitted(await carried(desk));
    const line = (await queueOf(desk.another)).find((one) => one.id === id) ?? {};
    expect(Object.keys(line).sort()).toEqual([
      'actions',
      'direction',
      'id',
      'language',
      'part',
      'rejectAsked',
      'state',
      'submittedAt',
      'version',
    ]);
    expect(line).toMatchObject({ part: 'REVIEW', actions: ['review'] });
  });

  it('an officer who leaves the team of the client leaves its messages', async () => {
    const at = await carried(desk);
    const id = await submitted(at);
    await house
      .sql(`update case_team set ended_at = now(), end_reason = 'HANDED_OVER' where staff_id = $1 and client_id = $2`, [
        desk.officer.id,
        at.client,
      ])
      .catch(() =>
        house.sql(
          `set session_replication_role = replica; update case_team set ended_at = now() where staff_id = '${desk.officer.id}' and client_id = '${at.client}'`,
        ),
      );
    expect((await desk.officer.get(`/api/family-messages/${id}`)).status).toBe(404);
    await house.sql(
      `set session_replication_role = replica; update case_team set ended_at = null, end_reason = null where staff_id = '${desk.officer.id}' and client_id = '${at.client}'`,
    );
    expect((await desk.officer.get(`/api/family-messages/${id}`)).status).toBe(200);
    await takesBack(at, 'CLIENT');
  });
});

describe('P-29: how long messages take', () => {
  const [last] = endedQuarters(today(), 1);
  /** Handed in so many hours before they were released in the last quarter, held for some of them. */
  const released = (at: Carried, language: string, hours: number, held: number): Promise<unknown> =>
    house.sql(`set session_replication_role = replica;
      with m as (insert into family_message (id, org_id, office_id, link_id, direction, language, how, state, writer_id, reviewer_id, passed_at, approved_by, approved_at, submitted_at, released_at,
          crossing_id, client_consent_id, relative_consent_id)
        select gen_random_uuid(), org_id, office_id, id, 'TO_RELATIVE', '${language}', 'WRITTEN', 'RELEASED', '${desk.officer.id}', '${desk.mediator.id}', now(), '${desk.mediator.id}', now(),
          now() - interval '${hours} hours', date '${last?.from}' + interval '60 hours', gen_random_uuid(), '${at.yes.CLIENT['C10_MESSAGES']}', '${at.yes.RELATIVE['C10_MESSAGES']}' from family_link where id = '${at.link}' returning *)
      insert into family_message_step (id, org_id, office_id, link_id, message_id, to_state, at)
        select gen_random_uuid(), m.org_id, m.office_id, m.link_id, m.id, s.state, now() - s.before from m cross join (values ('SUBMITTED', interval '${hours} hours'),
          ('HELD', interval '${held + 1} hours'), ('IN_REVIEW', interval '1 hour'), ('RELEASED', interval '0')) s (state, before)`);
  const turnaround = async (by: Person): Promise<Answer['body']> => done(await by.get('/api/reports/family')).messages;

  it('says it in the middle of thirty, without the time held; of fewer than ten, and to a coordinator, nothing', async () => {
    const at = await carried(desk);
    for (let made = 0; made < 9; made += 1) await released(at, 'fa', 30, 5);
    expect(await turnaround(desk.officer)).toEqual({
      released: null,
      medianHours: null,
      byLanguage: [{ key: 'fa', count: null, medianHours: null }],
    });
    for (let made = 0; made < 3; made += 1) await released(at, 'fa', 50, 0);
    expect(await turnaround(desk.officer)).toEqual({
      released: 10,
      medianHours: null,
      byLanguage: [{ key: 'fa', count: 12, medianHours: null }],
    });
    for (let made = 0; made < 18; made += 1) await released(at, 'fa', 30, 5);
    expect(await turnaround(desk.officer)).toEqual({
      released: 30,
      medianHours: 25,
      byLanguage: [{ key: 'fa', count: 30, medianHours: 25 }],
    });
    expect(await turnaround(desk.coordinator)).toBeNull();
    expect((await desk.worker.get('/api/reports/family')).status).toBe(403);
    const south = await house.as('FAMILY_LINKS', house.offices.south);
    expect(await turnaround(south)).toEqual({ released: 0, medianHours: null, byLanguage: [] });
  });
});
