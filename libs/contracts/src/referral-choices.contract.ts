import { IsIn, IsOptional } from 'class-validator';
import { serviceRequested } from '@panah/domain/vocabulary/partners';
import { BEGUN_KINDS } from '@panah/domain/vocabulary/referrals';

export class ReferralChoicesQuery {
  /** Left out: no partner is offered yet. */
  @IsOptional()
  @IsIn(serviceRequested.codes)
  service?: string;

  @IsOptional()
  @IsIn(BEGUN_KINDS)
  kind?: string;
}

/** Why a partner stands where it stands; `value`: free places, or hours to answer. */
export class PartnerReasonView {
  reason: string;
  value: number | null;
}

/** A consent that names this partner for this purpose, and holds now. */
export class HeldConsentView {
  id: string;
  scope: string[];
  givenOn: string;
  until: string | null;
}

export class ItemChoiceView {
  item: string;
  /** Ticked before anybody presses. */
  usual: boolean;
  /** Whether the consent that is at hand covers it. */
  covered: boolean;
  /** A coordinator agrees to it by itself (R-RE-04). */
  restricted: boolean;
  /** Why it cannot be ticked at all; null when it can, with a new consent if need be. */
  why: string | null;
}

export class PartnerChoiceView {
  id: string;
  name: string;
  country: string;
  languages: string[];
  reasons: PartnerReasonView[];
  mayReceive: boolean;
  /** Why nothing can be sent to it now. */
  gaps: string[];
  consent: HeldConsentView | null;
  items: ItemChoiceView[];
}

export class NeedChoiceView {
  id: string;
  code: string;
  severity: string;
  restricted: boolean;
  /** It is told under `HEALTH`, not under `NEEDS`. */
  health: boolean;
}

export class DocumentChoiceView {
  id: string;
  title: string;
  type: string;
  restricted: boolean;
  /** It is told only where `HEALTH` is agreed to besides. */
  health: boolean;
  why: string | null;
}

export class ReferralChoicesView {
  /** The case. */
  id: string;
  /** The best first. */
  partners: PartnerChoiceView[];
  needs: NeedChoiceView[];
  documents: DocumentChoiceView[];
  /** Languages the client speaks, for a consent that is given here. */
  languages: string[];
}
