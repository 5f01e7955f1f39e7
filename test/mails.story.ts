import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { Actor } from '../apps/api/src/platform/access/actor';
import { AuditLine } from '../apps/api/src/platform/audit/audit-line';
import { UnitsOfWork } from '../apps/api/src/platform/database/units-of-work';
import { Jobs } from '../apps/api/src/platform/jobs/jobs';
import { MailOutbox } from '../apps/api/src/platform/mail/mail-outbox.records';
import { requestScope } from '../apps/api/src/platform/request-context';
import { Sealer } from '../apps/api/src/platform/sealing/sealer';
import { staffPlace } from '../apps/api/src/platform/session/credentials';
import { readSettings } from '../apps/api/src/platform/settings';
import { type House, openHouse, type Person } from './support/house';
import { admitted } from './support/known-client';
import { type MailServer, openMailServer } from './support/mail-server';
import { atPartner } from './support/partner-desk';
import { partnerAtWork, sent } from './support/referral-desk';

const OFFICE_NAME = 'House by the River';

let server: MailServer;
let house: House;
let coordinator: Person;

beforeAll(async () => {
  server = await openMailServer();
  house = await openHouse({ SMTP_URL: server.url, MAIL_FROM: 'desk@example.org', OFFICE_NAME });
  coordinator = await house.as('COORDINATOR');
});
afterAll(async () => {
  await house.close();
  await server.close();
});
beforeEach(async () => {
  Object.assign(server, { refuseWith: null, slowBy: 0 });
  server.mails.splice(0);
  await house.sql(`update mail_outbox set ended_at = now(), outcome = 'GIVEN_UP' where ended_at is null`);
});

/** A partner with one member for each login; who signs in by a name has no address. */
async function partnerWith(logins: readonly { login: string; language: string }[], at: House = house, by = coordinator): Promise<string> {
  const input = { name: `Quiet Water ${randomUUID()}`, type: 'ASSOCIATION', country: 'AL', services: [], languages: [], contacts: [] };
  const partnerId = (await by.post('/api/partners', input)).body.id as string;
  for (const { login, language } of logins) {
    const { id, name } = await atPartner(at, partnerId);
    const sealed = await at.app.get(Sealer).seal(staffPlace(id, 1), { displayName: name, login });
    await at.sql('update staff_member set sealed = $2, language = $3 where id = $1', [id, sealed, language]);
  }
  return partnerId;
}

/** As an act of a colleague does, in its own transaction; `then` happens before that is committed. */
async function tell(partnerId: string, at: House = house, by = coordinator, then: () => void = () => undefined): Promise<void> {
  const { orgId } = at.offices.north;
  const actor: Actor = {
    ...{ kind: 'STAFF', staffId: by.id, orgId, sessionId: null, partnerId: null, language: 'en', isDemo: false, timeZone: 'Europe/Tirane' },
    ...{ tie: 'NONE', roles: [], freshAt: null, endsAt: null },
  };
  await at.app.get(UnitsOfWork).runAs({ orgId, staffId: by.id }, (work) =>
    requestScope.run(
      { requestId: randomUUID(), address: '', sessionToken: null, headers: {}, line: new AuditLine(), actor, work },
      async () => {
        await at.app.get(MailOutbox).tellPartner(partnerId);
        then();
      },
    ),
  );
}
const send = (at: House = house): Promise<void> => at.app.get(Jobs).runNow('send-mails');
const rows = (partnerId: string, at: House = house) =>
  at.sql<{ attempts: number; outcome: string | null; last_error: string | null; pause: number }>(
    `select m.attempts, m.outcome, m.last_error, extract(epoch from m.next_at - now())::int as pause
       from mail_outbox m join staff_member s on s.id = m.to_staff where s.partner_id = $1 order by m.id`,
    [partnerId],
  );
const address = (): string => `${randomUUID()}@example.org`;

describe('a mail to a partner', () => {
  it('R-AC-17: says that something waits, in the reader’s language, and nothing about whom or what', async () => {
    const [english, persian] = [address(), address()];
    const partnerId = await partnerWith([
      { login: english, language: 'en' },
      { login: persian, language: 'fa' },
    ]);
    await tell(partnerId);
    await send();
    const [first, second] = [english, persian].map((to) => server.mails.find((mail) => mail.to.includes(to)));
    expect(first).toMatchObject({ from: 'desk@example.org', to: [english], subject: `${OFFICE_NAME}: Something waits for you` });
    expect(second).toMatchObject({ to: [persian], subject: `${OFFICE_NAME}: چیزی در انتظار شماست` });
    expect(first?.text.trim()).toBe(`Something waits for you. Please sign in to see it.\r\n\r\n${OFFICE_NAME}`);
    expect(second?.text).toContain('چیزی در انتظار شماست. لطفاً برای دیدن آن وارد شوید.');
    const told = await house.sql<{ word: string }>(
      `select id::text as word from staff_member where partner_id = $1 union select name from partner where id = $1 union select $1::uuid::text`,
      [partnerId],
    );
    for (const mail of server.mails) {
      expect(told.filter(({ word }) => mail.raw.includes(word))).toEqual([]);
      expect(mail.raw).not.toMatch(/refer|client|case|partner|nodemailer|https?:/i);
    }
    expect((await rows(partnerId)).map(({ outcome }) => outcome)).toEqual(['SENT', 'SENT']);
  });

  it('is written by the sending of a referral, and by its recall', async () => {
    const [worker, partner] = [await house.as('CASEWORKER'), await partnerAtWork(house, coordinator)];
    const file = await admitted(house, worker);
    const referral = await sent(worker, file.caseId, partner.id);
    expect(await rows(partner.id)).toMatchObject([{ outcome: null }]);
    await send();
    expect(server.mails).toHaveLength(1);
    expect(server.mails[0]?.raw).not.toContain(referral.id.slice(-6));
    await partner.member.post(`/api/inbox/${referral.id}/opening`);
    expect(await rows(partner.id)).toHaveLength(1);
    await worker.post(`/api/referrals/${referral.id}/revocation`, { reason: 'Asked for on the telephone' });
    await send();
    expect(server.mails).toHaveLength(2);
  });

  it('goes to whoever signs in by an address; to nobody by a name, nobody who has left, nobody of another partner', async () => {
    const [theirs, gone] = [address(), address()];
    const partnerId = await partnerWith([theirs, gone, 'short-name'].map((login) => ({ login, language: 'en' })));
    const other = await partnerWith([{ login: address(), language: 'en' }]);
    await house.sql(
      `update staff_member set state = 'ENDED' where id = (select id from staff_member where partner_id = $1 order by id offset 1 limit 1)`,
      [partnerId],
    );
    await tell(partnerId);
    await send();
    expect(server.mails.flatMap(({ to }) => to)).toEqual([theirs]);
    expect((await rows(partnerId)).map(({ outcome }) => outcome)).toEqual(['SENT', 'NO_ADDRESS']);
    expect(await rows(other)).toEqual([]);
  });

  it('is not sent when the act is taken back; one that waits is enough, and the next act writes another', async () => {
    const partnerId = await partnerWith([{ login: address(), language: 'en' }]);
    const refused = tell(partnerId, house, coordinator, () => {
      throw new Error('the act is refused');
    });
    await expect(refused).rejects.toThrow('the act is refused');
    await send();
    expect([server.mails.length, await rows(partnerId)]).toEqual([0, []]);
    await tell(partnerId);
    await tell(partnerId);
    await send();
    await send();
    expect(server.mails).toHaveLength(1);
    await tell(partnerId);
    await send();
    expect(server.mails).toHaveLength(2);
  });

  it('is sent once by two servers that see it at the same moment', async () => {
    const partnerId = await partnerWith([1, 2, 3].map(() => ({ login: address(), language: 'en' })));
    await tell(partnerId);
    server.slowBy = 50;
    await Promise.all([send(), send()]);
    expect(server.mails.flatMap(({ to }) => to)).toHaveLength(3);
    expect(new Set(server.mails.flatMap(({ to }) => to)).size).toBe(3);
  });

  it('waits longer each time while the mail server does not take it, is sent when it does, and is given up in the end', async () => {
    const partnerId = await partnerWith([{ login: address(), language: 'en' }]);
    await tell(partnerId);
    server.refuseWith = 451;
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= 3; attempt++) {
      await send();
      await send(); // not due yet: nothing happens
      const [row] = await rows(partnerId);
      expect(row).toMatchObject({ attempts: attempt, outcome: null, last_error: 'SMTP_451' });
      pauses.push(row?.pause ?? 0);
      await house.sql('update mail_outbox set next_at = now() where ended_at is null');
    }
    expect(pauses).toEqual([...pauses].sort((one, other) => one - other));
    expect(pauses[2]).toBeGreaterThan(10 * (pauses[0] ?? 0));
    server.refuseWith = null;
    await send();
    expect([server.mails.length, (await rows(partnerId))[0]?.outcome]).toEqual([1, 'SENT']);

    await tell(partnerId);
    server.refuseWith = 451;
    await house.sql('update mail_outbox set attempts = 7 where ended_at is null');
    await send();
    expect((await rows(partnerId))[1]).toMatchObject({ attempts: 8, outcome: 'GIVEN_UP', last_error: 'SMTP_451' });
  });

  it('does not wait for another reader whose mailbox takes nothing now', async () => {
    const [full, free] = [address(), address()];
    const [theirs, ours] = [await partnerWith([{ login: full, language: 'en' }]), await partnerWith([{ login: free, language: 'en' }])];
    for (const each of [theirs, ours]) await tell(each);
    await house.sql(
      `update mail_outbox m set next_at = now() - interval '1 hour' from staff_member s where s.id = m.to_staff and s.partner_id = $1`,
      [theirs],
    );
    server.refuses.add(full);
    await send();
    expect(await rows(theirs)).toMatchObject([{ attempts: 1, outcome: null, last_error: 'SMTP_450' }]);
    expect([(await rows(ours))[0]?.outcome, server.mails.map(({ to }) => to)]).toEqual(['SENT', [[free]]]);
    server.refuses.clear();
    await house.sql('update mail_outbox set next_at = now() where ended_at is null');
    await send();
    expect(await rows(theirs)).toMatchObject([{ outcome: 'SENT' }]);
  });

  it('is not tried again for an address that does not exist; the words of the mail server are kept nowhere', async () => {
    const partnerId = await partnerWith([{ login: address(), language: 'en' }]);
    await tell(partnerId);
    server.refuseWith = 550;
    await send();
    expect(await rows(partnerId)).toMatchObject([{ attempts: 1, outcome: 'REFUSED', last_error: 'SMTP_550' }]);
    expect(server.mails).toEqual([]);
  });

  it('leaves a line in the log that names the mail and nobody', async () => {
    const partnerId = await partnerWith([{ login: address(), language: 'en' }]);
    await tell(partnerId);
    await send();
    const lines = await house.sql(
      `select a.word, a.reason, a.actor_kind from audit_event a join mail_outbox m on m.id = a.subject_id join staff_member s on s.id = m.to_staff where s.partner_id = $1`,
      [partnerId],
    );
    expect(lines).toEqual([{ word: 'mail:send', reason: 'SENT', actor_kind: 'JOB' }]);
  });

  it('is no business of the partner: in its context the outbox is empty, and nothing can be written there', async () => {
    const partnerId = await partnerWith([{ login: address(), language: 'en' }]);
    await tell(partnerId);
    const runtime = new Client(house.urls.app);
    await runtime.connect();
    const enter = (partner: string): Promise<unknown> =>
      runtime.query(
        `begin; select set_config('app.org_id', '${house.offices.north.orgId}', true), set_config('app.partner_id', '${partner}', true)`,
      );
    await enter(partnerId);
    expect((await runtime.query('select id from mail_outbox')).rowCount).toBe(0);
    const [member] = await house.sql<{ id: string }>('select id from staff_member where partner_id = $1', [partnerId]);
    const written = `insert into mail_outbox (id, org_id, to_staff) values (gen_random_uuid(), '${house.offices.north.orgId}', '${member?.id}')`;
    await expect(runtime.query(written)).rejects.toThrow('row-level security');
    await runtime.query('rollback');
    await enter('');
    expect((await runtime.query('select id from mail_outbox where ended_at is null')).rowCount).toBe(1);
    await runtime.end();
  });
});

describe('without a mail server', () => {
  it('mails wait, and an admin is told', async () => {
    const quiet = await openHouse();
    try {
      const [by, admin] = [await quiet.as('COORDINATOR'), await quiet.as('ADMIN')];
      const health = async () => (await admin.get('/api/health/details')).body;
      expect(await health()).toMatchObject({ mail: { isSet: false, waiting: 0 }, warnings: expect.not.arrayContaining(['MAIL_NOT_SET']) });
      const partnerId = await partnerWith([{ login: address(), language: 'en' }], quiet, by);
      await tell(partnerId, quiet, by);
      await send(quiet);
      expect(await rows(partnerId, quiet)).toMatchObject([{ attempts: 0, outcome: null }]);
      expect(await health()).toMatchObject({ mail: { isSet: false, waiting: 1 }, warnings: expect.arrayContaining(['MAIL_NOT_SET']) });
    } finally {
      await quiet.close();
    }
  });

  it('with one that takes nothing for more than an hour an admin is told too', async () => {
    const partnerId = await partnerWith([{ login: address(), language: 'en' }]);
    await tell(partnerId);
    const admin = await house.as('ADMIN');
    const warnings = async () => (await admin.get('/api/health/details')).body.warnings;
    expect(await warnings()).not.toContain('MAIL_WAITS');
    await house.sql(`update mail_outbox set written_at = now() - interval '2 hours' where ended_at is null`);
    expect(await warnings()).toContain('MAIL_WAITS');
  });
});

describe('the settings of mails', () => {
  const mail = (env: Record<string, string>) => readSettings({ DATA_DIR: '/nowhere', ...env }).mail;
  const MAIL_FROM = 'desk@example.org';

  it('name server, port, sender and login', () => {
    expect(mail({})).toBeNull();
    expect(mail({ SMTP_URL: 'smtp://mail.example.org', MAIL_FROM })).toMatchObject({
      host: 'mail.example.org',
      port: 587,
      secure: false,
      user: null,
    });
    expect(mail({ SMTP_URL: 'smtps://desk%40example.org:a%2Fb@mail.example.org', MAIL_FROM })).toMatchObject({
      ...{ port: 465, secure: true, user: 'desk@example.org', password: 'a/b', from: MAIL_FROM },
    });
  });

  it('are refused in a plain sentence, which never quotes the password', () => {
    for (const url of [
      'mail.example.org',
      'http://mail.example.org',
      'smtp://',
      'smtp://u:secret@host:25/path',
      'smtp://u:secret@host?tls=no',
    ]) {
      expect(() => mail({ SMTP_URL: url, MAIL_FROM })).toThrow(/^SMTP_URL must be/);
      expect(() => mail({ SMTP_URL: url, MAIL_FROM })).not.toThrow(/secret/);
    }
    expect(() => mail({ SMTP_URL: 'smtp://mail.example.org' })).toThrow(/MAIL_FROM/);
    expect(() => mail({ SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'desk' })).toThrow(/MAIL_FROM/);
  });
});
