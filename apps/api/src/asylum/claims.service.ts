import { Injectable } from '@nestjs/common';
import type { ClaimDetailsInput, ClaimInput, ClaimRevealedView, ClaimsView, ClaimView } from '@panah/contracts/asylum.contract';
import type { ClaimStepInput, ProcedureEventInput } from '@panah/contracts/claim-steps.contract';
import { assertMayOpenClaim } from '@panah/domain/asylum/claim.rules';
import { dayAt } from '@panah/domain/staff/office-calendar';
import type { ProcedureType } from '@panah/domain/vocabulary/claims';
import { CaseRecords, type ReachedCase } from '../cases/case.records';
import { mayOn } from '../platform/access/may-on';
import { currentLine } from '../platform/audit/current-line';
import { invalid } from '../platform/errors/problem';
import type { ClaimSecrets } from './claim';
import { ClaimDeadlines } from './claim-deadlines';
import { ClaimPartRecords } from './claim-part.records';
import { ClaimRecords } from './claim.records';
import { ClaimViews } from './claim-views';
import { PermitsService } from './permits.service';
import { RepresentationsService } from './representations.service';

/** Claims as people read them, and what is told of them besides their steps. */
@Injectable()
export class ClaimsService {
  constructor(
    private readonly claims: ClaimRecords,
    private readonly parts: ClaimPartRecords,
    private readonly ground: ClaimDeadlines,
    private readonly cases: CaseRecords,
    private readonly views: ClaimViews,
    private readonly permits: PermitsService,
    private readonly representations: RepresentationsService,
  ) {}

  /** Everything about refuge on one file. */
  async ofCase(caseId: string): Promise<ClaimsView> {
    const file = await this.cases.reachable(caseId, 'claim:read');
    const office = await this.cases.calendarOf(file.officeId);
    return {
      id: caseId,
      claims: await this.views.of(await this.claims.of(file.clientId), file),
      permits: await this.permits.of(file),
      representations: await this.representations.of(file),
      today: dayAt(new Date().toISOString(), office.timeZone),
      actions: [
        ...(mayOn('claim:open', file) ? ['open'] : []),
        ...(mayOn('permit:write', file) ? ['add-permit'] : []),
        ...(mayOn('representation:write', file) ? ['add-representation'] : []),
      ],
    };
  }

  async read(id: string): Promise<ClaimView> {
    const claim = await this.claims.get(id);
    const file = await this.cases.reachable(claim.row.caseId, 'claim:read');
    currentLine().about('protection_claim', id, claim.row);
    const [view] = await this.views.of([claim], file);
    if (!view) throw new Error('A claim that was found has a view.');
    return view;
  }

  async open(caseId: string, input: ClaimInput): Promise<ClaimView> {
    const file = await this.cases.hold(caseId, 'claim:open');
    const { country, followsId = null } = input;
    const procedureType = input.procedureType as ProcedureType;
    assertMayOpenClaim({ country, procedureType, followsId }, await this.claims.earlier(file.clientId));
    await this.assertDependants(file, input);
    const { today } = await this.ground.groundOf({ country, officeId: file.officeId });
    const id = await this.claims.add(
      file,
      { country, procedureType, followsId, stateSince: today },
      { ...NOTHING_YET, ...detailsOf(input) },
    );
    return this.read(id);
  }

  async edit(id: string, version: number, input: ClaimDetailsInput): Promise<ClaimView> {
    const claim = await this.claims.hold(id, 'claim:edit');
    const file = await this.cases.reachable(claim.row.caseId, 'claim:edit');
    await this.assertDependants(file, input);
    // a number that is not sent stays: it is masked, so whoever edits has not seen it
    const fileNo = input.fileNo ?? claim.secrets.fileNo;
    await this.claims.edit(claim, version, { ...claim.secrets, ...detailsOf(input), fileNo });
    return this.read(id);
  }

  async addEvent(id: string, input: ProcedureEventInput): Promise<ClaimView> {
    const { row } = await this.claims.hold(id, 'claim:add-event');
    const { type, on, at = null, place = null, accompaniedBy = null, outcome = null } = input;
    await this.parts.addEvent(row, type, on, at, { place, accompaniedBy, outcome });
    return this.read(id);
  }

  /** R-AC-03: the number of the file and the places, with the reason in the log. */
  async reveal(id: string, reason: string): Promise<ClaimRevealedView> {
    const { row, secrets } = await this.claims.get(id, 'claim:reveal');
    currentLine().because(reason).opened('CLAIMS', 'LOCATION');
    const events = await this.parts.events([row.id]);
    const places = events.flatMap(({ row: { id: eventId }, secrets: { place } }) => (place === null ? [] : [{ eventId, place }]));
    return { fileNo: secrets.fileNo, places };
  }

  private async assertDependants({ clientId }: ReachedCase, { dependants = [] }: ClaimDetailsInput): Promise<void> {
    if (!dependants.length) return;
    if (!(await this.parts.haveDependants(clientId, dependants))) throw invalid({ dependants: ['unknown'] });
  }
}

const NOTHING_YET: ClaimSecrets = {
  authority: null,
  fileNo: null,
  language: null,
  interpreter: null,
  specialNeeds: [],
  dependants: [],
  suspensiveRecorded: null,
};

const detailsOf = ({
  authority,
  fileNo,
  language,
  interpreter,
  specialNeeds,
  dependants,
}: ClaimDetailsInput): Omit<ClaimSecrets, 'suspensiveRecorded'> => ({
  authority: authority ?? null,
  fileNo: fileNo ?? null,
  language: language ?? null,
  interpreter: interpreter ?? null,
  specialNeeds: specialNeeds ?? [],
  dependants: dependants ?? [],
});

/** The details that a step brings with it. */
export const detailsBy = ({ language, interpreter, suspensiveRecorded }: ClaimStepInput): Partial<ClaimSecrets> => ({
  ...(language ? { language } : {}),
  ...(interpreter ? { interpreter } : {}),
  ...(suspensiveRecorded ? { suspensiveRecorded } : {}),
});
