import { performance } from 'node:perf_hooks';
import type { Client } from 'pg';
import type { PartnerReferralsView } from '@panah/contracts/partner-referrals.contract';
import type { ReferralState } from '@panah/domain/referrals/referral.process';
import { newKeyPair } from '@panah/sealed-packages/suite';
import { BUSY_OFFICE } from '../apps/api/src/demo/busy-set';
import { layColleague } from '../apps/api/src/demo/lay-colleague';
import { layConsent } from '../apps/api/src/demo/lay-consents';
import type { LaidCase } from '../apps/api/src/demo/lay-case';
import { ORDER } from '../apps/api/src/demo/order';
import { layPartner, layReferral } from '../apps/api/src/demo/partner-set';
import type { Setting } from '../apps/api/src/demo/setting';
import { Shelf } from '../apps/api/src/demo/shelf';
import { UnitsOfWork } from '../apps/api/src/platform/database/units-of-work';
import { newId } from '../apps/api/src/platform/new-id';
import { Sealer } from '../apps/api/src/platform/sealing/sealer';
import { Tokens } from '../apps/api/src/platform/sealing/tokens';
import type { RunningServer } from '../apps/api/src/serve';
import type { Target } from './load';
import { get, post } from './operations';
import type { Colleague, World } from './world';

/** Walls goal 23: whoever presses has the report in hand within a minute. */
const MOST_MS = 60_000;
const PACKAGES = 2_000;
const BATCH = 250;
const DAY = 24 * 60 * 60 * 1000;
const PAGE = 100;
/** Those of the load set are numbered from one, and those of the full inbox after them. */
const FIRST_NUMBER = 30_001;
/** Every fourth was never opened. */
const STATES: readonly ReferralState[] = ['SENT', 'RECEIVED', 'ACCEPTED', 'IN_SERVICE'];
const FILES = `select c.id, c.client_id as "clientId", c.office_id as "officeId", c.case_ref as "caseRef", c.primary_worker_id as "workerId", p.languages
   from case_file c join client p on p.id = c.client_id join office o on o.id = c.office_id and o.name <> $2
  where c.org_id = $1 and c.state = 'ACTIVE' and c.primary_worker_id is not null order by md5(c.id::text) limit $3`;

type File = Pick<LaidCase, 'id' | 'clientId' | 'officeId' | 'caseRef' | 'workerId' | 'languages'>;

/** A partner to which something was sent from every office, and what that is. */
export interface Suspended {
  partnerId: string;
  referrals: string[];
  consents: string[];
  /** How many of them each office sent. */
  byOffice: Map<string, number>;
}

/** Lays a partner with two thousand packages, or one for each active case where there are fewer; three of four were opened. */
export async function laySuspension({ app }: RunningServer, house: Client, orgId: string): Promise<Suspended> {
  const now = Date.now();
  const { rows: files } = await house.query<File>(FILES, [orgId, BUSY_OFFICE, PACKAGES]);
  const offices = [...new Set(files.map(({ officeId }) => officeId))];
  const partner = { id: newId(), name: `Association to be suspended ${String(now)}` };
  const setting: Setting = { orgId, offices: [], keepsLog: false, partner, now };
  const laid: Suspended = { partnerId: partner.id, referrals: [], consents: [], byOffice: new Map() };
  const [units, sealer, tokens] = [app.get(UnitsOfWork), app.get(Sealer), app.get(Tokens)];
  const put = (shelf: Shelf): Promise<void> =>
    units.runAs({ orgId, roles: ['COORDINATOR'], coordinatedOffices: offices }, (work) => shelf.empty(work, sealer, ORDER));

  const first = new Shelf();
  layPartner(first, { orgId, ...partner }, now);
  const number = FIRST_NUMBER + Math.floor((now / 1000) % 1_000_000_000);
  const readerId = await layColleague(first, tokens, orgId, null, { number, role: 'PARTNER', partnerId: partner.id });
  const [{ publicKey }, keyId] = [await newKeyPair(), newId()];
  const settled = { state: 'CONFIRMED', settled_by: files[0]?.workerId, settled_at: new Date(now), version: 2 };
  const key = { id: keyId, org_id: orgId, partner_id: partner.id, public_key: Buffer.from(publicKey), registered_by: readerId };
  first.add('partner_key', { ...key, ...settled, registered_at: new Date(now) });
  await put(first);

  const sent = { orgId, keyId, publicKey, decidedBy: readerId, sentAt: new Date(now - 2 * DAY) };
  for (let at = 0; at < files.length; at += BATCH) {
    const shelf = new Shelf();
    for (const [index, file] of files.slice(at, at + BATCH).entries())
      await layOne(shelf, setting, file, STATES[index % STATES.length] ?? 'SENT', sent, laid);
    await put(shelf);
  }
  return laid;
}

async function layOne(
  shelf: Shelf,
  setting: Setting,
  file: File,
  state: ReferralState,
  sent: Parameters<typeof layReferral>[3],
  laid: Suspended,
): Promise<void> {
  const whole: LaidCase = { ...file, enquiryId: null, country: 'AL', pseudonym: '', coordinatorId: '', secondCoordinatorId: '' };
  const consentId = layConsent(
    shelf,
    setting,
    whole,
    { purpose: 'C02_REFERRAL', steps: ['give'], toPartner: true },
    new Date(setting.now - 20 * DAY),
  );
  const agreed = {
    consentId,
    clientId: file.clientId,
    officeId: file.officeId,
    caseId: file.id,
    workerId: file.workerId,
    partnerId: laid.partnerId,
  };
  laid.referrals.push(
    await layReferral(shelf, { ...agreed, scope: ['PSEUDONYM', 'REQUEST', 'WORK_DONE', 'SAFETY', 'CONTACT_RULES'] }, state, sent),
  );
  laid.consents.push(consentId);
  laid.byOffice.set(file.officeId, (laid.byOffice.get(file.officeId) ?? 0) + 1);
}

/** From the press of a coordinator to the whole report of who was affected. Throws when it takes longer than a minute, or says something else than what was laid. */
export async function measureSuspension(target: Target, { coordinators }: World, laid: Suspended): Promise<string> {
  const by = coordinators.find(({ officeId }) => laid.byOffice.has(officeId));
  if (!by) throw new Error('Nothing was laid where a coordinator could read it.');
  const path = `/api/partners/${laid.partnerId}`;
  const from = performance.now();
  await target.ask(post(by, `${path}/suspension`, { reason: 'To see how long it takes' }));
  const pressed = performance.now() - from;
  const report = await readAll(target, by, `${path}/referrals?which=AFFECTED&limit=${String(PAGE)}`, from);
  const whole = performance.now() - from;
  assertWhole(report, laid, by);
  const line = `${String(laid.referrals.length)} packages: suspended after ${pressed.toFixed(0)} ms, the report answers after ${report.first.toFixed(0)} ms, its ${String(report.lines)} lines of one office are there after ${whole.toFixed(0)} ms`;
  if (whole > MOST_MS) throw new Error(`A suspension and its report take too long:\n${line}`);
  return line;
}

async function readAll(target: Target, reader: Colleague, page: string, from: number): Promise<Report> {
  let [lines, first] = [0, 0];
  for (let cursor: string | null = null; ;) {
    const view = JSON.parse((await target.ask(get(reader, `${page}${cursor ? `&cursor=${cursor}` : ''}`))).text) as PartnerReferralsView;
    first ||= performance.now() - from;
    lines += view.items.length;
    cursor = view.next;
    if (!cursor) return { lines, first, view };
  }
}

interface Report {
  lines: number;
  /** Milliseconds from the press to the first page. */
  first: number;
  view: PartnerReferralsView;
}

function assertWhole({ lines, view: { lent, affected } }: Report, { referrals, byOffice }: Suspended, { officeId }: Colleague): void {
  const opened = referrals.filter((_, at) => (at % BATCH) % STATES.length !== 0).length;
  const said = [lent.packages, affected.referrals, affected.people, affected.opened, lines];
  const known = [0, referrals.length, referrals.length, opened, byOffice.get(officeId)];
  if (said.some((count, at) => count !== known[at]))
    throw new Error(`The report says ${said.join(', ')} where ${known.join(', ')} is true.`);
}

/** Takes away what was laid, so that the next run finds the folder as this one did. */
export async function clearSuspension(house: Client, { partnerId, referrals, consents }: Suspended): Promise<void> {
  await house.query('delete from task where record_id = any($1)', [referrals]);
  await house.query('set session_replication_role = replica');
  await house.query('delete from process_step where subject_id = any($1)', [[...referrals, partnerId]]);
  for (const table of ['referral_package', 'referral', 'partner_key'])
    await house.query(`delete from ${table} where partner_id = $1`, [partnerId]);
  await house.query('delete from consent_event where consent_id = any($1)', [consents]);
  await house.query('delete from consent where id = any($1)', [consents]);
  await house.query('delete from staff_role where staff_id in (select id from staff_member where partner_id = $1)', [partnerId]);
  await house.query('delete from staff_member where partner_id = $1', [partnerId]);
  await house.query('delete from partner where id = $1', [partnerId]);
  await house.query('reset session_replication_role');
}
