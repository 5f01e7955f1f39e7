import { Injectable } from '@nestjs/common';
import type {
  ContactEffect,
  ContactStep,
  DuressCheck,
  LinkSide,
  TracingMethod,
  TracingOutcome,
  VerificationLevel,
} from '@panah/domain/vocabulary/family';
import { currentWork } from '../platform/database/current-work';
import { type Place, Sealer } from '../platform/sealing/sealer';
import { type ContactSecrets, findingPlace, linkPartPlace, type TracingSecrets, type VerificationSecrets } from './link.entity';

export interface LinkOfficer {
  id: string;
  staffId: string;
  side: 'CLIENT' | 'RELATIVE' | 'MEDIATOR';
}
export interface LinkStep {
  id: string;
  event: string;
  fromState: string;
  toState: string;
  byId: string | null;
  at: Date;
  note: string | null;
}
export interface Hearing {
  side: LinkSide;
  heldOn: string;
  spokenDirectly: boolean;
  alone: boolean;
  duress: DuressCheck;
  byId: string;
}
export interface Verification {
  id: string;
  level: VerificationLevel;
  context: string;
  byId: string;
  at: Date;
  voidAt: Date | null;
  secrets: VerificationSecrets | null;
}
export interface TracingStep {
  id: string;
  method: TracingMethod;
  outcome: TracingOutcome;
  heldOn: string;
  byId: string;
  at: Date;
  secrets: TracingSecrets | null;
}
export interface ContactPlanned {
  id: string;
  step: ContactStep;
  plannedAt: Date;
  byId: string;
  checkInDue: Date;
  clientEffect: ContactEffect | null;
  relativeEffect: ContactEffect | null;
  calledOffAt: Date | null;
  version: number;
  secrets: ContactSecrets | null;
}
export interface Telling {
  toldSide: LinkSide;
  what: string;
  toldOn: string;
  byId: string;
}

/** What lies beside a link, opened. */
export interface LinkParts {
  officers: LinkOfficer[];
  steps: LinkStep[];
  hearings: Hearing[];
  verifications: Verification[];
  tracing: TracingStep[];
  contacts: ContactPlanned[];
  tellings: Telling[];
}

const OFFICERS = {
  name: 'family-link.officers',
  text: `select id, staff_id as "staffId", side from family_link_officer where link_id = $1 and ended_at is null order by side`,
};
const STEPS = {
  name: 'family-link.steps',
  text: `select id, event, from_state as "fromState", to_state as "toState", by_id as "byId", at, sealed from family_link_step where link_id = $1 order by at, id limit 500`,
};
/** The newest first: the first of a side is how they were heard last. */
const HEARINGS = {
  name: 'family-link.hearings',
  text: `select side, held_on::text as "heldOn", spoken_directly as "spokenDirectly", alone, duress, by_id as "byId" from family_hearing where link_id = $1 order by at desc limit 100`,
};
/** Whose key a finding lies under, and whether it is closed: they were erased, or are nobody of this link any more. */
const subject = `t.related_person_id as "relatedPersonId", t.related_person_id is not null and not exists (select from related_person p
    where p.id = t.related_person_id and p.erased_at is null) as gone`;
const VERIFICATIONS = {
  name: 'family-link.verifications',
  text: `select t.id, t.level, t.context, t.by_id as "byId", t.at, t.void_at as "voidAt", t.sealed, ${subject} from family_verification t where t.link_id = $1 order by t.at, t.id limit 100`,
};
const TRACING = {
  name: 'family-link.tracing',
  text: `select t.id, t.method, t.outcome, t.held_on::text as "heldOn", t.by_id as "byId", t.at, t.sealed, ${subject} from family_tracing t where t.link_id = $1 order by t.held_on, t.at limit 200`,
};
const CONTACTS = {
  name: 'family-link.contacts',
  text: `select id, step, planned_at as "plannedAt", by_id as "byId", check_in_due as "checkInDue", client_effect as "clientEffect", relative_effect as "relativeEffect",
           called_off_at as "calledOffAt", sealed, seal_version as "sealVersion", version from family_contact where link_id = $1 order by planned_at, id limit 200`,
};
const TELLINGS = {
  name: 'family-link.tellings',
  text: `select told_side as "toldSide", what, told_on::text as "toldOn", by_id as "byId" from family_telling where link_id = $1 order by at limit 200`,
};

interface Sealed {
  id: string;
  sealed: Buffer | null;
  sealVersion?: number;
  relatedPersonId?: string | null;
  gone?: boolean;
}

/** What lies beside a link that the caller has in reach; asked in one go. */
@Injectable()
export class LinkPartRecords {
  constructor(private readonly sealer: Sealer) {}

  async of(linkId: string): Promise<LinkParts> {
    const work = currentWork();
    const [officers, steps, hearings, verifications, tracing, contacts, tellings] = await Promise.all([
      work.rows<LinkOfficer & Record<string, unknown>>(OFFICERS, [linkId]),
      work.rows<LinkStep & Sealed & Record<string, unknown>>(STEPS, [linkId]),
      work.rows<Hearing & Record<string, unknown>>(HEARINGS, [linkId]),
      work.rows<Verification & Sealed & Record<string, unknown>>(VERIFICATIONS, [linkId]),
      work.rows<TracingStep & Sealed & Record<string, unknown>>(TRACING, [linkId]),
      work.rows<ContactPlanned & Sealed & Record<string, unknown>>(CONTACTS, [linkId]),
      work.rows<Telling & Record<string, unknown>>(TELLINGS, [linkId]),
    ]);
    const opened = await this.openAll([
      ...steps.map((row) => ({ row, place: linkPartPlace('family_link_step', row.id, linkId) })),
      ...verifications.map((row) => ({ row, place: findingPlace('family_verification', { ...of(row), linkId }) })),
      ...tracing.map((row) => ({ row, place: findingPlace('family_tracing', { ...of(row), linkId }) })),
      ...contacts.map((row) => ({ row, place: linkPartPlace('family_contact', row.id, linkId, row.sealVersion) })),
    ]);
    const secretsOf = <T>(id: string): T | null => (opened.get(id) as T | undefined) ?? null;
    return {
      officers,
      steps: steps.map((row) => ({ ...row, note: secretsOf<{ note: string }>(row.id)?.note ?? null })),
      hearings,
      verifications: verifications.map((row) => ({ ...row, secrets: secretsOf<VerificationSecrets>(row.id) })),
      tracing: tracing.map((row) => ({ ...row, secrets: secretsOf<TracingSecrets>(row.id) })),
      contacts: contacts.map((row) => ({ ...row, secrets: secretsOf<ContactSecrets>(row.id) })),
      tellings,
    };
  }

  async officersOf(linkId: string): Promise<LinkOfficer[]> {
    return currentWork().rows<LinkOfficer & Record<string, unknown>>(OFFICERS, [linkId]);
  }

  /** How each side was heard, the newest first. */
  async hearingsOf(linkId: string): Promise<Hearing[]> {
    return currentWork().rows<Hearing & Record<string, unknown>>(HEARINGS, [linkId]);
  }

  /** What belonged to somebody who was erased stays closed. */
  private async openAll(items: readonly { row: Sealed; place: Place }[]): Promise<Map<string, unknown>> {
    const kept = items.flatMap(({ row, place }) => (row.sealed !== null && !row.gone ? [{ id: row.id, place, sealed: row.sealed }] : []));
    const opened = await this.sealer.openMany<unknown>(kept);
    return new Map(kept.map(({ id }, at) => [id, opened[at]]));
  }
}

const of = ({ id, relatedPersonId }: Sealed): { id: string; relatedPersonId: string | null } => ({
  id,
  relatedPersonId: relatedPersonId ?? null,
});
