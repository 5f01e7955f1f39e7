import { Injectable } from '@nestjs/common';
import type { ClaimView } from '@panah/contracts/asylum.contract';
import { valueOn } from '@panah/domain/asylum/country-profile';
import type { ReachedCase } from '../cases/case.records';
import { ProcessSteps } from '../platform/process-steps';
import { StaffRecords } from '../staff/staff.records';
import type { OpenClaim } from './claim';
import { ClaimDeadlines } from './claim-deadlines';
import { ClaimPartRecords } from './claim-part.records';
import { claimView } from './claim.view';
import { LegalDeadlineRecords } from './legal-deadline.records';

/** Claims with everything that hangs on them, as people read them. */
@Injectable()
export class ClaimViews {
  constructor(
    private readonly parts: ClaimPartRecords,
    private readonly deadlines: LegalDeadlineRecords,
    private readonly ground: ClaimDeadlines,
    private readonly steps: ProcessSteps,
    private readonly staff: StaffRecords,
  ) {}

  /** The caller has reached the claims and their case. */
  async of(claims: readonly OpenClaim[], file: ReachedCase): Promise<ClaimView[]> {
    const ids = claims.map(({ row }) => row.id);
    const [events, decisions, deadlines] = await Promise.all([this.parts.events(ids), this.parts.decisions(ids), this.deadlines.of(ids)]);
    const reckonings = await this.deadlines.reckonings(deadlines.map(({ row }) => row.id));
    const names = await this.staff.names([...deadlines.map(({ row }) => row.ownerId), ...reckonings.map(({ by }) => by)]);
    return Promise.all(
      claims.map(async (claim) => {
        const { profile, today } = await this.ground.groundOf(claim.row);
        const oneStep = valueOn(profile, 'STAGES', 'ALL', today)?.value.oneStep ?? false;
        const steps = await this.steps.of(claim.row.id, claim.row.clientId);
        return claimView(claim, { events, decisions, deadlines, reckonings, steps, names, oneStep }, file);
      }),
    );
  }
}
