import { createHash, createHmac, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { onTeam, type PaperFile } from './support/file-on-paper';
import { type Answer, type House, type Person } from './support/house';
import { admitted } from './support/known-client';
import { officeDay } from './support/office-day';
import {
  agreeToItem,
  done,
  opened,
  openReferralHouse,
  packagesOf,
  type PartnerAtWork,
  readReferral,
  referOnWord,
  send,
  sent,
  USUAL,
} from './support/referral-desk';
import { claimOf } from './support/refuge-desk';

let house: House;
let coordinator: Person;
let worker: Person;
let partner: PartnerAtWork;
let file: PaperFile;
beforeAll(async () => {
  ({ house, partner } = await openReferralHouse());
});
afterAll(() => house.close());
// each with people of its own: where somebody lives is opened ten times an hour by one person
beforeEach(async () => {
  [coordinator, worker] = [await house.as('COORDINATOR'), await house.as('CASEWORKER')];
  file = await admitted(house, worker);
  await lives('Willow Street 9');
});

const OLD = { kind: 'ADDRESS', country: 'AL', city: 'Lakeside', address: 'Willow Street 9' };
const NEW = { ...OLD, address: 'Mill Lane 3' };
const HOUSING = { items: ['PSEUDONYM', 'ADDRESS'], service: 'HOUSING' };
const WAITS = { item: 'ADDRESS', by: null, at: null, changed: true };
const lives = async (address: string): Promise<void> => {
  const input = { country: 'AL', city: 'Lakeside', address, knownTo: ['NONE'], safety: 'SAFE' };
  done(await worker.post(`/api/clients/${file.clientId}/residences`, input));
};
const livesThereNoMore = async (): Promise<void> => {
  const [{ id, version }] = await house.sql<{ id: string; version: number }>(
    'select id, version from residence where client_id = $1 and removed_at is null order by id desc limit 1',
    [file.clientId],
  );
  done(await worker.post(`/api/clients/${file.clientId}/residences/${id}/removal`, {}, { version }));
};
const housed = async (): Promise<string> => done(await referOnWord(worker, file.caseId, partner.id, HOUSING)).id;
const look = async (id: string, item = 'ADDRESS'): Promise<{ content: string; mark: string }> =>
  done(await coordinator.post(`/api/referrals/${id}/approval-previews`, { item }));
const approvals = async (id: string): Promise<object[]> => (await readReferral(worker, id)).approvals;
const openTasks = async (id: string): Promise<number> =>
  (await house.sql(`select id from task where kind = 'REFERRAL_APPROVAL' and record_id = $1 and status = 'OPEN'`, [id])).length;
const told = async (id: string, seq = 1): Promise<object[]> => {
  const kept = (await packagesOf(house, id)).find((each) => each.seq === seq);
  return kept ? opened(kept, partner.privateKey) : [];
};
const OUTDATED = { status: 422, code: 'approval-outdated', facts: { items: ['ADDRESS'] } };

describe('R-RE-04: what a coordinator agreed to is what goes out', () => {
  it('an address that changed after the yes waits for a new one; one that did not goes out', async () => {
    const [id, same] = [await housed(), await housed()];
    for (const each of [id, same]) done(await agreeToItem(coordinator, each, 'ADDRESS'));
    expect(await openTasks(id)).toBe(0);
    done(await send(worker, same));
    expect(await told(same)).toContainEqual(OLD);

    await lives(NEW.address);
    expect((await send(worker, id)).body).toMatchObject(OUTDATED);
    expect([await approvals(id), await openTasks(id), await packagesOf(house, id)]).toEqual([[WAITS], 1, []]);
    expect((await send(worker, id)).body).toMatchObject(OUTDATED);
    expect(await openTasks(id)).toBe(1); // asked anew, and not again each time

    expect(done(await agreeToItem(coordinator, id, 'ADDRESS')).approvals).toMatchObject([{ by: { id: coordinator.id }, changed: false }]);
    expect(await openTasks(id)).toBe(0);
    done(await send(worker, id));
    expect(await told(id)).toContainEqual(NEW);
  });

  it('also past a preview from before the yes: nothing of the sending stands, but that they are asked anew', async () => {
    const id = await housed();
    await lives(NEW.address);
    const { hash } = done(await worker.post(`/api/referrals/${id}/preview`));
    await livesThereNoMore();
    done(await agreeToItem(coordinator, id, 'ADDRESS'));
    await lives(NEW.address);
    const key = randomUUID();
    const dispatch = (): Promise<Answer> => worker.post(`/api/referrals/${id}/dispatch`, { hash }, { key });
    expect((await dispatch()).body).toMatchObject(OUTDATED);
    expect(await readReferral(worker, id)).toMatchObject({ state: 'READY', approvals: [WAITS], packages: [] });
    expect(await openTasks(id)).toBe(1);
    done(await agreeToItem(coordinator, id, 'ADDRESS'));
    expect(done(await dispatch()).state).toBe('SENT');
    expect(await told(id)).toContainEqual(NEW);
  });

  it('the legal status with the days in it', async () => {
    const lawyer = await house.as('LEGAL');
    await onTeam(house, file, lawyer);
    const claim = done(await lawyer.post(`/api/cases/${file.caseId}/claims`, claimOf())).id;
    const { id } = done(await referOnWord(worker, file.caseId, partner.id, { items: ['PSEUDONYM', 'LEGAL_STATUS'] }));
    done(await agreeToItem(coordinator, id, 'LEGAL_STATUS'));
    const day = { type: 'OTHER', trigger: 'OTHER', triggerDate: officeDay(), dueOn: officeDay(9) };
    done(await lawyer.post(`/api/claims/${claim}/deadlines`, day));
    expect((await send(worker, id)).body).toMatchObject({ code: 'approval-outdated', facts: { items: ['LEGAL_STATUS'] } });
    done(await agreeToItem(coordinator, id, 'LEGAL_STATUS'));
    done(await send(worker, id));
    expect(await told(id)).toContainEqual({ kind: 'DEADLINE', type: 'OTHER', dueOn: officeDay(9) });
  });

  it('a need as it is told; what is written of it for us alone changes nothing', async () => {
    const need = { code: 'MH-TR', severity: 'S2', source: 'SELF', identifiedOn: officeDay() };
    const made = done(await worker.post(`/api/cases/${file.caseId}/needs`, need));
    const edit = async (change: object): Promise<void> => {
      const [{ version }] = await house.sql<{ version: number }>('select version from client_need where id = $1', [made.id]);
      done(await worker.put(`/api/needs/${made.id}`, { severity: 'S2', status: 'IDENTIFIED', ...change }, { version }));
    };
    const { id } = done(
      await referOnWord(worker, file.caseId, partner.id, { items: ['PSEUDONYM', 'HEALTH'], needIds: [made.id], service: 'MHPSS' }),
    );
    const item = `NEED:${made.id}`;
    done(await agreeToItem(coordinator, id, item));
    await edit({ note: 'They sleep badly.' });
    done(await worker.post(`/api/referrals/${id}/preview`));
    expect(await approvals(id)).toMatchObject([{ item, by: { id: coordinator.id } }]);
    await edit({ severity: 'S3' });
    expect((await send(worker, id)).body).toMatchObject({ code: 'approval-outdated', facts: { items: [item] } });
    done(await agreeToItem(coordinator, id, item));
    done(await send(worker, id));
    expect(await told(id)).toContainEqual({ kind: 'HEALTH', code: 'MH-TR', severity: 'S3' });
  });

  it('in a supplement and in an answer too', async () => {
    const scope = [...USUAL, 'ADDRESS'];
    const { id } = await sent(worker, file.caseId, partner.id, { service: 'HOUSING' }, { scope });
    const more = { items: ['ADDRESS'], needIds: [], documentIds: [] };
    const supplement = async (): Promise<Answer> => {
      const { hash } = done(await worker.post(`/api/referrals/${id}/supplement-previews`, more));
      return worker.post(`/api/referrals/${id}/supplements`, { ...more, hash });
    };
    expect((await supplement()).body).toMatchObject({ code: 'approval-missing' });
    done(await agreeToItem(coordinator, id, 'ADDRESS'));
    await lives(NEW.address);
    expect((await supplement()).body).toMatchObject(OUTDATED);
    done(await agreeToItem(coordinator, id, 'ADDRESS'));
    done(await supplement());
    expect(await told(id, 2)).toContainEqual(NEW);

    done(await partner.member.post(`/api/inbox/${id}/opening`));
    done(await partner.member.post(`/api/inbox/${id}/question`, { text: 'Where do they live now?' }));
    const answer = (): Promise<Answer> => worker.post(`/api/referrals/${id}/answer`, { text: 'As we sent it.', about: ['ADDRESS'] });
    await livesThereNoMore();
    expect((await answer()).body).toMatchObject(OUTDATED);
    const after = await readReferral(worker, id);
    expect(after).toMatchObject({ state: 'INFO_REQUESTED', approvals: [WAITS], messages: [{ kind: 'QUESTION' }] });
    expect([after.packages.length, await openTasks(id)]).toEqual([2, 1]);
    done(await agreeToItem(coordinator, id, 'ADDRESS'));
    expect(done(await answer()).packages).toHaveLength(3);
  });

  it('an answer about something that nobody was asked about asks them', async () => {
    const { id } = await sent(worker, file.caseId, partner.id, { service: 'HOUSING' }, { scope: [...USUAL, 'ADDRESS'] });
    done(await partner.member.post(`/api/inbox/${id}/opening`));
    done(await partner.member.post(`/api/inbox/${id}/question`, { text: 'Where do they live?' }));
    const answer = (): Promise<Answer> => worker.post(`/api/referrals/${id}/answer`, { text: OLD.address, about: ['ADDRESS'] });
    expect((await answer()).body).toMatchObject({ code: 'approval-missing' });
    expect([await approvals(id), await openTasks(id)]).toEqual([[{ ...WAITS, changed: false }], 1]);
    done(await agreeToItem(coordinator, id, 'ADDRESS'));
    expect(done(await answer()).packages).toHaveLength(2);
  });
});

describe('whoever agrees', () => {
  it('sees what would go out, and agrees to that: not to what it became meanwhile', async () => {
    const id = await housed();
    const { content, mark } = await look(id);
    expect(JSON.parse(content)).toEqual([OLD]);
    await lives(NEW.address);
    const press = (seen: string): Promise<Answer> => coordinator.post(`/api/referrals/${id}/approvals`, { item: 'ADDRESS', mark: seen });
    expect((await press(mark)).body).toMatchObject({ status: 409, code: 'item-changed' });
    expect(await approvals(id)).toEqual([{ ...WAITS, changed: false }]);
    const now = await look(id);
    expect(JSON.parse(now.content)).toEqual([NEW]);
    done(await press(now.mark));
    expect((await press(now.mark)).status).toBe(404);
  });

  it('is shown only what somebody asked for, and counts as one who opened where somebody lives', async () => {
    const id = await housed();
    const ask = (by: Person, item = 'ADDRESS'): Promise<Answer> => by.post(`/api/referrals/${id}/approval-previews`, { item });
    expect((await ask(worker)).status).toBe(403);
    expect((await ask(await house.as('COORDINATOR', house.offices.south))).status).toBe(404);
    expect((await ask(coordinator, 'LEGAL_STATUS')).status).toBe(404);
    for (let time = 0; time < 10; time++) done(await ask(coordinator));
    expect((await ask(coordinator)).body).toMatchObject({ status: 429, code: 'too-many-reveals' });
  });
});

describe('the mark of what was agreed to', () => {
  const marks = async (...ids: string[]): Promise<string[]> => {
    const rows = await house.sql<{ id: string; mark: Buffer }>(
      'select referral_id as id, mark from referral_approval where referral_id = any($1::uuid[])',
      [ids],
    );
    return ids.map((id) => rows.find((each) => each.id === id)?.mark.toString('hex') ?? '');
  };

  it('confirms no guess to whoever holds the database alone, nor tells that two people live at one address', async () => {
    const first = await housed();
    done(await agreeToItem(coordinator, first, 'ADDRESS'));
    file = await admitted(house, worker);
    await lives('Willow Street 9');
    const other = await housed();
    done(await agreeToItem(coordinator, other, 'ADDRESS'));
    const [mark, another] = await marks(first, other);
    expect([mark?.length, mark === another]).toEqual([64, false]);
    const guesses = [OLD.address, JSON.stringify(OLD), JSON.stringify([OLD])];
    for (const guess of guesses) {
      expect(createHash('sha256').update(guess).digest('hex')).not.toBe(mark);
      for (const key of ['', first, file.clientId]) expect(createHmac('sha256', key).update(guess).digest('hex')).not.toBe(mark);
    }
  });

  it('is there where somebody agreed and nowhere else, and the runtime login changes none that stands', async () => {
    const [id, other] = [await housed(), await housed()];
    done(await agreeToItem(coordinator, id, 'ADDRESS'));
    const runtime = new Client(house.urls.app);
    await runtime.connect();
    const write = async (set: string, on = id): Promise<string | null> => {
      await runtime.query('begin');
      try {
        await runtime.query('select app.enter($1, false)', [createHash('sha256').update(coordinator.cookie.replace('sid=', '')).digest()]);
        const { rowCount } = await runtime.query(`update referral_approval set ${set} where referral_id = $1`, [on]);
        return rowCount === 1 ? null : 'nothing was there';
      } catch (error) {
        return (error as { constraint?: string }).constraint ?? String(error);
      } finally {
        await runtime.query('rollback');
      }
    };
    const mark = `mark = sha256('another')`;
    const agreed = `approved_by = '${coordinator.id}', approved_at = now()`;
    expect({
      'another mark': await write(mark),
      'another mark by the same person now': await write(`${mark}, ${agreed}`),
      'agreed without a mark': await write(agreed, other),
      'a mark without anybody': await write(mark, other),
      'no mark of what stands': await write('mark = null'),
      'a short mark': await write(`mark = '\\x00', ${agreed}`, other),
      'taken back': await write('approved_by = null, approved_at = null, mark = null, changed_at = now()'),
      'agreed with a mark': await write(`${mark}, ${agreed}`, other),
    }).toEqual({
      'another mark': 'referral_approval_stays',
      'another mark by the same person now': 'referral_approval_stays',
      'agreed without a mark': 'referral_approval_of_something',
      'a mark without anybody': 'referral_approval_of_something',
      'no mark of what stands': 'referral_approval_stays',
      'a short mark': 'referral_approval_of_something',
      'taken back': null,
      'agreed with a mark': null,
    });
    await runtime.end();
    done(await send(worker, id));
  });
});
