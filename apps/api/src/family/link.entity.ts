import type { FamilyLinkState } from '@panah/domain/family/family-link.process';
import type { DeathCertainty } from '@panah/domain/family/tracing.rules';
import type { ConsentPurpose, ConsentScope, ConsentState } from '@panah/domain/vocabulary/consents';
import type {
  LinkPauseReason,
  LinkSide,
  ReunificationOutcome,
  ReunificationRoute,
  TracingMethod,
  VerificationLevel,
} from '@panah/domain/vocabulary/family';
import type { Place } from '../platform/sealing/sealer';

/** A family link as its table has it: codes and moments. For its officers; no case team reads it. */
export interface FamilyLink {
  id: string;
  orgId: string;
  officeId: string;
  clientId: string;
  wishId: string;
  relatedPersonId: string | null;
  state: FamilyLinkState;
  stateBefore: FamilyLinkState | null;
  pauseReason: LinkPauseReason | null;
  lastStepAt: Date;
  methods: TracingMethod[];
  verification: VerificationLevel;
  locatedBy: string | null;
  relativeLevel: string | null;
  approachBy: string | null;
  approachAt: Date | null;
  approvedBy: string | null;
  approvedAt: Date | null;
  approaches: number;
  approachedAt: Date | null;
  asked: string | null;
  askedBy: string | null;
  askedAt: Date | null;
  allowedBy: string | null;
  allowedAt: Date | null;
  mediatorId: string | null;
  toClient: number;
  toRelative: number;
  clientHeardAt: Date | null;
  coolingUntil: Date | null;
  route: ReunificationRoute;
  clientMinor: boolean;
  relativeMinor: boolean;
  outcome: ReunificationOutcome | null;
  closedAt: Date | null;
  sealed: Buffer | null;
  sealVersion: number;
  version: number;
}

export interface Safeguard {
  guardian: string;
  bestInterests: string;
  childsView: string;
}

/** What officers wrote of a link: sealed under the link's own key. */
export interface LinkSecrets {
  plan?: string;
  /** Of somebody in the group or in the state of origin. */
  riskNote?: string | null;
  clientRisk?: string;
  relativeRisk?: string;
  channel?: string;
  channelSafe?: boolean;
  noticeGiven?: boolean;
  /** R-FL-13: how a death is told. */
  deathPlan?: { who: string; where: string; support: string };
  /** Confirmed, or two reports that do not come from one another; said with it. */
  deathCertainty?: DeathCertainty;
  /** R-FL-15 */
  safeguards?: Partial<Record<LinkSide, Safeguard>>;
  preparedOn?: string;
  safetyPlan?: string;
  legalCheckedBy?: string;
  /** Why a coordinator was asked. */
  askedReason?: string;
}

export interface OpenLink {
  row: FamilyLink;
  secrets: LinkSecrets;
}

/** What a step leaves on the row. */
export type LinkChange = Partial<
  Omit<FamilyLink, 'id' | 'orgId' | 'officeId' | 'clientId' | 'wishId' | 'state' | 'sealed' | 'sealVersion' | 'version' | 'lastStepAt'>
>;

/** How one side stands under one purpose: its newest word. */
export interface LinkGround {
  side: LinkSide;
  id: string;
  purpose: ConsentPurpose;
  scope: ConsentScope[];
  state: ConsentState;
  givenAt: Date | null;
  expiresAt: Date | null;
}

/** A way to somebody, kept by their officers alone. */
export interface RelativeContact {
  kind: string;
  value: string;
  rule: string | null;
}

/** The other person of a link, a data subject of their own. */
export interface RelatedPerson {
  id: string;
  orgId: string;
  officeId: string;
  alsoClientId: string | null;
  context: string;
  country: string | null;
  legalBasis: string;
  noticedAt: Date | null;
  eraseAfter: string | null;
  erasedAt: Date | null;
  neverAgain: Buffer[] | null;
  sealed: Buffer | null;
  sealVersion: number;
  version: number;
}

/** Sealed under the related person's own key. */
export interface RelatedPersonSecrets {
  names: string[];
  contactPoints: RelativeContact[];
  riskNote?: string | null;
}

export interface OpenRelatedPerson {
  row: RelatedPerson;
  secrets: RelatedPersonSecrets;
}

export const linkPlace = ({ id, sealVersion }: Pick<FamilyLink, 'id' | 'sealVersion'>): Place => ({
  table: 'family_link',
  rowId: id,
  subjectId: id,
  compartment: 'family',
  sealVersion,
});

/** A row beside a link that is about both: steps, contacts, messages. */
export const linkPartPlace = (table: 'family_link_step' | 'family_contact', id: string, linkId: string, sealVersion = 1): Place => ({
  table,
  rowId: id,
  subjectId: linkId,
  compartment: 'family',
  sealVersion,
});

export const relatedPersonPlace = ({ id, sealVersion }: Pick<RelatedPerson, 'id' | 'sealVersion'>): Place => ({
  table: 'related_person',
  rowId: id,
  subjectId: id,
  compartment: 'family',
  sealVersion,
});

/** What was found out about the other person: theirs, and the link's while nobody is found. The row says whose (`related_person_id`). */
export const findingPlace = (
  table: 'family_tracing' | 'family_verification',
  { id, linkId, relatedPersonId }: { id: string; linkId: string; relatedPersonId: string | null },
): Place => ({ table, rowId: id, subjectId: relatedPersonId ?? linkId, compartment: 'family', sealVersion: 1 });

/** What tells of a tracing step; sealed by `findingPlace`. */
export interface TracingSecrets {
  details: string;
  externalRef: string | null;
}

/** How somebody was verified; sealed by `findingPlace`. */
export interface VerificationSecrets {
  how: string;
}

/** Sealed with a contact, by `linkPartPlace`. */
export interface ContactSecrets {
  supporter: string;
  prepared: boolean;
  checkIns: { side: LinkSide; effect: string; note: string | null; at: string; byId: string }[];
}
