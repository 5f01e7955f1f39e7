import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { familyLinkState } from '@panah/domain/vocabulary/family';
import { AllowedView, FamilyConsentLineView, RelativeAccountView } from './family-wishes.contract';
import { ListQuery } from './list.contract';

export class FamilyLinkQuery extends ListQuery {
  @IsOptional()
  @IsIn(familyLinkState.codes)
  state?: string;
}

export class LinkOfficerInput {
  @IsUUID()
  staffId: string;

  @IsIn(['CLIENT', 'RELATIVE', 'MEDIATOR'])
  side: string;
}

export class LinkPersonView {
  id: string;
  name: string;
}

export class LinkOfficerView extends LinkPersonView {
  side: string;
}

export class LinkDueView {
  what: string;
  at: string;
}

export class FamilyLinkLineView {
  id: string;
  version: number;
  state: string;
  stateBefore: string | null;
  clientName: string;
  relativeName: string;
  relation: string;
  lastStepAt: string;
  due: LinkDueView | null;
  actions: string[];
}

export class FamilyLinksView {
  items: FamilyLinkLineView[];
  next: string | null;
  total: number;
  /** By state, all of them. */
  byState: Record<string, number>;
}

export class HearingView {
  on: string;
  spokenDirectly: boolean;
  alone: boolean;
  duress: string;
  by: LinkPersonView;
}

export class LinkSideView {
  side: string;
  name: string;
  names: string[];
  /** The file of a client; null for somebody who has none, or whose file is not the reader's. */
  caseId: string | null;
  wish: string | null;
  position: string;
  heard: HearingView | null;
  risk: string | null;
  riskNote: string | null;
  consents: FamilyConsentLineView[];
  allowed: AllowedView;
  /** Also of the relative, where they are a client of ours too (R-FL-14). */
  isClient: boolean;
  minor: boolean;
  safeguard: MinorSafeguardView | null;
  /** Empty for the client: the way to them is in their file. */
  contactPoints: RelativeContactView[];
  country: string | null;
  context: string | null;
  account: RelativeAccountView | null;
}

export class RelativeContactView {
  kind: string;
  value: string;
  rule: string | null;
}

export class MinorSafeguardView {
  guardian: string;
  bestInterests: string;
  childsView: string;
}

export class SideSafeguardView extends MinorSafeguardView {
  side: string;
}

export class VerificationView {
  level: string;
  how: string;
  context: string;
  by: LinkPersonView;
  at: string;
}

export class TracingStepView {
  id: string;
  method: string;
  on: string;
  outcome: string;
  details: string;
  externalRef: string | null;
  by: LinkPersonView;
}

export class ContactStepView {
  id: string;
  step: string;
  at: string;
  supporter: string;
  prepared: boolean;
  /** By which each side is asked how it was. */
  checkInDue: string;
  checkIns: CheckInView[];
  calledOff: boolean;
}

export class CheckInView {
  side: string;
  effect: string;
  note: string | null;
  at: string;
}

export class LinkHistoryView {
  event: string;
  from: string;
  to: string;
  /** Null for the clock. */
  by: LinkPersonView | null;
  at: string;
  note: string | null;
}

export class ApproachView {
  clientRisk: string;
  relativeRisk: string;
  channel: string;
  channelSafe: boolean;
  writtenBy: LinkPersonView;
  approvedBy: LinkPersonView | null;
  approvedAt: string | null;
  /** R-FL-06: 60 days after the approval. */
  lapsesOn: string | null;
}

export class RouteStepView {
  id: string;
  kind: string;
  country: string;
  from: string;
  dueOn: string | null;
  /** The rule that computed the day, or null where somebody said it. */
  rule: string | null;
  doneOn: string | null;
}

/** For the client's legal colleague: the days, and nothing of the link. */
export class FamilyRouteView {
  /** The wish. */
  id: string;
  steps: RouteStepView[];
}

export class LinkTellingView {
  to: string;
  what: string;
  on: string;
  by: LinkPersonView;
}

/** Both sides, for the officers of this link and nobody else. */
export class FamilyLinkView {
  id: string;
  version: number;
  state: string;
  stateBefore: string | null;
  pauseReason: string | null;
  relation: string;
  client: LinkSideView;
  relative: LinkSideView;
  /** What may happen between the two now: the lower of both. */
  ladder: string;
  verification: string;
  verifications: VerificationView[];
  needsSecondVerifier: boolean;
  tracingPlan: string | null;
  methods: string[];
  tracing: TracingStepView[];
  approach: ApproachView | null;
  contacts: ContactStepView[];
  tellings: LinkTellingView[];
  /** Messages delivered, to each side. */
  toClient: number;
  toRelative: number;
  /** No direct contact before this moment (72 hours after both agreed to it). */
  coolingUntil: string | null;
  route: string;
  routeSteps: RouteStepView[];
  outcome: string | null;
  officers: LinkOfficerView[];
  history: LinkHistoryView[];
  /** Asked of a coordinator, and not yet answered. */
  asked: string | null;
  actions: string[];
}

/** What a coordinator sees of a link, to approve: no name and no way to the relative. */
export class FamilyApprovalView {
  /** The link. */
  id: string;
  version: number;
  /** An APPROACH to approve, one STEP to allow (see `asked`); NOTHING once it is decided. */
  kind: string;
  /** `resume`, or the step for somebody who may not be of age. */
  asked: string | null;
  reason: string | null;
  state: string;
  pauseReason: string | null;
  relation: string;
  context: string | null;
  verification: string;
  clientMinor: boolean;
  relativeMinor: boolean;
  safeguards: SideSafeguardView[];
  clientAllows: AllowedView;
  relativeAllows: AllowedView;
  clientRisk: string | null;
  relativeRisk: string | null;
  relativeLevel: string | null;
  /** By what kind of way they would be approached, in the officer's words, and whether it is safe. */
  channel: string | null;
  channelSafe: boolean | null;
  askedBy: LinkPersonView;
  askedAt: string;
  actions: string[];
}

/** A client said again that we may look. It is asked about each, so that being asked tells nothing of what stands behind it. */
export class FamilyRenewalView {
  /** Its own: neither the link's nor the wish's. */
  id: string;
  version: number;
  relation: string;
  clientAllows: AllowedView;
  askedBy: LinkPersonView;
  askedAt: string;
  actions: string[];
}

export class FamilyApprovalsView {
  items: FamilyApprovalView[];
  renewals: FamilyRenewalView[];
}
