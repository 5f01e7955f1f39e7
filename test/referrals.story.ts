import { randomUUID } from 'node:crypto';
import { contentHash } from '@panah/sealed-packages/sealed-package';
import { textBytes } from '@panah/sealed-packages/bytes';
import { wallTimeOf } from '@panah/domain/dates/zoned-time';
import { parsePartialDate } from '@panah/domain/dates/partial-date';
import { bring } from './support/brought';
import { admitted } from './support/known-client';
import { SAID_YES, withdraw } from './support/consent-desk';
import { onTeam, type PaperFile } from './support/file-on-paper';
import { type Answer, type House, type Person } from './support/house';
import {
  agreeToItem,
  agreeToReferral,
  done,
  opened,
  openReferralHouse,
  packagesOf,
  partnerAtWork,
  type PartnerAtWork,
  readReferral,
  refer,
  referOnWord,
  send,
  sent,
  TEXTS,
  USUAL,
} from './support/referral-desk';
import { officeDay } from './support/office-day';

let house: House;
let coordinator: Person;
let worker: Person;
let partner: PartnerAtWork;
let file: PaperFile;

beforeAll(async () => {
  ({ house, coordinator, worker, partner } = await openReferralHouse());
});
afterAll(() => house.close());
beforeEach(async () => {
  file = await admitted(house, worker);
});

const yes = (scope: string[], more: object = {}): Promise<Answer> => agreeToReferral(worker, file.caseId, partner.id, scope, more);
const read = (id: string, by: Person = worker): Promise<Answer['body']> => readReferral(by, id);
const kinds = (items: { kind: string }[]): string[] => items.map(({ kind }) => kind);
const dispatch = (id: string, body: object): Promise<Answer> => worker.post(`/api/referrals/${id}/dispatch`, body);

describe('a referral', () => {
  it('is sent in four steps with a consent at hand: chosen, looked at, sent; and only the partner opens it', async () => {
    done(await yes(USUAL));
    const choices = done(await worker.get(`/api/cases/${file.caseId}/referral-choices?service=LEGAL`));
    const choice = choices.partners.find(({ id }: { id: string }) => id === partner.id);
    expect(choice).toMatchObject({ mayReceive: true, gaps: [], consent: { scope: USUAL } });
    expect(
      choice.items
        .filter((each: { covered: boolean; why: null }) => each.covered && each.why === null)
        .map((each: { item: string }) => each.item),
    ).toEqual(USUAL);

    const made = done(await refer(worker, file.caseId, partner.id));
    expect(made).toMatchObject({ state: 'READY', partner: { id: partner.id, name: partner.name }, consent: { scope: USUAL } });
    expect(made.actions).toEqual(expect.arrayContaining(['send', 'preview', 'edit', 'cancel']));
    const preview = done(await worker.post(`/api/referrals/${made.id}/preview`));
    expect(contentHash(textBytes(preview.content))).toBe(preview.hash);
    const after = done(await dispatch(made.id, { hash: preview.hash }));
    expect(after).toMatchObject({ state: 'SENT', packages: [{ seq: 1, scope: USUAL, openedAt: null, endedAt: null }] });

    const [kept] = await packagesOf(house, made.id);
    if (!kept) throw new Error('nothing was kept');
    const told = opened(kept, partner.privateKey);
    expect(JSON.stringify(told)).toBe(preview.content);
    expect(kinds(told)).toEqual(['REFERRAL', ...USUAL]);
    expect(preview.content).not.toContain(file.clientId);
    expect(preview.content).not.toContain(file.caseRef);
  });

  it('is ready in one act with a new consent, and waits for one that is asked for otherwise', async () => {
    expect(done(await referOnWord(worker, file.caseId, partner.id))).toMatchObject({ state: 'READY' });
    const other = await admitted(house, worker);
    const draft = done(await refer(worker, other.caseId, partner.id));
    expect(draft).toMatchObject({ state: 'DRAFT', consent: null });
    const asked = done(await worker.post(`/api/referrals/${draft.id}/consent-request`));
    expect(asked.state).toBe('AWAITING_CONSENT');
    expect((await worker.post(`/api/referrals/${draft.id}/consent`, {})).body).toMatchObject({ status: 422, code: 'consent-missing' });
    const { decision: _, ...said } = SAID_YES;
    expect(done(await worker.post(`/api/referrals/${draft.id}/consent`, { consent: said }))).toMatchObject({ state: 'READY' });
    const refused = done(await refer(worker, (await admitted(house, worker)).caseId, partner.id));
    done(await worker.post(`/api/referrals/${refused.id}/consent-request`));
    expect(done(await worker.post(`/api/referrals/${refused.id}/consent-refusal`))).toMatchObject({
      state: 'REVOKED',
      endReason: 'CONSENT_REFUSED',
      actions: [],
    });
  });

  it('R-CO-01: a consent that goes between READY and the sending stops it; the one that stands lets it go', async () => {
    const consent = done(await yes(USUAL));
    const ready = done(await refer(worker, file.caseId, partner.id));
    const { hash } = done(await worker.post(`/api/referrals/${ready.id}/preview`));
    done(await withdraw(worker, consent.id));
    expect((await dispatch(ready.id, { hash })).body).toMatchObject({ status: 409, code: 'not-open', facts: { state: 'REVOKED' } });
    expect(await read(ready.id)).toMatchObject({ state: 'REVOKED', endReason: 'CONSENT_GONE', packages: [] });
    expect((await sent(worker, (await admitted(house, worker)).caseId, partner.id)).state).toBe('SENT');
  });

  it('R-CO-01: asks the consent at the moment of sending, not the state of the referral', async () => {
    const consent = done(await yes(USUAL));
    const ready = done(await refer(worker, file.caseId, partner.id));
    const { hash } = done(await worker.post(`/api/referrals/${ready.id}/preview`));
    await house.sql(
      `insert into consent_event (id, org_id, office_id, client_id, consent_id, action, state, given_at, expires_at) select gen_random_uuid(), org_id, office_id, client_id, consent_id, 'expire', 'EXPIRED', given_at, expires_at
         from consent_event where consent_id = $1 and state = 'ACTIVE'`,
      [consent.id],
    );
    expect((await dispatch(ready.id, { hash })).body).toMatchObject({ status: 422, code: 'consent-missing' });
    expect(await packagesOf(house, ready.id)).toEqual([]);
  });

  it('says 409 with the new hash when what would be sent is no longer what was shown', async () => {
    const ready = done(await referOnWord(worker, file.caseId, partner.id));
    const shown = done(await worker.post(`/api/referrals/${ready.id}/preview`));
    const texts = { ...TEXTS, request: 'Wants something else by now.' };
    const body = {
      partnerId: partner.id,
      kind: 'REFERRAL',
      service: 'LEGAL',
      urgency: 'ROUTINE',
      items: USUAL,
      needIds: [],
      documentIds: [],
      texts,
    };
    done(await worker.put(`/api/referrals/${ready.id}`, body, { version: ready.version }));
    const refused = await dispatch(ready.id, { hash: shown.hash });
    expect(refused.body).toMatchObject({ status: 409, code: 'package-changed' });
    const again = done(await worker.post(`/api/referrals/${ready.id}/preview`));
    expect(refused.body.facts.hash).toBe(again.hash);
    expect(done(await dispatch(ready.id, { hash: again.hash })).state).toBe('SENT');
  });

  it('keeps its answer to a repeated sending, and is edited on its newest version only', async () => {
    const ready = done(await referOnWord(worker, file.caseId, partner.id));
    const body = {
      partnerId: partner.id,
      kind: 'REFERRAL',
      service: 'LEGAL',
      urgency: 'URGENT',
      items: USUAL,
      needIds: [],
      documentIds: [],
      texts: TEXTS,
    };
    expect((await worker.put(`/api/referrals/${ready.id}`, body)).status).toBe(428);
    expect((await worker.put(`/api/referrals/${ready.id}`, body, { version: ready.version - 1 })).body).toMatchObject({
      status: 412,
      facts: { changed: ['urgency'] },
    });
    const { hash } = done(await worker.post(`/api/referrals/${ready.id}/preview`));
    const options = { key: randomUUID() };
    const [first, second] = [
      await worker.post(`/api/referrals/${ready.id}/dispatch`, { hash }, options),
      await worker.post(`/api/referrals/${ready.id}/dispatch`, { hash }, options),
    ];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(await packagesOf(house, ready.id)).toHaveLength(1);
  });
});

describe('R-RE-01: who may be sent something', () => {
  const refusal = async (partnerId: string): Promise<string[]> => {
    const made = done(await refer(worker, file.caseId, partnerId));
    const { body } = await worker.post(`/api/referrals/${made.id}/consent`, {});
    return body.fields?.partnerId ?? [body.code];
  };

  it.each([
    ['a prospect', `state = 'PROSPECT'`, ['NOT_ACTIVE']],
    ['one that is suspended', `state = 'SUSPENDED'`, ['NOT_ACTIVE']],
    ['an agreement that has run out', `agreement_valid_to = current_date - 1`, ['AGREEMENT']],
    ['a security check of more than 24 months', `security_checked_on = current_date - interval '25 months'`, ['AGREEMENT']],
    ['another service', `services = '{HEALTH}'`, ['NOT_OFFERED']],
    ['all in order', `name = name`, ['consent-missing']],
  ])('%s', async (_, change, gaps) => {
    const one = await partnerAtWork(house, coordinator);
    await house.sql(`update partner set ${change} where id = $1`, [one.id]);
    expect(await refusal(one.id)).toEqual(gaps);
  });

  it('asks again when it is sent', async () => {
    const one = await partnerAtWork(house, coordinator);
    const ready = done(await referOnWord(worker, file.caseId, one.id));
    const { hash } = done(await worker.post(`/api/referrals/${ready.id}/preview`));
    await house.sql('update partner set agreement_valid_to = current_date - 1 where id = $1', [one.id]);
    expect((await dispatch(ready.id, { hash })).body).toMatchObject({
      status: 422,
      code: 'partner-may-not-receive',
      fields: { partnerId: ['AGREEMENT'] },
    });
    await house.sql('update partner set agreement_valid_to = current_date where id = $1', [one.id]);
    expect(done(await dispatch(ready.id, { hash })).state).toBe('SENT');
  });

  it('a key that waits for the telephone, or was changed, takes nothing', async () => {
    const one = await partnerAtWork(house, coordinator);
    const ready = done(await referOnWord(worker, file.caseId, one.id));
    await house.sql(`update partner_key set state = 'REGISTERED', settled_by = null, settled_at = null where id = $1`, [one.keyId]);
    expect((await send(worker, ready.id)).body).toMatchObject({
      status: 422,
      code: 'key-not-confirmed',
      fields: { partnerId: ['KEY_NOT_CONFIRMED'] },
    });
    await house.sql(`update partner_key set state = 'REPLACED' where id = $1`, [one.keyId]);
    expect((await send(worker, ready.id)).body).toMatchObject({
      status: 422,
      code: 'key-not-confirmed',
      fields: { partnerId: ['NO_KEY'] },
    });
    await house.sql(`update partner_key set state = 'CONFIRMED', settled_by = $2, settled_at = now() where id = $1`, [
      one.keyId,
      coordinator.id,
    ]);
    expect(done(await send(worker, ready.id)).state).toBe('SENT');
  });
});

describe('R-RE-02: an emergency', () => {
  it('is sent with the telephone call recorded, and answered within 24 hours; others need none', async () => {
    const ready = done(await referOnWord(worker, file.caseId, partner.id, { urgency: 'EMERGENCY' }));
    expect((await send(worker, ready.id)).body).toMatchObject({ status: 422, code: 'call-missing', fields: { calledAt: ['missing'] } });
    const ahead = new Date(Date.now() + 3_600_000).toISOString();
    expect((await send(worker, ready.id, { calledAt: ahead })).body).toMatchObject({ status: 422, fields: { calledAt: ['future'] } });
    const calledAt = new Date(Date.now() - 60_000).toISOString();
    const after = done(await send(worker, ready.id, { calledAt }));
    const hours = (until: string): number => Math.round((Date.parse(until) - Date.parse(after.sentAt)) / 3_600_000);
    expect([after.calledAt, hours(after.ackDue), hours(after.responseDue)]).toEqual([calledAt, 4, 24]);
    const urgent = await sent(worker, (await admitted(house, worker)).caseId, partner.id, { urgency: 'URGENT' });
    const gap = (until: string): number => Math.round((Date.parse(until) - Date.parse(urgent.sentAt)) / 3_600_000);
    expect([gap(urgent.ackDue), gap(urgent.responseDue)]).toEqual([24, 72]);
  });
});

describe('R-RE-04: what may be told', () => {
  it('nothing outside the consent; what it covers goes', async () => {
    done(await yes(['PSEUDONYM', 'REQUEST']));
    const draft = done(await refer(worker, file.caseId, partner.id, { items: ['PSEUDONYM', 'REQUEST', 'BIRTH'] }));
    expect(draft.state).toBe('DRAFT');
    expect((await worker.post(`/api/referrals/${draft.id}/consent`, {})).body).toMatchObject({
      code: 'consent-missing',
      facts: { missing: ['scope'] },
    });
    const { decision: _, ...said } = SAID_YES;
    expect((await worker.post(`/api/referrals/${draft.id}/consent`, { consent: { ...said, scope: ['PSEUDONYM'] } })).body).toMatchObject({
      code: 'consent-missing',
    });
    expect(done(await refer(worker, file.caseId, partner.id, { items: ['PSEUDONYM', 'REQUEST'] })).state).toBe('READY');
  });

  it('an address only for housing or safety, and each restricted thing on the word of a coordinator who did not choose it', async () => {
    const lives = await admitted(house, worker, {
      residences: [
        { from: null, to: null, country: 'AL', city: 'Lakeside', address: 'Willow Street 9', knownTo: [], safety: 'SAFE', remarks: null },
      ],
    });
    const items = ['PSEUDONYM', 'REQUEST', 'ADDRESS'];
    expect((await refer(worker, lives.caseId, partner.id, { items })).body).toMatchObject({
      status: 422,
      code: 'item-not-offered',
      fields: { 'items.ADDRESS': ['NOT_FOR_SERVICE'] },
    });
    const ready = done(await referOnWord(worker, lives.caseId, partner.id, { items, service: 'HOUSING' }));
    expect(ready.approvals).toEqual([{ item: 'ADDRESS', by: null, at: null, changed: false }]);
    expect((await send(worker, ready.id)).body).toMatchObject({ status: 422, code: 'approval-missing', facts: { items: ['ADDRESS'] } });
    const mark = 'A'.repeat(43);
    expect((await worker.post(`/api/referrals/${ready.id}/approvals`, { item: 'ADDRESS', mark })).status).toBe(403);
    expect((await coordinator.post(`/api/referrals/${ready.id}/approvals`, { item: 'LEGAL_STATUS', mark })).status).toBe(404);
    expect((await read(ready.id, coordinator)).actions).toContain('approve-item');
    expect(done(await agreeToItem(coordinator, ready.id, 'ADDRESS')).approvals).toMatchObject([
      { item: 'ADDRESS', by: { id: coordinator.id } },
    ]);
    done(await send(worker, ready.id));
    const [kept] = await packagesOf(house, ready.id);
    expect(kept && opened(kept, partner.privateKey)).toContainEqual({
      kind: 'ADDRESS',
      country: 'AL',
      city: 'Lakeside',
      address: 'Willow Street 9',
    });
  });

  it('nobody agrees to what they chose themselves, whatever roles they hold', async () => {
    const both = await house.as('CASEWORKER');
    await house.sql(
      `insert into staff_role (id, org_id, staff_id, office_id, role, confirmed_at, confirmed_how) select gen_random_uuid(), org_id, staff_id, office_id, 'COORDINATOR', now(), 'DEMONSTRATION' from staff_role where staff_id = $1`,
      [both.id],
    );
    await onTeam(house, file, both);
    const ready = done(await referOnWord(both, file.caseId, partner.id, { items: ['PSEUDONYM', 'LEGAL_STATUS'] }));
    expect((await agreeToItem(both, ready.id, 'LEGAL_STATUS')).body).toMatchObject({
      status: 422,
      code: 'second-person-needed',
    });
    expect((await agreeToItem(coordinator, ready.id, 'LEGAL_STATUS')).status).toBe(200);
  });

  it('model 5.1, class 30: a lawyer refers for legal help and finds no other referral; a caseworker for anything', async () => {
    const lawyer = await house.as('LEGAL');
    await onTeam(house, file, lawyer);
    done(await yes(USUAL));
    const legal = done(await refer(lawyer, file.caseId, partner.id));
    expect((await refer(lawyer, file.caseId, partner.id, { service: 'HOUSING' })).body).toMatchObject({
      status: 422,
      code: 'service-of-another',
    });
    const housing = done(await refer(worker, file.caseId, partner.id, { service: 'HOUSING' }));
    expect((await lawyer.get(`/api/referrals/${housing.id}`)).status).toBe(404);
    const seen = async (by: Person): Promise<string[]> =>
      (await by.get(`/api/cases/${file.caseId}/referrals`)).body.items.map(({ id }: { id: string }) => id).sort();
    expect(await seen(lawyer)).toEqual([legal.id]);
    expect(await seen(worker)).toEqual([legal.id, housing.id].sort());
  });
});

describe('what a package tells', () => {
  const today = officeDay();

  it('needs and documents one by one, dates, dependants without their names; nothing that is privileged, nothing of another file', async () => {
    const whole = await admitted(house, worker, {
      birth: parsePartialDate('1984', { today, calendar: 'GREGORIAN' }),
      dependants: [{ name: 'Arash Unnamed', relation: 'SON', birth: null, livesWith: true, remarks: null }],
    });
    const need = async (code: string): Promise<string> =>
      done(await worker.post(`/api/cases/${whole.caseId}/needs`, { code, severity: 'S2', source: 'SELF', identifiedOn: today })).id;
    const [shown, restricted, kept] = [await need('EC-LN'), await need('MH-TR'), await need('HL-IN')];
    const letter = { fileName: 'a.txt', type: 'OTHER', title: 'Letter of the course', receivedOn: today };
    const paper = done(await bring(worker, `/api/cases/${whole.caseId}/documents`, Buffer.from('What the course wrote'), letter)).id;
    const lawyer = await house.as('LEGAL');
    await onTeam(house, whole, lawyer);
    const mandate = done(
      await bring(lawyer, `/api/cases/${whole.caseId}/documents`, Buffer.from('A mandate'), {
        ...letter,
        type: 'LEGAL_MANDATE',
        privileged: true,
      }),
    ).id;
    const foreign = done(await bring(worker, `/api/cases/${file.caseId}/documents`, Buffer.from('Another file'), letter)).id;

    const choices = done(await worker.get(`/api/cases/${whole.caseId}/referral-choices?service=LEGAL`));
    expect(choices.needs.map(({ code, restricted: closed }: { code: string; restricted: boolean }) => [code, closed]).sort()).toEqual([
      ['EC-LN', false],
      ['HL-IN', false],
      ['MH-TR', true],
    ]);
    expect(choices.documents).toEqual([
      { id: paper, title: 'Letter of the course', type: 'OTHER', restricted: false, health: false, why: null },
    ]);

    const items = ['PSEUDONYM', 'REQUEST', 'BIRTH', 'NEEDS', 'HEALTH', 'DOCUMENTS', 'DEPENDANTS'];
    for (const documentIds of [[mandate], [foreign]])
      expect((await refer(worker, whole.caseId, partner.id, { items, needIds: [shown, restricted], documentIds })).body).toMatchObject({
        status: 422,
        code: 'item-not-offered',
      });
    const ready = done(await referOnWord(worker, whole.caseId, partner.id, { items, needIds: [shown, restricted], documentIds: [paper] }));
    expect(ready.approvals).toEqual([{ item: `NEED:${restricted}`, by: null, at: null, changed: false }]);
    done(await agreeToItem(coordinator, ready.id, `NEED:${restricted}`));
    done(await send(worker, ready.id));
    const [one] = await packagesOf(house, ready.id);
    const told = one && opened(one, partner.privateKey);
    expect(kinds(told)).toEqual(['REFERRAL', 'PSEUDONYM', 'REQUEST', 'BIRTH', 'NEED', 'HEALTH', 'DOCUMENT', 'DEPENDANT']);
    expect(told).toContainEqual({ kind: 'BIRTH', said: '1984', edtf: '1984' });
    expect(told).toContainEqual({ kind: 'DEPENDANT', relation: 'SON', ageBand: 'UNKNOWN', livesWith: true });
    const [document] = told.filter(({ kind }: { kind: string }) => kind === 'DOCUMENT');
    expect([document.file, Buffer.from(document.base64, 'base64').toString()]).toEqual(['1.txt', 'What the course wrote']);
    const said = JSON.stringify(told);
    for (const hidden of ['Arash', 'HL-IN', kept, shown, paper, whole.clientId, whole.caseId]) expect(said).not.toContain(hidden);
  });

  it('R-RE-04: of somebody’s health only where they agreed to exactly that, each restricted piece on a coordinator’s word; nothing that is sealed', async () => {
    const need = async (code: string): Promise<string> =>
      done(await worker.post(`/api/cases/${file.caseId}/needs`, { code, severity: 'S2', source: 'SELF', identifiedOn: today })).id;
    const [lesson, illness, grief] = [await need('EC-LN'), await need('HL-CH'), await need('MH-GR')];
    const letter = { fileName: 'a.txt', type: 'MEDICAL', title: 'Letter of the clinic', receivedOn: today };
    const paper = done(await bring(worker, `/api/cases/${file.caseId}/documents`, Buffer.from('What the clinic wrote'), letter)).id;
    done(await yes([...USUAL, 'NEEDS', 'DOCUMENTS']));
    const choices = done(await worker.get(`/api/cases/${file.caseId}/referral-choices?service=LEGAL`));
    const offered = choices.partners.find(({ id }: { id: string }) => id === partner.id).items;
    expect(offered.find(({ item }: { item: string }) => item === 'HEALTH')).toMatchObject({ covered: false, why: null });
    expect(choices.needs.map(({ code, health }: { code: string; health: boolean }) => [code, health]).sort()).toEqual([
      ['EC-LN', false],
      ['HL-CH', true],
      ['MH-GR', true],
    ]);
    expect(choices.documents).toMatchObject([{ id: paper, restricted: true, health: true }]);

    const chosen = { needIds: [lesson, illness, grief], documentIds: [paper] };
    const [under, whole] = [
      ['PSEUDONYM', 'NEEDS', 'DOCUMENTS'],
      ['PSEUDONYM', 'NEEDS', 'HEALTH', 'DOCUMENTS'],
    ];
    expect((await refer(worker, file.caseId, partner.id, { items: under, ...chosen })).body).toMatchObject({
      status: 422,
      code: 'item-not-offered',
      fields: { 'items.HEALTH': ['missing'] },
    });
    const draft = done(await refer(worker, file.caseId, partner.id, { items: whole, ...chosen }));
    expect(draft.state).toBe('DRAFT'); // what they said does not name it
    done(await yes([...USUAL, 'NEEDS', 'HEALTH', 'DOCUMENTS']));
    done(await worker.post(`/api/referrals/${draft.id}/consent`, {}));
    const asked = (await read(draft.id)).approvals.map(({ item }: { item: string }) => item);
    expect(asked.sort()).toEqual([`DOCUMENT:${paper}`, `NEED:${grief}`].sort());
    expect((await send(worker, draft.id)).body).toMatchObject({ code: 'approval-missing' });
    for (const item of asked) done(await agreeToItem(coordinator, draft.id, item));
    done(await send(worker, draft.id));
    const [kept] = await packagesOf(house, draft.id);
    const told = kept && opened(kept, partner.privateKey);
    expect(kinds(told)).toEqual(['REFERRAL', 'PSEUDONYM', 'NEED', 'HEALTH', 'HEALTH', 'DOCUMENT']);
    expect(told).toContainEqual({ kind: 'HEALTH', code: 'HL-CH', severity: 'S2' });
  });

  it('model 2.14: of a minor who cares for them, and of somebody who cannot decide who speaks for them; of nobody else unless it is ticked', async () => {
    const guardian = 'Her aunt cares for her; through us.';
    const said = { items: [...USUAL, 'GUARDIAN'], texts: { ...TEXTS, guardian } };
    const year = String(Number(today.slice(0, 4)) - 17);
    const young = await admitted(house, worker, { birth: parsePartialDate(year, { today, calendar: 'GREGORIAN' }) });
    const choices = done(await worker.get(`/api/cases/${young.caseId}/referral-choices?service=LEGAL`));
    const usual = choices.partners[0].items.filter((each: { usual: boolean }) => each.usual).map(({ item }: { item: string }) => item);
    expect(usual).toEqual([...USUAL, 'GUARDIAN']);
    expect((await refer(worker, young.caseId, partner.id)).body).toMatchObject({
      status: 422,
      code: 'guardian-unsaid',
      fields: { 'items.GUARDIAN': ['missing'] },
    });
    const unsaid = await refer(worker, young.caseId, partner.id, { items: said.items });
    expect(unsaid.body).toMatchObject({ code: 'guardian-unsaid', fields: { guardian: ['missing'] } });
    const { id } = await sent(worker, young.caseId, partner.id, said);
    const [kept] = await packagesOf(house, id);
    expect(kept && opened(kept, partner.privateKey)).toContainEqual({ kind: 'GUARDIAN', text: guardian });

    const spokenFor = { capacity: 'NO', supporter: 'A brother' };
    expect((await referOnWord(worker, file.caseId, partner.id, {}, spokenFor)).body).toMatchObject({ code: 'guardian-unsaid' });
    expect(done(await refer(worker, file.caseId, partner.id)).texts).toMatchObject({ guardian: null });
    const [adult] = await packagesOf(house, (await sent(worker, file.caseId, partner.id)).id);
    expect(kinds((adult && opened(adult, partner.privateKey)) ?? [])).toEqual(['REFERRAL', ...USUAL]);
  });

  it('model 2.14, 2.15: on a consent at hand that a representative gave, who speaks for them is told as well; on their own word it is not asked', async () => {
    const spokenFor = { method: 'REPRESENTATIVE', supporter: 'A brother' };
    const scope = [...USUAL, 'GUARDIAN'];
    const said = { items: scope, texts: { ...TEXTS, guardian: 'His brother speaks for him; through us.' } };
    const unsaid = { status: 422, code: 'guardian-unsaid', fields: { 'items.GUARDIAN': ['missing'] } };
    const usual = async (caseId: string): Promise<string[]> => {
      const choices = done(await worker.get(`/api/cases/${caseId}/referral-choices?service=LEGAL`));
      const { items } = choices.partners.find(({ id }: { id: string }) => id === partner.id);
      return items.filter((each: { usual: boolean }) => each.usual).map(({ item }: { item: string }) => item);
    };
    const draft = done(await refer(worker, file.caseId, partner.id));
    expect([draft.state, await usual(file.caseId)]).toEqual(['DRAFT', USUAL]);

    done(await yes(scope, spokenFor));
    expect(await usual(file.caseId)).toEqual(scope);
    expect((await refer(worker, file.caseId, partner.id)).body).toMatchObject(unsaid);
    expect((await worker.post(`/api/referrals/${draft.id}/consent`, {})).body).toMatchObject(unsaid);
    const ready = done(await refer(worker, file.caseId, partner.id, said));
    expect(ready.state).toBe('READY');
    const { version } = ready;
    const asOfAnAdult = { partnerId: partner.id, kind: 'REFERRAL', service: 'LEGAL', urgency: 'ROUTINE', needIds: [], documentIds: [] };
    const edited = await worker.put(`/api/referrals/${ready.id}`, { ...asOfAnAdult, items: USUAL, texts: TEXTS }, { version });
    expect(edited.body).toMatchObject(unsaid);
    done(await send(worker, ready.id));
    const [kept] = await packagesOf(house, ready.id);
    expect(kept && opened(kept, partner.privateKey)).toContainEqual({ kind: 'GUARDIAN', text: said.texts.guardian });

    const other = await admitted(house, worker);
    done(await agreeToReferral(worker, other.caseId, partner.id, scope));
    expect(await usual(other.caseId)).toEqual(USUAL);
    const own = done(await refer(worker, other.caseId, partner.id));
    expect(own.state).toBe('READY');
    done(await agreeToReferral(worker, other.caseId, partner.id, scope, spokenFor));
    expect((await send(worker, own.id)).body).toMatchObject(unsaid);
    expect(await packagesOf(house, own.id)).toEqual([]);
    done(await agreeToReferral(worker, other.caseId, partner.id, scope));
    expect(done(await send(worker, own.id))).toMatchObject({ state: 'SENT' });
  });

  it('model 2.15: whom a coordinator heard alone, and able to decide, has said it themselves', async () => {
    const helped = done(await yes(USUAL, { capacity: 'NO', supporter: 'A sister' }));
    expect(helped.state).toBe('SUSPENDED');
    done(await coordinator.post(`/api/consents/${helped.id}/confirmation`, { freeChoice: 'ALONE', capacity: 'YES' }));
    expect(done(await refer(worker, file.caseId, partner.id))).toMatchObject({ state: 'READY' });
  });

  it('for as long as the consent lasts, 30 days unless said, 180 at most', async () => {
    const expiresOn = officeDay(5);
    const short = await sent(worker, file.caseId, partner.id, {}, { expiresOn });
    expect(wallTimeOf(short.expiresAt, 'Europe/Tirane')).toEqual({ on: expiresOn, at: '23:59' });
    const days = (after: Answer['body']): number => Math.round((Date.parse(after.expiresAt) - Date.parse(after.sentAt)) / 86_400_000);
    expect(days(await sent(worker, (await admitted(house, worker)).caseId, partner.id))).toBe(30);
    expect(days(await sent(worker, (await admitted(house, worker)).caseId, partner.id, { viewDays: 90 }))).toBe(90);
    expect((await refer(worker, file.caseId, partner.id, { viewDays: 181 })).status).toBe(422);
  });

  it('what is not built is not begun: nothing is worked on together', async () => {
    expect((await refer(worker, file.caseId, partner.id, { kind: 'JOINT' })).body).toMatchObject({ fields: { kind: ['isIn'] } });
    for (const kind of ['REFERRAL', 'INFO_REQUEST', 'TRANSFER'])
      expect(done(await refer(worker, file.caseId, partner.id, { kind })).state).toBe('DRAFT');
  });

  it('that there is nothing to fear is said by itself, never by an empty field', async () => {
    for (const texts of [
      { ...TEXTS, nothingUrgent: false },
      { ...TEXTS, nothingUrgent: true, safety: 'Somebody follows them.' },
    ])
      expect((await refer(worker, file.caseId, partner.id, { texts })).body).toMatchObject({ status: 422, code: 'safety-unsaid' });
  });
});

describe('R-RE-05: a question of the partner', () => {
  it('is answered sealed, on what the consent covers; the answer stays with us as a message, and the clock goes on by as long as it stood', async () => {
    const { id, responseDue } = await sent(worker, file.caseId, partner.id);
    done(await partner.member.post(`/api/inbox/${id}/opening`));
    done(await partner.member.post(`/api/inbox/${id}/question`, { text: 'Which days are free?' }));
    expect((await worker.post(`/api/referrals/${id}/answer`, { text: 'Mondays.', about: ['BIRTH'] })).body).toMatchObject({
      code: 'consent-missing',
    });
    const after = done(await worker.post(`/api/referrals/${id}/answer`, { text: 'Mondays.', about: ['REQUEST'] }));
    expect(after).toMatchObject({
      state: 'RECEIVED',
      packages: [{ seq: 1 }, { seq: 2, kinds: ['REFERRAL', 'ANSWER'], scope: ['REQUEST'] }],
    });
    expect(after.messages.map(({ side, kind, text }: Record<string, string>) => [side, kind, text])).toEqual([
      ['PARTNER', 'QUESTION', 'Which days are free?'],
      ['US', 'ANSWER', 'Mondays.'],
    ]);
    expect(Date.parse(after.responseDue)).toBeGreaterThan(Date.parse(responseDue));
    const [, answer] = await packagesOf(house, id);
    expect(answer && opened(answer, partner.privateKey)).toContainEqual({ kind: 'ANSWER', about: ['REQUEST'], text: 'Mondays.' });
    expect((await worker.post(`/api/referrals/${id}/answer`, { text: 'Mondays.', about: ['REQUEST'] })).body).toMatchObject({
      status: 409,
      code: 'not-open',
    });
  });
});

describe('R-RE-03: what was sent stays what it was', () => {
  it('a change in the case is not seen by the partner until a supplement is sent, on what the consent covers then', async () => {
    const after = await sent(worker, file.caseId, partner.id, {}, { scope: [...USUAL, 'DEPENDANTS'] });
    const before = (await packagesOf(house, after.id))[0]?.ciphertext;
    const more = { items: ['WORK_DONE', 'DEPENDANTS'], needIds: [], documentIds: [], texts: { ...TEXTS, workDone: 'A third talk.' } };
    const shown = done(await worker.post(`/api/referrals/${after.id}/supplement-previews`, more));
    expect((await worker.post(`/api/referrals/${after.id}/supplements`, { ...more, texts: TEXTS, hash: shown.hash })).body).toMatchObject({
      status: 409,
      code: 'package-changed',
    });
    const twice = done(await worker.post(`/api/referrals/${after.id}/supplements`, { ...more, hash: shown.hash }));
    expect(twice.packages).toMatchObject([{ seq: 1 }, { seq: 2, scope: ['WORK_DONE', 'DEPENDANTS'] }]);
    const [first, second] = await packagesOf(house, after.id);
    expect(first?.ciphertext).toEqual(before);
    expect(second && opened(second, partner.privateKey)).toContainEqual({ kind: 'WORK_DONE', text: 'A third talk.' });
    const beyond = { ...more, items: ['BIRTH'], texts: null };
    const preview = done(await worker.post(`/api/referrals/${after.id}/supplement-previews`, beyond));
    expect((await worker.post(`/api/referrals/${after.id}/supplements`, { ...beyond, hash: preview.hash })).body).toMatchObject({
      status: 422,
      code: 'consent-missing',
    });
  });

  it('the database refuses to change a package, whoever asks', async () => {
    const { id } = await sent(worker, file.caseId, partner.id);
    for (const change of [
      `manifest = '{"version":1,"kinds":[],"digest":""}'`,
      `scope = '{NAME}'`,
      `expires_at = expires_at + interval '1 day'`,
      `kem = '\\x00'`,
    ])
      await expect(house.sql(`update referral_package set ${change} where referral_id = $1`, [id])).rejects.toThrow();
    await expect(house.sql(`update referral set urgency = 'URGENT' where id = $1`, [id])).rejects.toThrow('no such step');
    await expect(house.sql(`update referral set state = 'DRAFT' where id = $1`, [id])).rejects.toThrow('no such step');
  });
});
