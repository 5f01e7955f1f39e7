import './support/patience';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { Grant, Grants } from '../apps/api/src/consents/grants.records';
import { StopsWithConsent } from '../apps/api/src/consents/stops-with-consent.records';
import { type AdmittedFile, admittedFile } from './support/admitted-file';
import { atTheDatabase } from './support/at-the-database';
import { disclose, recordConsent, standingConsent, withdraw } from './support/consent-desk';
import { type House, openHouse, type Person } from './support/house';
import { acting } from './support/known-client';

let house: House;
let coordinator: Person;
let second: Person;
let worker: Person;
let file: AdmittedFile;
beforeAll(async () => {
  house = await openHouse();
  [coordinator, second, worker] = [await house.as('COORDINATOR'), await house.as('COORDINATOR'), await house.as('CASEWORKER')];
});
afterAll(() => house.close());
beforeEach(async () => {
  file = await admittedFile(house, coordinator, worker);
});

const URGENT = {
  basis: 'VITAL_INTEREST',
  purpose: 'C06_HEALTH',
  recipient: { kind: 'ORGANISATION', name: 'Harbour Emergency Ward' },
  scope: ['NAME', 'HEALTH'],
  reason: 'Unconscious on arrival; the ward asks for allergies.',
  inform: 'TELL',
};
const askBasis = (by: Person, more: object = {}) => by.post(`/api/cases/${file.caseId}/legal-bases`, { ...URGENT, ...more });
const onBasis = (by: Person, basis: { id: string; purpose: string; recipient: { id: string }; scope: string[] }, more: object = {}) =>
  by.post(`/api/cases/${file.caseId}/disclosures`, {
    purpose: basis.purpose,
    recipientId: basis.recipient.id,
    scope: [basis.scope[0]],
    stage: 'TOLD',
    how: 'SPOKEN',
    what: 'Allergies.',
    legalBasisId: basis.id,
    ...more,
  });

describe('R-CO-01 something told outside', () => {
  it('rests on a consent that names purpose, recipient and every item, and says which', async () => {
    const consent = await standingConsent(worker, file.caseId);
    const told = await disclose(worker, file.caseId, consent);
    expect([told.status, told.body.state, told.body.consentId, told.body.legalBasisId]).toEqual([201, 'TOLD', consent.id, null]);
    expect((await worker.get(`/api/cases/${file.caseId}/disclosures`)).body).toMatchObject({
      items: [{ id: told.body.id, recipient: { name: 'Lakeside Legal Clinic' } }],
      grounds: [{ consentId: consent.id }],
    });
  });

  it.each([
    ['nobody was asked', () => ({ purpose: 'C06_HEALTH' }), ['consent']],
    ['another recipient', () => ({ recipientId: randomUUID() }), ['consent']],
    ['an item that was not named', () => ({ scope: ['PSEUDONYM', 'ADDRESS'] }), ['scope']],
  ])('is refused: %s', async (_, more, missing) => {
    const consent = await standingConsent(worker, file.caseId);
    const { status, body } = await disclose(worker, file.caseId, consent, more());
    expect([status, body.code, body.facts.missing]).toEqual([422, 'consent-missing', missing]);
    expect(await house.sql('select id from disclosure where client_id = $1', [file.clientId])).toEqual([]);
  });

  it('on another client’s consent is refused, and there is no flag that overrides it', async () => {
    const theirs = await standingConsent(worker, file.caseId);
    file = await admittedFile(house, coordinator, worker);
    expect((await disclose(worker, file.caseId, theirs)).body.facts.missing).toEqual(['consent']);
    for (const flag of ['override', 'force', 'consentId', 'withoutConsent'])
      expect((await disclose(coordinator, file.caseId, theirs, { [flag]: true })).body.code).toBe('unknown-field');
  });

  it('prepared, it is asked again when it is told: withdrawn between the two, it stops (R-CO-03)', async () => {
    const consent = await standingConsent(worker, file.caseId);
    const [prepared, other] = [
      (await disclose(worker, file.caseId, consent, { stage: 'PREPARED' })).body,
      (await disclose(worker, file.caseId, consent, { stage: 'PREPARED' })).body,
    ];
    expect((await worker.post(`/api/disclosures/${other.id}/telling`)).body.state).toBe('TOLD');
    await withdraw(worker, consent.id);
    expect((await worker.get(`/api/disclosures/${prepared.id}`)).body).toMatchObject({
      state: 'STOPPED',
      stopReason: 'CONSENT_GONE',
      actions: [],
    });
    expect((await worker.post(`/api/disclosures/${prepared.id}/telling`)).body.code).toBe('not-open');
    expect((await worker.get(`/api/disclosures/${other.id}`)).body.state).toBe('TOLD');
  });

  it('a single use is used once', async () => {
    const consent = await standingConsent(worker, file.caseId, { purpose: 'C21_AUTHORITY' });
    expect((await disclose(worker, file.caseId, consent)).status).toBe(201);
    expect((await disclose(worker, file.caseId, consent)).body.facts.missing).toEqual(['used']);
  });
});

describe('R-CO-03 what rests on a consent', () => {
  it('stops in the transaction of the withdrawal: what fails takes the withdrawal back with it', async () => {
    const consent = await standingConsent(worker, file.caseId, { purpose: 'C13_VOLUNTEER' });
    const told: string[] = [];
    let broken = true;
    house.app.get(StopsWithConsent).onWithdrawal(['C13_VOLUNTEER'], async ({ consentId, to }) => {
      told.push(`${consentId} ${to}`);
      if (broken) throw new Error('it could not be stopped');
    });
    expect((await withdraw(worker, consent.id)).status).toBe(500);
    expect((await worker.get(`/api/consents/${consent.id}`)).body.state).toBe('ACTIVE');
    broken = false;
    expect((await withdraw(worker, consent.id)).status).toBe(200);
    expect(told).toEqual([`${consent.id} WITHDRAWN`, `${consent.id} WITHDRAWN`]);
  });
});

describe('R-CO-08 without consent', () => {
  it('two coordinators agree in writing, to a few items, for seventy-two hours; then it can be told, and the person is told of it', async () => {
    const { body: asked } = await askBasis(coordinator);
    expect(asked).toMatchObject({ state: 'ASKED', validUntil: null });
    expect((await onBasis(worker, asked)).body.code).toBe('legal-basis-missing');
    expect((await coordinator.post(`/api/legal-bases/${asked.id}/approval`)).body.code).toBe('same-person');
    const { body: agreed } = await second.post(`/api/legal-bases/${asked.id}/approval`);
    expect(agreed).toMatchObject({ state: 'APPROVED', second: { id: second.id }, decidedHow: 'WRITTEN' });
    expect(Date.parse(agreed.validUntil) - Date.parse(agreed.decidedAt)).toBe(72 * 3_600_000);
    const told = await onBasis(worker, agreed);
    expect(told.body).toMatchObject({ state: 'TOLD', consentId: null, legalBasisId: asked.id });
    expect((await onBasis(worker, agreed, { scope: ['NAME', 'SAFETY'] })).body.code).toBe('legal-basis-missing');
    expect((await onBasis(worker, agreed, { recipientId: randomUUID() })).body.code).toBe('legal-basis-missing');
    const [task] = await house.sql<{ id: string; status: string }>(
      `select id, status from task where record_id = $1 and kind = 'CONTACT'`,
      [asked.id],
    );
    expect(task?.status).toBe('OPEN');
    expect((await worker.post(`/api/legal-bases/${asked.id}/informing`)).body.informedAt).not.toBeNull();
    expect(await house.sql('select status from task where id = $1', [task?.id])).toEqual([{ status: 'CANCELLED' }]);
  });

  it('is over after its hours, whatever the application believes', async () => {
    const { body: asked } = await askBasis(coordinator);
    await second.post(`/api/legal-bases/${asked.id}/approval`);
    await house.sql(
      `set session_replication_role = replica; update legal_basis set decided_at = now() - interval '73 hours', valid_until = now() - interval '1 hour' where id = '${asked.id}'`,
    );
    expect((await onBasis(worker, asked)).body.code).toBe('legal-basis-missing');
  });

  it('is narrower than any consent, and asked for by a coordinator alone', async () => {
    expect((await askBasis(coordinator, { scope: ['NAME', 'NEEDS'] })).body.fields).toEqual({ scope: ['tooWide'] });
    expect((await askBasis(coordinator, { basis: 'LEGAL_OBLIGATION', scope: ['ADDRESS'] })).body.fields).toEqual({ scope: ['tooWide'] });
    expect((await askBasis(coordinator, { purpose: 'C02_REFERRAL' })).status).toBe(422);
    expect((await askBasis(coordinator, { basis: 'CONSENT' })).status).toBe(422);
    expect((await askBasis(coordinator, { inform: 'ADDS_DANGER' })).body.fields).toEqual({ danger: ['missing'] });
    expect((await askBasis(worker)).status).toBe(403);
  });

  it('in an emergency a second coordinator agrees by word of mouth within the hour, for a day, and writes it down to have the rest', async () => {
    const { body: asked } = await askBasis(coordinator);
    const spoken = (secondId: string) => coordinator.post(`/api/legal-bases/${asked.id}/verbal-approval`, { secondId });
    expect((await spoken(coordinator.id)).body.code).toBe('same-person');
    expect((await spoken(worker.id)).body.code).toBe('no-second-person');
    const { body: agreed } = await spoken(second.id);
    expect(Date.parse(agreed.validUntil) - Date.parse(agreed.decidedAt)).toBe(24 * 3_600_000);
    expect((await onBasis(worker, agreed)).status).toBe(201);
    expect((await coordinator.post(`/api/legal-bases/${asked.id}/confirmation`)).body.code).toBe('not-the-second-person');
    const { body: written } = await second.post(`/api/legal-bases/${asked.id}/confirmation`);
    expect(Date.parse(written.validUntil) - Date.parse(written.decidedAt)).toBe(72 * 3_600_000);
    const { body: late } = await askBasis(coordinator);
    await house.sql(
      `set session_replication_role = replica; update legal_basis set asked_at = now() - interval '61 minutes' where id = '${late.id}'`,
    );
    expect((await coordinator.post(`/api/legal-bases/${late.id}/verbal-approval`, { secondId: second.id })).body.code).toBe('too-late');
  });

  describe('agreed by word of mouth', () => {
    const named = async () => {
      const { body } = await askBasis(coordinator);
      return (await coordinator.post(`/api/legal-bases/${body.id}/verbal-approval`, { secondId: second.id })).body;
    };
    const waitsFor = async (by: Person, kind: string): Promise<boolean> =>
      (await by.get('/api/day')).body.items.some(
        (line: { caseId: string; task: { kind: string } | null }) => line.caseId === file.caseId && line.task?.kind === kind,
      );
    const steps = async (id: string) =>
      (await house.sql<{ action: string }>('select action from process_step where subject_id = $1 order by at, id', [id])).map(
        ({ action }) => action,
      );

    it('is asked of whoever was named, in their day and nobody else’s; they agreed, and it holds', async () => {
      const basis = await named();
      expect([await waitsFor(second, 'DISCLOSURE_REVIEW'), await waitsFor(coordinator, 'DISCLOSURE_REVIEW')]).toEqual([true, false]);
      expect((await second.get(`/api/legal-bases/${basis.id}`)).body.actions).toEqual(['confirm', 'object', 'inform']);
      const { body: prepared } = await onBasis(worker, basis, { stage: 'PREPARED' });
      expect((await second.post(`/api/legal-bases/${basis.id}/confirmation`)).body.state).toBe('APPROVED');
      expect(await waitsFor(second, 'DISCLOSURE_REVIEW')).toBe(false);
      const late = await second.post(`/api/legal-bases/${basis.id}/objection`);
      expect([late.status, late.body.code]).toEqual([409, 'not-open']);
      expect((await worker.post(`/api/disclosures/${prepared.id}/telling`)).body.state).toBe('TOLD');
    });

    it('by somebody who did not: it stops at once with what was prepared on it, coordinators see to what was told, and it stays in the history', async () => {
      const basis = await named();
      const [{ body: prepared }, { body: told }] = [await onBasis(worker, basis, { stage: 'PREPARED' }), await onBasis(worker, basis)];
      expect((await coordinator.post(`/api/legal-bases/${basis.id}/objection`)).body.code).toBe('not-the-second-person');
      expect((await worker.post(`/api/legal-bases/${basis.id}/objection`)).status).toBe(403);
      const { status, body } = await second.post(`/api/legal-bases/${basis.id}/objection`);
      expect([status, body.state, body.validUntil, body.objectedAt, body.actions]).toEqual([
        200,
        'OBJECTED',
        null,
        expect.any(String),
        ['inform'],
      ]);
      expect((await worker.get(`/api/disclosures/${prepared.id}`)).body).toMatchObject({ state: 'STOPPED', stopReason: 'BASIS_GONE' });
      expect((await worker.get(`/api/disclosures/${told.id}`)).body.state).toBe('TOLD');
      expect((await onBasis(worker, basis)).body.code).toBe('legal-basis-missing');
      expect(await waitsFor(second, 'DISCLOSURE_REVIEW')).toBe(false);
      expect(await waitsFor(coordinator, 'LEGAL_BASIS_OBJECTED')).toBe(true);
      expect([await steps(basis.id), await steps(prepared.id)]).toEqual([
        ['ask', 'approve', 'object'],
        ['prepare', 'stop'],
      ]);
      expect((await second.post(`/api/legal-bases/${basis.id}/confirmation`)).body.code).toBe('not-open');
    });

    it('later than a day it can still be said whether they did; it carries nothing more', async () => {
      const basis = await named();
      await house.sql(
        `set session_replication_role = replica; update legal_basis set asked_at = now() - interval '26 hours', decided_at = now() - interval '25 hours', valid_until = now() - interval '1 hour' where id = '${basis.id}'`,
      );
      const longer = `update legal_basis set confirmed_at = decided_at, valid_until = decided_at + interval '72 hours' where id = $1`;
      const inPlainSql = atTheDatabase(house, second, (sql) => sql(longer, [basis.id]));
      await expect(inPlainSql).rejects.toMatchObject({ constraint: 'legal_basis_stays' });
      const { status, body } = await second.post(`/api/legal-bases/${basis.id}/confirmation`);
      expect([status, Date.parse(body.validUntil) < Date.now()]).toEqual([200, true]);
      expect((await onBasis(worker, basis)).body.code).toBe('legal-basis-missing');
    });

    it('the database lets nobody agree, confirm or object in another’s name', async () => {
      const basis = await named();
      const { body: asked } = await askBasis(coordinator);
      const change = (by: Person, id: string, columns: string) =>
        atTheDatabase(house, by, (sql) => sql(`update legal_basis set ${columns} where id = $1`, [id]));
      const confirmed = `confirmed_at = now(), valid_until = decided_at + interval '72 hours'`;
      const objected = `state = 'OBJECTED', objected_at = now(), valid_until = null`;
      const inWriting = `state = 'APPROVED', second_id = '${second.id}', decided_at = now(), decided_how = 'WRITTEN', confirmed_at = now(), valid_until = now() + interval '72 hours'`;
      for (const [id, columns] of [
        [basis.id, confirmed],
        [basis.id, objected],
        [asked.id, inWriting],
      ]) {
        await expect(change(coordinator, id, columns)).rejects.toMatchObject({ constraint: 'legal_basis_by_the_second' });
        expect((await change(second, id, columns)).rowCount).toBe(1);
      }
      await expect(change(second, basis.id, `valid_until = decided_at + interval '24 hours' + interval '1 minute'`)).rejects.toThrow(
        /not edited|violates check/,
      );
    });
  });

  it('the database itself wants two people, few items and few hours', async () => {
    const { body: asked } = await askBasis(coordinator);
    for (const change of [
      `second_id = asked_by, state = 'APPROVED', decided_at = now(), decided_how = 'WRITTEN', confirmed_at = now(), valid_until = now() + interval '1 hour'`,
      `second_id = '${second.id}', state = 'APPROVED', decided_at = now(), decided_how = 'WRITTEN', confirmed_at = now(), valid_until = now() + interval '73 hours'`,
      `second_id = '${second.id}', state = 'APPROVED', decided_at = now(), decided_how = 'VERBAL', valid_until = now() + interval '25 hours'`,
      `scope = '{NEEDS}'`,
    ])
      await expect(house.sql(`update legal_basis set ${change} where id = '${asked.id}'`)).rejects.toThrow(/violates check|not edited/);
  });
});

describe('a grant', () => {
  const wanted = (consent: { details: { recipients: { id: string }[] } }) => ({
    clientId: file.clientId,
    purpose: 'C04_LEGAL' as const,
    recipient: consent.details.recipients[0]?.id ?? '',
    scope: ['PSEUDONYM'],
  });

  it('is made by nobody but the one who hands it out, and is good for its own transaction', async () => {
    const consent = await standingConsent(worker, file.caseId);
    const grants = house.app.get(Grants);
    const grant = await acting(house, coordinator, house.offices.north, () => grants.forRecipient(wanted(consent)));
    expect(grant).toBeInstanceOf(Grant);
    expect(Object.isFrozen(grant)).toBe(true);
    await expect(acting(house, coordinator, house.offices.north, async () => grant.restsOn)).rejects.toThrow(/transaction in which/);
    const forged = Reflect.construct(Grant, [wanted(consent), { consentId: consent.id, legalBasisId: null }, null]) as Grant;
    expect(() => forged.restsOn).toThrow();
  });

  it('holds the consent: a withdrawal waits until whatever rests on it is over', async () => {
    const consent = await standingConsent(worker, file.caseId);
    const order: string[] = [];
    let taken: Promise<unknown> = Promise.resolve();
    await acting(house, coordinator, house.offices.north, async () => {
      await house.app.get(Grants).forRecipient(wanted(consent));
      taken = withdraw(worker, consent.id).then(() => order.push('withdrawn'));
      await new Promise((resolve) => setTimeout(resolve, 500));
      order.push('told');
    });
    await taken;
    expect(order).toEqual(['told', 'withdrawn']);
  });
});

describe('plain SQL by the runtime login', () => {
  /** One transaction of the runtime login in the context of a coordinator of this office. */
  const asRuntime = async (...statements: string[]): Promise<void> => {
    const client = new Client(house.urls.app);
    await client.connect();
    try {
      await client.query('begin');
      for (const [name, value] of Object.entries({
        org_id: house.offices.north.orgId,
        staff_id: coordinator.id,
        roles: 'COORDINATOR',
        coordinated_offices: house.offices.north.id,
      }))
        await client.query('select set_config($1, $2, true)', [`app.${name}`, value]);
      for (const statement of statements) await client.query(statement);
      await client.query('commit');
    } finally {
      await client.end();
    }
  };
  const row = (consentId: string | null, more: Record<string, string> = {}): string => {
    const columns: Record<string, string> = {
      id: `'${randomUUID()}'`,
      org_id: `'${house.offices.north.orgId}'`,
      office_id: `'${house.offices.north.id}'`,
      client_id: `'${file.clientId}'`,
      case_id: `'${file.caseId}'`,
      purpose: `'C04_LEGAL'`,
      recipient: `(select recipients[1] from consent where id = '${consentId ?? ''}')`,
      scope: `'{PSEUDONYM}'`,
      consent_id: consentId ? `'${consentId}'` : 'null',
      state: `'TOLD'`,
      made_by: `'${coordinator.id}'`,
      told_by: `'${coordinator.id}'`,
      told_at: 'now()',
      sealed: `'\\x00'`,
      ...more,
    };
    return `insert into disclosure (${Object.keys(columns).join(', ')}) values (${Object.values(columns).join(', ')})`;
  };
  const count = async (): Promise<number> => (await house.sql('select id from disclosure where client_id = $1', [file.clientId])).length;

  it('tells what a consent covers, and at commit nothing else: not another purpose, recipient, item, subject, moment, nor without a ground or with two', async () => {
    const { id } = await standingConsent(worker, file.caseId);
    await asRuntime(row(id));
    expect(await count()).toBe(1);
    const other = await admittedFile(house, coordinator, worker);
    const { id: theirs } = await standingConsent(worker, other.caseId);
    const { id: offered } = (await recordConsent(worker, file.caseId, { decision: 'OFFERED', recipients: [{ kind: 'PERSON', name: 'B' }] }))
      .body;
    const { id: suspended } = (
      await recordConsent(worker, file.caseId, { freeChoice: 'NOT_ALONE', recipients: [{ kind: 'PERSON', name: 'C' }] })
    ).body;
    const withdrawn = await standingConsent(worker, file.caseId, { recipients: [{ kind: 'PERSON', name: 'D' }] });
    await withdraw(worker, withdrawn.id);
    const over = await standingConsent(worker, file.caseId, { recipients: [{ kind: 'PERSON', name: 'E' }] });
    await house.sql(
      `set session_replication_role = replica; update consent_event set given_at = now() - interval '9 days', expires_at = now() - interval '1 second' where consent_id = '${over.id}'`,
    );
    const early = await standingConsent(worker, file.caseId, { recipients: [{ kind: 'PERSON', name: 'F' }] });
    await house.sql(
      `set session_replication_role = replica; update consent_event set given_at = now() + interval '1 day' where consent_id = '${early.id}'`,
    );
    const { body: basis } = await askBasis(coordinator);
    const attempts: Record<string, string> = {
      'another purpose': row(id, { purpose: `'C05_HOUSING'` }),
      'another recipient': row(id, { recipient: `'${randomUUID()}'` }),
      'an item not named': row(id, { scope: `'{PSEUDONYM,ADDRESS}'` }),
      'another subject': row(theirs),
      'only offered': row(offered),
      suspended: row(suspended),
      withdrawn: row(withdrawn.id),
      over: row(over.id),
      'not yet valid': row(early.id),
      'no ground': row(null, { recipient: `'${randomUUID()}'` }),
      'two grounds': row(id, { legal_basis_id: `'${basis.id}'` }),
      'a basis nobody agreed to': row(null, {
        recipient: `'${basis.recipient.id}'`,
        purpose: `'C06_HEALTH'`,
        scope: `'{NAME}'`,
        legal_basis_id: `'${basis.id}'`,
      }),
      'prepared only, on nothing that holds': row(withdrawn.id, { state: `'PREPARED'`, told_by: 'null', told_at: 'null' }),
    };
    const open: string[] = [];
    for (const [name, attempt] of Object.entries(attempts))
      await asRuntime(attempt).then(
        () => open.push(name),
        (error: Error) => expect([name, error.message]).toEqual([name, expect.stringMatching(/nothing covers|one_ground/)]),
      );
    expect(open).toEqual([]);
    expect(await count()).toBe(1);
  });

  it('is looked at when the transaction ends: told first and withdrawn afterwards in one transaction, nothing is told', async () => {
    const { id } = await standingConsent(worker, file.caseId);
    const taken = `insert into consent_event (id, org_id, office_id, client_id, consent_id, action, state)
      select gen_random_uuid(), org_id, office_id, client_id, id, 'withdraw', 'WITHDRAWN' from consent where id = '${id}'`;
    await expect(asRuntime(row(id), taken)).rejects.toThrow(/nothing covers/);
    expect((await worker.get(`/api/consents/${id}`)).body.state).toBe('ACTIVE');
  });

  it('a step is of the purpose that its consent has, whatever it is called', async () => {
    const { id, purpose } = await standingConsent(worker, file.caseId);
    await asRuntime(`insert into consent_event (id, org_id, office_id, client_id, consent_id, purpose, action, state)
      select gen_random_uuid(), org_id, office_id, client_id, id, 'C07_COUNSELLING', 'withdraw', 'WITHDRAWN' from consent where id = '${id}'`);
    expect(await house.sql('select distinct purpose from consent_event where consent_id = $1', [id])).toEqual([{ purpose }]);
    expect((await worker.get(`/api/consents/${id}`)).body.state).toBe('WITHDRAWN');
  });

  it('does not bring a withdrawn consent back, nor edit what was told', async () => {
    const { id } = await standingConsent(worker, file.caseId);
    await asRuntime(row(id));
    await withdraw(worker, id);
    const again = (
      action: string,
      state: string,
    ) => `insert into consent_event (id, org_id, office_id, client_id, consent_id, action, state, given_at, expires_at)
      select gen_random_uuid(), org_id, office_id, client_id, id, '${action}', '${state}', now(), now() + interval '1 day' from consent where id = '${id}'`;
    for (const attempt of [
      again('give', 'ACTIVE'),
      again('confirm', 'ACTIVE'),
      again('offer', 'OFFERED'),
      `update consent set seal_version = 2 where id = '${id}'`,
    ])
      await expect(asRuntime(attempt)).rejects.toThrow(/no such step|not edited/);
    await expect(asRuntime(`update disclosure set scope = '{ADDRESS}' where consent_id = '${id}'`)).rejects.toThrow(/not edited/);
  });

  it('R-CO-03 tells nobody in another country on a yes whose companion is gone', async () => {
    const { id: parent } = await standingConsent(worker, file.caseId);
    const { id } = await standingConsent(worker, file.caseId, { purpose: 'C20_CROSS_BORDER' });
    const abroad = row(id, { purpose: `'C20_CROSS_BORDER'` });
    await asRuntime(abroad);
    const taken = `insert into consent_event (id, org_id, office_id, client_id, consent_id, action, state)
      select gen_random_uuid(), org_id, office_id, client_id, id, 'withdraw', 'WITHDRAWN' from consent where id = '${parent}'`;
    await expect(asRuntime(taken, row(id, { purpose: `'C20_CROSS_BORDER'` }))).rejects.toThrow(/nothing covers/);
  });

  /** The next step of a consent, as the runtime login could write it: with days of its own, and a number of its own. */
  const stepOf = (id: string, action: string, state: string, { expires = 's.expires_at', seq = '' } = {}): string =>
    `insert into consent_event (${seq && 'seq, '}id, org_id, office_id, client_id, consent_id, action, state, given_at, expires_at)
       ${seq && 'overriding system value'}
     select ${seq && `${seq}, `}gen_random_uuid(), c.org_id, c.office_id, c.client_id, c.id, '${action}', '${state}', s.given_at, ${expires} from consent c
       cross join lateral (select given_at, expires_at from consent_event where consent_id = c.id order by seq desc limit 1) s where c.id = '${id}'`;

  it('R-CO-06 does not move the end of a yes: neither in doubt nor confirmed does it last longer than it was given for', async () => {
    const { id, expiresAt } = await standingConsent(worker, file.caseId);
    const longer = { expires: `s.expires_at + interval '9 years'` };
    await expect(asRuntime(stepOf(id, 'suspend', 'SUSPENDED', longer))).rejects.toThrow(/no such step/);
    await asRuntime(stepOf(id, 'suspend', 'SUSPENDED'));
    await expect(asRuntime(stepOf(id, 'confirm', 'ACTIVE', longer))).rejects.toThrow(/no such step/);
    await asRuntime(stepOf(id, 'confirm', 'ACTIVE'));
    expect((await worker.get(`/api/consents/${id}`)).body).toMatchObject({ state: 'ACTIVE', expiresAt });
  });

  it('R-CO-03 writes no step that outlives a withdrawal: the last one taken is the last, whatever number it brings', async () => {
    const { id } = await standingConsent(worker, file.caseId);
    await asRuntime(stepOf(id, 'suspend', 'SUSPENDED'), stepOf(id, 'confirm', 'ACTIVE', { seq: '9000000000000000000' }));
    expect((await withdraw(worker, id)).body.state).toBe('WITHDRAWN');
    await expect(asRuntime(row(id))).rejects.toThrow(/nothing covers/);
  });
});

describe('every table whose rows leave the house', () => {
  it('names one ground by a CHECK, and has it looked at again when the transaction ends', async () => {
    const tables = await house.sql<{ name: string; one: boolean; deferred: boolean }>(`
      select c.relname::text as name,
        exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and pg_get_constraintdef(k.oid) like '%num_nonnulls(consent_id, legal_basis_id) = 1%') as one,
        exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgdeferrable and t.tginitdeferred and t.tgenabled = 'O' and t.tgfoid = 'app.assert_covered'::regproc) as deferred
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind = 'r' and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'legal_basis_id')`);
    expect(tables.length).toBeGreaterThan(0);
    for (const { name, one, deferred } of tables) expect([name, one, deferred]).toEqual([name, true, true]);
  });
});
