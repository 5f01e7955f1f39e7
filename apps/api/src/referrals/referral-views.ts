import { Injectable } from '@nestjs/common';
import type { CaseReferralsView, DisclosedPackagesView, ReferralLineView, ReferralView } from '@panah/contracts/referral-views.contract';
import { dayAt } from '@panah/domain/staff/office-calendar';
import type { ReachedCase } from '../cases/case.records';
import { currentActor } from '../platform/access/current-reach';
import { ProcessSteps } from '../platform/process-steps';
import { StaffRecords } from '../staff/staff.records';
import { ChoiceRecords } from './choice.records';
import { actionsOn } from './referral-actions';
import { ReferralApprovals } from './referral-approval.records';
import type { OpenReferral } from './referral.entity';
import { ReferralMessages } from './referral-message.records';
import { ReferralPackageRecords } from './referral-package.records';
import { ReferralStanding } from './referral-standing';
import { approvalViews, detailsOf, heldView, lineOf, messageView, type Named, packageView, stepView } from './referral.view';
import { servicesOpenOn } from './services-open';

/** Referrals as the case team reads them. */
@Injectable()
export class ReferralViews {
  constructor(
    private readonly staff: StaffRecords,
    private readonly choices: ChoiceRecords,
    private readonly approvals: ReferralApprovals,
    private readonly packages: ReferralPackageRecords,
    private readonly standing: ReferralStanding,
    private readonly messages: ReferralMessages,
    private readonly steps: ProcessSteps,
  ) {}

  async list(file: ReachedCase, referrals: readonly OpenReferral[]): Promise<CaseReferralsView> {
    const services = servicesOpenOn(file, 'referral:create');
    const open = file.state !== 'CLOSED' && services.length > 0;
    return { id: file.id, items: await this.lines(file, referrals), services: open ? services : [], actions: open ? ['create'] : [] };
  }

  async one(file: ReachedCase, referral: OpenReferral): Promise<Omit<ReferralView, 'handover'>> {
    const { row } = referral;
    const approvals = await this.approvals.of(row.id);
    const packages = await this.packages.of(row.id);
    const messages = await this.messages.of(row);
    const steps = await this.steps.of(row.id, row.clientId);
    const ours = messages.filter(({ side }) => side === 'US');
    const { timeZone } = await this.staff.officeOf(row.officeId);
    const named = await this.named(
      [
        row.madeBy,
        row.sentBy,
        row.deletionHeardBy,
        ...approvals.map((each) => each.approvedBy),
        ...packages.map((each) => each.sealedBy),
        ...ours.map((each) => each.byId),
        ...steps.map((each) => each.byId),
      ],
      [row.partnerId],
    );
    const { consent, nameGap, actions } = await this.standing.of(referral, file);
    const shown = approvalViews(referral, approvals, named);
    const waiting = shown.some(({ by }) => by === null) && row.endedAt === null && row.madeBy !== currentActor().staffId;
    return {
      ...lineOf(row, named, [...actionsOn(row, file, waiting), ...actions]),
      ...detailsOf(referral, named),
      consent: consent && heldView(consent, timeZone),
      nameGap,
      approvals: shown,
      packages: packages.map((each) => packageView(each, named, timeZone)),
      messages: messages.map((each) => messageView(each, named)),
      history: steps.map((each) => stepView(each, named)),
    };
  }

  /** What was told, to whom, on which word, when it was opened and when it ended: for the team, and for the person. */
  async disclosed(file: ReachedCase): Promise<DisclosedPackagesView> {
    const rows = await this.packages.ofCase(file.id, servicesOpenOn(file, 'referral:list'));
    const named = await this.named(
      [],
      rows.map(({ partnerId }) => partnerId),
    );
    const { timeZone } = await this.staff.officeOf(file.officeId);
    const items = rows.map(
      ({ id, referralId, partnerId, service, scope, consentGivenAt, sealedAt, openedAt, endedAt, endReason, deletionConfirmedAt }) => ({
        id,
        referralId,
        partner: { id: partnerId, name: named.partner(partnerId) },
        service,
        scope,
        consentGivenOn: dayAt(consentGivenAt.toISOString(), timeZone),
        sealedAt: sealedAt.toISOString(),
        openedAt: openedAt?.toISOString() ?? null,
        endedAt: endedAt?.toISOString() ?? null,
        endReason,
        deletionConfirmedAt: deletionConfirmedAt?.toISOString() ?? null,
      }),
    );
    return { id: file.id, language: (await this.choices.languagesOf(file.clientId))[0] ?? null, items };
  }

  private async lines(file: ReachedCase, referrals: readonly OpenReferral[]): Promise<ReferralLineView[]> {
    const services = servicesOpenOn(file, 'referral:list');
    const rows = referrals.map(({ row }) => row).filter(({ service }) => services.includes(service));
    const named = await this.named(
      rows.map(({ madeBy }) => madeBy),
      rows.map(({ partnerId }) => partnerId),
    );
    return rows.map((row) => lineOf(row, named, actionsOn(row, file)));
  }

  private async named(staffIds: readonly (string | null)[], partnerIds: readonly string[]): Promise<Named> {
    const people = await this.staff.names(staffIds);
    const partners = await this.choices.of(partnerIds);
    return { person: (id) => ({ id, name: people.get(id) ?? '' }), partner: (id) => partners.get(id) ?? '' };
  }
}
