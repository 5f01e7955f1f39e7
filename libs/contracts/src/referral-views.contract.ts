import { HeldConsentView } from './referral-choices.contract';

export class ReferralPersonView {
  id: string;
  name: string;
}

export class ReferralLineView {
  id: string;
  version: number;
  caseId: string;
  partner: ReferralPersonView;
  kind: string;
  service: string;
  urgency: string;
  state: string;
  madeBy: ReferralPersonView;
  madeAt: string;
  sentAt: string | null;
  ackDue: string | null;
  responseDue: string | null;
  acknowledgedAt: string | null;
  endedAt: string | null;
  endReason: string | null;
  actions: string[];
}

export class CaseReferralsView {
  /** The case. */
  id: string;
  items: ReferralLineView[];
  /** Services for which the reader may refer. */
  services: string[];
  actions: string[];
}

export class ReferralPreviewView {
  /** The referral. */
  id: string;
  /** The package, byte for byte: a JSON list of what is in it. */
  content: string;
  hash: string;
  kinds: string[];
  scope: string[];
  expiresAt: string;
}

/** What would go out under one restricted item. */
export class ReferralItemView {
  /** The referral. */
  id: string;
  item: string;
  /** A JSON list of what is packed under it. */
  content: string;
  /** Sent along when somebody agrees: they agree to this and to nothing else. */
  mark: string;
}

export class ReferralTextsView {
  request: string;
  workDone: string;
  safety: string | null;
  nothingUrgent: boolean;
  contactRules: string;
  guardian: string | null;
}

export class ReferralApprovalView {
  item: string;
  /** Null while it waits. */
  by: ReferralPersonView | null;
  at: string | null;
  /** It waits because what was agreed to is another now. */
  changed: boolean;
}

/** One package: what was told to whom, on which consent, when it was opened and when it ended. */
export class ReferralPackageView {
  id: string;
  seq: number;
  kinds: string[];
  digest: string;
  scope: string[];
  purpose: string;
  consentId: string;
  consentGivenOn: string;
  sealedBy: ReferralPersonView;
  sealedAt: string;
  openedAt: string | null;
  expiresAt: string;
  endedAt: string | null;
  endReason: string | null;
}

export class ReferralMessageView {
  id: string;
  side: string;
  kind: string;
  /** Ours by name; whoever writes at a partner stays unnamed but for the focal worker. */
  by: ReferralPersonView | null;
  at: string;
  text: string | null;
  /** Of what one of ours heard: who at the partner said it. */
  heardFrom: string | null;
}

export class ReferralStepView {
  id: string;
  action: string;
  from: string | null;
  to: string;
  /** Null for the clock, and for a partner's people. */
  by: ReferralPersonView | null;
  at: string;
  reason: string | null;
  note: string | null;
}

/** How far the offer of a case has come (R-RE-07). */
export class ReferralHandoverView {
  /** Who sees to the person at the partner; null before it accepted. */
  focalWorker: string | null;
  /** The day on which both sides met; null before it. */
  metOn: string | null;
  present: string | null;
  recordedBy: ReferralPersonView | null;
  recordedAt: string | null;
  takenOverAt: string | null;
  /** Codes of what still runs here and must be ended first. */
  holds: string[];
}

export class ReferralView extends ReferralLineView {
  purpose: string;
  items: string[];
  needIds: string[];
  documentIds: string[];
  texts: ReferralTextsView;
  viewDays: number;
  consent: HeldConsentView | null;
  /** Why whoever sends more cannot send the name once more now; null when they can, when nothing was sent yet, and for others. */
  nameGap: string | null;
  /** What is restricted in it, and who has agreed. */
  approvals: ReferralApprovalView[];
  sentBy: ReferralPersonView | null;
  calledAt: string | null;
  expiresAt: string | null;
  askedAt: string | null;
  answeredAt: string | null;
  decidedAt: string | null;
  declineReason: string | null;
  startedOn: string | null;
  feedbackAt: string | null;
  completedAt: string | null;
  outcome: string | null;
  /** When the partner said what it deleted, or one of ours recorded it. */
  deletionConfirmedAt: string | null;
  /** Who of us heard it from the partner, and on which day; null where the partner said it itself. */
  deletionHeardBy: ReferralPersonView | null;
  deletionHeardOn: string | null;
  /** Null unless a case is offered. */
  handover: ReferralHandoverView | null;
  packages: ReferralPackageView[];
  messages: ReferralMessageView[];
  history: ReferralStepView[];
}

/** One line of what was told: for the team, and for the sheet that the person is shown. */
export class DisclosedPackageView {
  /** The package. */
  id: string;
  referralId: string;
  partner: ReferralPersonView;
  service: string;
  scope: string[];
  consentGivenOn: string;
  sealedAt: string;
  openedAt: string | null;
  endedAt: string | null;
  endReason: string | null;
  deletionConfirmedAt: string | null;
}

export class DisclosedPackagesView {
  /** The case. */
  id: string;
  /** The language the person is shown it in, where we speak it; theirs otherwise. */
  language: string | null;
  items: DisclosedPackageView[];
}
