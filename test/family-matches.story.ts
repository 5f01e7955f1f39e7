import './support/patience';
import { type Asked, asking, enter, missedBy, named, nightFalls, proposals, traced } from './support/enquiry-desk';
import { allow, note, step } from './support/family-world';
import { admittedFile } from './support/admitted-file';
import { type House, openHouse, type Person } from './support/house';
import { done } from './support/referral-desk';

let house: House;
let first: Asked;
let one: Person;
let other: Person;
let hears: Person;

beforeAll(async () => {
  house = await openHouse();
  first = await missedBy(house);
  [one, other, hears] = [await house.as('FAMILY_LINKS'), await house.as('FAMILY_LINKS'), await house.as('CASEWORKER')];
});
afterAll(() => house.close());

type Match = { id: string; version: number; linkId: string; actions: string[] };
const matchOf = async (link: string, by = one): Promise<Match> => {
  const [match] = (await proposals(house, link, by)) as Match[];
  if (!match) throw new Error('Nothing was proposed.');
  return match;
};
const confirm = (by: Person, { id, version }: Pick<Match, 'id' | 'version'>) =>
  by.post(`/api/family-matches/${id}/confirmation`, {}, { version });
const refuse = (by: Person, { id, version }: Pick<Match, 'id' | 'version'>) =>
  by.post(`/api/family-matches/${id}/refusal`, {}, { version });
/** Somebody asks for the client of a new desk, and the night falls. */
const proposed = async (more: Parameters<typeof asking>[1] = {}, ways?: string[]): Promise<Asked> => {
  const asked = await missedBy(house, first, ways);
  done(await enter(hears, asking(asked.clientName, more)));
  await nightFalls(house);
  return asked;
};
const stateOf = async (link: string): Promise<string | undefined> =>
  (await house.sql<{ state: string }>('select state from family_link where id = $1', [link]))[0]?.state;

describe('who asks is compared with whom our clients miss', () => {
  it('R-ID-08: proposes with reasons and an absolute score, where both sides agreed to looking', async () => {
    const asked = await proposed({ words: 'She has not heard of him for ten years.' });
    const match = await matchOf(asked.link);
    expect(match).toMatchObject({
      state: 'PROPOSED',
      likeness: 'POSSIBLE',
      score: 59,
      linkState: 'OPEN',
      confirmedBy: null,
      ownLink: false,
      actions: ['confirm', 'refuse'],
    });
    // the link itself is open to its officers alone
    expect(await matchOf(asked.link, asked.officer)).toMatchObject({ ownLink: true });
    expect(done(await one.get(`/api/family-matches/${match.id}`))).toMatchObject({
      reasons: ['NAMES', 'RELATIVE', 'RELATION'],
      askingNames: ['Mina Rahimi'],
      askingRelation: 'SISTER',
      soughtNames: [asked.clientName],
      relativeNames: ['Mina Rahimi'],
      clientName: asked.clientName,
      words: 'She has not heard of him for ten years.',
    });
  });

  it('R-ID-08: nothing where the client did not allow our own records, or took it back, or whoever asks did not agree that we keep it', async () => {
    expect(await proposals(house, (await proposed({}, ['RED_CROSS'])).link)).toEqual([]);
    expect(await proposals(house, (await proposed({ asking: { keepsData: false } })).link)).toEqual([]);
    const asked = await missedBy(house, first);
    const { consents } = done(await asked.worker.get(`/api/family-wishes/${asked.wish}`));
    const looking = consents.find(({ purpose }: { purpose: string }) => purpose === 'C08_TRACING');
    done(await asked.worker.post(`/api/family-wishes/${asked.wish}/consents/${looking.id}/withdrawal`, { how: 'PHONE' }));
    done(await enter(hears, asking(asked.clientName)));
    await nightFalls(house);
    expect(await house.sql('select id from family_match where link_id = $1', [asked.link])).toEqual([]);
  });

  it('R-ID-08: a client is not found by the name that another client gave of a relative', async () => {
    const asked = await missedBy(house, first);
    done(await enter(hears, asking('Mina Rahimi', { asking: { names: [asked.clientName], relation: 'BROTHER' } })));
    await nightFalls(house);
    expect(await house.sql('select id from family_match where link_id = $1', [asked.link])).toEqual([]);
  });

  it('a score below 45 is shown to nobody; neither is somebody whom the client does not miss', async () => {
    const far = { names: ['Zohreh Otherwoman'], relation: 'COUSIN' };
    expect(await proposals(house, (await proposed({ asking: far })).link)).toEqual([]);
    const asked = await missedBy(house, first);
    const [given] = asked.clientName.split(' ');
    done(await enter(hears, asking(`${given ?? ''} Differentfamily`)));
    await nightFalls(house);
    expect(await proposals(house, asked.link)).toEqual([]);
  });

  it('across scripts, and from whichever office it was asked', async () => {
    const asked = await missedBy(house, first);
    await named(asked, 'Bahman Shirvani');
    const south = await house.as('CASEWORKER', house.offices.south);
    done(await enter(south, asking('بهمن شیروانی', { asking: { names: ['مینا رحیمی'] } })));
    await nightFalls(house);
    expect(await proposals(house, asked.link)).toHaveLength(1);
  });

  it('another organisation’s enquiry meets nobody of ours', async () => {
    const asked = await missedBy(house, first);
    done(await enter(await house.as('CASEWORKER', house.offices.elsewhere), asking(asked.clientName)));
    await nightFalls(house);
    expect(await house.sql('select id from family_match where link_id = $1', [asked.link])).toEqual([]);
  });

  it('an enquiry that waits meets a wish that is begun later', async () => {
    const file = await admittedFile(house, first.coordinator, first.worker);
    const desk = { ...first, file };
    await named(desk, 'Manouchehr Palizban');
    done(await enter(hears, asking('Manouchehr Palizban')));
    await nightFalls(house);
    const { id } = await note(desk);
    for (const purpose of ['C08_TRACING', 'C09_DISCLOSE_REL']) done(await allow(desk.worker, id, purpose));
    done(await desk.worker.post(`/api/family-wishes/${id}/beginning`));
    await nightFalls(house);
    const [link] = await house.sql<{ id: string }>('select id from family_link where wish_id = $1', [id]);
    expect(await proposals(house, link?.id ?? '')).toHaveLength(1);
  });
});

describe('what was proposed', () => {
  it('is seen by family-links officers of the client’s office, and by nobody of the case team, no coordinator, no other office, nor whoever entered it', async () => {
    const asked = await missedBy(house, first);
    const enterer = await house.as('FAMILY_LINKS');
    done(await enter(enterer, asking(asked.clientName)));
    await nightFalls(house);
    const match = await matchOf(asked.link);
    expect((await one.get(`/api/family-matches/${match.id}`)).status).toBe(200);
    expect((await asked.officer.get(`/api/family-matches/${match.id}`)).status).toBe(200);
    for (const person of [asked.worker, asked.coordinator, hears]) {
      expect((await person.get('/api/family-matches')).status).toBe(403);
      expect((await person.get(`/api/family-matches/${match.id}`)).status).toBe(403);
    }
    const [southern, elsewhere] = [
      await house.as('FAMILY_LINKS', house.offices.south),
      await house.as('FAMILY_LINKS', house.offices.elsewhere),
    ];
    for (const person of [enterer, southern, elsewhere]) {
      expect(await proposals(house, asked.link, person)).toEqual([]);
      expect((await person.get(`/api/family-matches/${match.id}`)).status).toBe(404);
      expect((await confirm(person, match)).status).toBe(404);
    }
  });

  it('is not seen by somebody who is on the client’s team in another role, nor past a block', async () => {
    const asked = await proposed();
    const match = await matchOf(asked.link);
    const both = await house.as('FAMILY_LINKS');
    await house.sql(
      `insert into case_team (id, org_id, office_id, client_id, case_id, staff_id, role, classes, reason, proposed_by, member_answer, client_answer, starts_at, ends_at)
       select gen_random_uuid(), org_id, office_id, client_id, id, $1, 'CASEWORKER', array['PERSON'], 'COVER', $1, 'NO_TIE', 'NO_OBJECTION', now(), now() + interval '9 days' from case_file where id = $2`,
      [both.id, asked.file.caseId],
    );
    const blocked = await house.as('FAMILY_LINKS');
    await house.sql(
      `insert into access_block (id, org_id, office_id, subject_id, staff_id, kind, source) select gen_random_uuid(), org_id, office_id, id, $1, 'RELATIVE', 'CLIENT_STATED' from client where id = $2`,
      [blocked.id, asked.file.clientId],
    );
    for (const person of [both, blocked]) {
      expect(await proposals(house, asked.link, person)).toEqual([]);
      expect((await person.get(`/api/family-matches/${match.id}`)).status).toBe(404);
    }
  });

  it('two different people confirm; one alone is not enough, however often', async () => {
    const asked = await proposed();
    await traced(asked);
    const match = await matchOf(asked.link);
    const once = done(await confirm(one, match));
    expect(once).toMatchObject({ state: 'CONFIRMED_ONCE', confirmedBy: { id: one.id }, actions: ['refuse'] });
    const again = await confirm(one, once);
    expect([again.status, again.body.code]).toEqual([422, 'match-needs-another']);
    await expect(
      house.sql(`update family_match set state = 'CONFIRMED', second_by = first_by, second_at = now() where id = $1`, [match.id]),
    ).rejects.toMatchObject({ code: '23514' });
    expect(await stateOf(asked.link)).toBe('TRACING');
    expect((await confirm(other, match)).status).toBe(412);
    expect(done(await confirm(other, once))).toMatchObject({ state: 'CONFIRMED', actions: [] });
    expect((await confirm(other, { id: match.id, version: 3 })).status).toBe(409);
  });

  it('then whoever asks is the related person of the link, under a key of their own, located by our own records; side A sees no difference', async () => {
    const asked = await missedBy(house, first);
    await traced(asked);
    const seen = async (): Promise<string[]> =>
      Promise.all(
        [
          `/api/family-wishes/${asked.wish}`,
          `/api/cases/${asked.file.caseId}/family-wishes`,
          `/api/cases/${asked.file.caseId}/timeline`,
          `/api/cases/${asked.file.caseId}/tasks`,
        ].flatMap((url) => [asked.worker, asked.coordinator].map(async (person) => (await person.get(url)).text)),
      );
    for (const outcome of ['NO_RESULT', 'POSSIBLE'])
      done(await step(asked.officer, asked.link, 'tracing-steps', { method: 'RED_CROSS', on: '2026-01-02', outcome, details: 'Asked.' }));
    const before = await seen();
    done(
      await enter(
        hears,
        asking(asked.clientName, {
          asking: { phone: '+355 69 8880001', email: 'mina@example.org' },
          words: 'Tell him that mother is well.',
        }),
      ),
    );
    await nightFalls(house);
    const match = await matchOf(asked.link);
    done(await confirm(other, done(await confirm(one, match))));

    const link = done(await asked.officer.get(`/api/family-links/${asked.link}`));
    expect(link).toMatchObject({
      state: 'LOCATED',
      methods: ['RED_CROSS', 'OWN_RECORDS'],
      tracing: [
        { details: 'Asked.' },
        { details: 'Asked.' },
        { method: 'OWN_RECORDS', outcome: 'LOCATED', details: 'Tell him that mother is well.' },
      ],
    });
    expect(link.relative).toMatchObject({ names: ['Mina Rahimi'] });
    expect(link.relative.contactPoints).toEqual([
      { kind: 'PHONE_CALL', value: '+355 69 8880001', rule: null },
      { kind: 'EMAIL', value: 'mina@example.org', rule: null },
    ]);
    expect(link.history.at(-1)).toMatchObject({ event: 'located', from: 'TRACING', to: 'LOCATED', by: { id: other.id } });
    const [row] = await house.sql<{ relative: string; located: string }>(
      'select related_person_id as relative, located_by as located from family_link where id = $1',
      [asked.link],
    );
    expect(row?.located).toBe(other.id);
    expect(await house.keysSql('select compartment from subject_key where subject_id = $1', [row?.relative])).toEqual([
      { compartment: 'family' },
    ]);
    const told = await house.sql('select outcome, related_person_id as theirs from family_tracing where link_id = $1 order by at', [
      asked.link,
    ]);
    expect(told).toEqual([
      { outcome: 'NO_RESULT', theirs: null },
      { outcome: 'POSSIBLE', theirs: row?.relative },
      { outcome: 'LOCATED', theirs: row?.relative },
    ]);
    expect(
      await house.sql('select e.state from family_enquiry e join family_match m on m.enquiry_id = e.id where m.id = $1', [match.id]),
    ).toEqual([{ state: 'MATCHED' }]);
    expect(await seen()).toEqual(before);
  });

  it('R-ID-08: the second word finds the link being traced; before that it is refused', async () => {
    const asked = await proposed();
    const once = done(await confirm(one, await matchOf(asked.link)));
    const early = await confirm(other, once);
    expect([early.status, early.body.code]).toEqual([422, 'match-needs-tracing']);
    await traced(asked);
    expect((await confirm(other, once)).status).toBe(200);
    expect(await stateOf(asked.link)).toBe('LOCATED');
  });

  it('one who says no ends it, and it is not proposed again', async () => {
    const asked = await proposed();
    const once = done(await confirm(one, await matchOf(asked.link)));
    expect(done(await refuse(other, once))).toMatchObject({ state: 'REFUSED', actions: [] });
    await nightFalls(house);
    expect(await proposals(house, asked.link)).toEqual([]);
    expect((await one.get(`/api/family-matches/${once.id}`)).status).toBe(200);
    expect((await (await house.as('FAMILY_LINKS')).get(`/api/family-matches/${once.id}`)).status).toBe(404);
  });

  it('R-FL-11: once the client takes the yes back it is gone, also for whoever confirmed', async () => {
    const asked = await proposed();
    await traced(asked);
    const once = done(await confirm(one, await matchOf(asked.link)));
    done(await asked.worker.post(`/api/family-wishes/${asked.wish}/end`, { how: 'PHONE' }));
    expect((await confirm(other, once)).status).toBe(404);
    expect((await one.get(`/api/family-matches/${once.id}`)).status).toBe(404);
  });

  it('a withdrawal and a second confirmation at once: whoever comes first decides, and nobody is located on a yes that was taken back', async () => {
    for (let race = 0; race < 6; race++) {
      const asked = await proposed();
      await traced(asked);
      const once = done(await confirm(one, await matchOf(asked.link)));
      const { consents } = done(await asked.worker.get(`/api/family-wishes/${asked.wish}`));
      const looking = consents.find(({ purpose }: { purpose: string }) => purpose === 'C08_TRACING');
      const [confirmed, withdrawn] = await Promise.all([
        confirm(other, once),
        asked.worker.post(`/api/family-wishes/${asked.wish}/consents/${looking.id}/withdrawal`, { how: 'PHONE' }),
      ]);
      expect(withdrawn.status).toBeLessThan(300);
      expect(await stateOf(asked.link)).toBe('PAUSED');
      const [link] = await house.sql<{ before: string }>('select state_before as before from family_link where id = $1', [asked.link]);
      expect(link?.before).toBe(confirmed.status === 200 ? 'LOCATED' : 'TRACING');
    }
  });

  it('the log names the proposal and the link, and no client; the job is named', async () => {
    const asked = await proposed();
    const match = await matchOf(asked.link);
    done(await refuse(one, match));
    const lines = await house.sql<Record<string, unknown>>(
      `select word, actor_kind, client_id from audit_event where subject_id = $1 and word in ('family-match:propose','family-match:refuse') order by at`,
      [match.id],
    );
    expect(lines).toEqual([
      { word: 'family-match:propose', actor_kind: 'JOB', client_id: null },
      { word: 'family-match:refuse', actor_kind: 'STAFF', client_id: null },
    ]);
  });
});
