import { Injectable } from '@nestjs/common';
import type { PermitDatesListView, PermitInput, PermitNumberView, PermitRenewalInput, PermitView } from '@panah/contracts/permits.contract';
import { valueOn } from '@panah/domain/asylum/country-profile';
import { assertPermit, permitAlerts, permitStateOn } from '@panah/domain/asylum/permit.rules';
import { addDays } from '@panah/domain/dates/calendar-days';
import { dayAt, type OfficeCalendar } from '@panah/domain/staff/office-calendar';
import type { PermitType } from '@panah/domain/vocabulary/legal-deadlines';
import { CaseRecords, type ReachedCase } from '../cases/case.records';
import { DocumentRecords } from '../documents/document.records';
import { mayOn } from '../platform/access/may-on';
import { currentLine } from '../platform/audit/current-line';
import { invalid } from '../platform/errors/problem';
import { TaskRecords } from '../tasks/task.records';
import { ClaimRecords } from './claim.records';
import { type OpenPermit, type PermitPlain, PermitRecords } from './permit.records';
import { ProfileRecords } from './profile.records';

/** Permits and status papers. */
@Injectable()
export class PermitsService {
  constructor(
    private readonly permits: PermitRecords,
    private readonly profiles: ProfileRecords,
    private readonly claims: ClaimRecords,
    private readonly cases: CaseRecords,
    private readonly documents: DocumentRecords,
    private readonly tasks: TaskRecords,
  ) {}

  /** The caller has found the case in the reach of claims. */
  async of(file: ReachedCase): Promise<PermitView[]> {
    const office = await this.cases.calendarOf(file.officeId);
    return (await this.permits.of(file.clientId)).map((permit) => permitView(permit, office, file));
  }

  /** What housing and family officers need: which paper, until when. */
  async datesOf(caseId: string): Promise<PermitDatesListView> {
    const file = await this.cases.reachable(caseId, 'permit:read-dates');
    const office = await this.cases.calendarOf(file.officeId);
    const items = (await this.permits.of(file.clientId, 'permit:read-dates')).map(({ row }) => {
      const { id, type, country, validTo, unlimited } = row;
      return { id, type, country, validTo, unlimited, state: permitStateOn(row, todayIn(office)) };
    });
    return { id: caseId, items };
  }

  async read(id: string): Promise<PermitView> {
    const permit = await this.permits.get(id);
    const file = await this.cases.reachable(permit.row.caseId, 'permit:read');
    currentLine().about('permit', id, permit.row);
    return permitView(permit, await this.cases.calendarOf(file.officeId), file);
  }

  async add(caseId: string, input: PermitInput): Promise<PermitView> {
    const file = await this.cases.hold(caseId, 'permit:write');
    const plain = await this.plainOf(input);
    const former = input.followsId ? await this.formerOf(file, input.followsId) : null;
    if (plain.claimId) await this.assertClaim(file, plain.claimId);
    const id = await this.permits.add(file, plain, { number: input.number ?? null });
    currentLine().about('permit', id, file);
    if (former) {
      await this.permits.follow(former.row, id);
      await this.settle(former.row.id);
    }
    return this.read(id);
  }

  async edit(id: string, version: number, input: PermitInput): Promise<PermitView> {
    const permit = await this.permits.hold(id, 'permit:write');
    const plain = await this.plainOf(input);
    await this.permits.edit(permit, version, plain, input.number ?? permit.secrets.number);
    if (plain.cardReceivedOn) await this.tasks.settle('PERMIT_AWAITED', id);
    return this.read(id);
  }

  /** R-AS-08: with proof, nobody is told any more that it ends. */
  async renew(id: string, { lodgedOn, documentId }: PermitRenewalInput): Promise<PermitView> {
    const { row } = await this.permits.hold(id, 'permit:write');
    const office = await this.cases.calendarOf(row.officeId);
    if (lodgedOn > todayIn(office)) throw invalid({ lodgedOn: ['in-future'] });
    const [proof] = await this.documents.known([documentId]);
    if (!proof || proof.row.clientId !== row.clientId) throw invalid({ documentId: ['unknown'] });
    await this.permits.renew(row, lodgedOn, documentId);
    await this.settle(id);
    return this.read(id);
  }

  async withdraw(id: string, on: string): Promise<PermitView> {
    const { row } = await this.permits.hold(id, 'permit:write');
    if (on > todayIn(await this.cases.calendarOf(row.officeId))) throw invalid({ on: ['in-future'] });
    await this.permits.withdraw(row, on);
    await this.settle(id);
    return this.read(id);
  }

  async reveal(id: string, reason: string): Promise<PermitNumberView> {
    const { secrets } = await this.permits.get(id, 'permit:reveal');
    currentLine().because(reason).opened('CLAIMS');
    return { number: secrets.number };
  }

  private async plainOf(input: PermitInput): Promise<PermitPlain> {
    const { country, claimId = null, validFrom = null, validTo = null, unlimited, cardReceivedOn = null } = input;
    const type = input.type as PermitType;
    assertPermit({ validFrom, validTo, unlimited, cardReceivedOn });
    const usual = validTo === null ? null : valueOn(await this.profiles.of(country), 'PERMIT_TYPE', type, validFrom ?? validTo);
    const opens = usual?.isVerified ? usual.value.renewalOpensDays : null;
    const renewalOpensOn = validTo !== null && opens !== null ? addDays(validTo, -opens) : null;
    return { country, claimId, type, validFrom, validTo, unlimited, cardReceivedOn, renewalOpensOn };
  }

  private async formerOf({ clientId }: ReachedCase, id: string): Promise<OpenPermit> {
    const former = (await this.permits.of(clientId)).find(({ row }) => row.id === id && row.successorId === null);
    if (!former) throw invalid({ followsId: ['unknown'] });
    return former;
  }

  private async assertClaim({ clientId }: ReachedCase, claimId: string): Promise<void> {
    if (!(await this.claims.of(clientId)).some(({ row }) => row.id === claimId)) throw invalid({ claimId: ['unknown'] });
  }

  private async settle(id: string): Promise<void> {
    for (const kind of ['PERMIT_ENDS', 'PERMIT_LAPSED', 'PERMIT_AWAITED'] as const) await this.tasks.settle(kind, id);
  }
}

const todayIn = ({ timeZone }: OfficeCalendar): string => dayAt(new Date().toISOString(), timeZone);

function permitView({ row, secrets }: OpenPermit, office: OfficeCalendar, file: ReachedCase): PermitView {
  const {
    id,
    caseId,
    claimId,
    version,
    country,
    type,
    validFrom,
    validTo,
    unlimited,
    renewalOpensOn,
    cardReceivedOn,
    renewalLodgedOn,
    successorId,
    withdrawnOn,
  } = row;
  const open = successorId === null && withdrawnOn === null;
  return {
    id,
    caseId,
    claimId,
    version,
    country,
    type,
    state: permitStateOn(row, todayIn(office)),
    hasNumber: secrets.number !== null,
    validFrom,
    validTo,
    unlimited,
    renewalOpensOn,
    cardReceivedOn,
    renewalLodgedOn,
    successorId,
    withdrawnOn,
    alerts: open && renewalLodgedOn === null ? permitAlerts(row, office).map(({ days, on }) => ({ days, on })) : [],
    actions: [
      ...(mayOn('permit:write', file) ? ['edit', ...(open ? ['renew', 'follow', 'withdraw'] : [])] : []),
      ...(mayOn('permit:reveal', file) && secrets.number !== null ? ['reveal'] : []),
    ],
  };
}
