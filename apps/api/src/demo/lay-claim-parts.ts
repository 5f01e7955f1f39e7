import type { Reckoning } from '@panah/domain/asylum/legal-deadline';
import type { DeadlineType } from '@panah/domain/vocabulary/legal-deadlines';
import { type ClaimSecrets, claimPlace } from '../asylum/claim';
import { permitPlace } from '../asylum/permit.records';
import { representationPlace, type RepresentationSecrets } from '../asylum/representation.records';
import { newId } from '../platform/new-id';
import type { LaidCase } from './lay-case';
import type { Setting } from './setting';
import type { Shelf } from './shelf';

/** A claim whose parts are laid: in whose file, in which country, and who works on it. */
export interface Matter {
  id: string;
  file: LaidCase;
  country: string;
  by: string;
}

type Columns = Record<string, unknown>;

const partOf = ({ orgId }: Setting, { file }: Matter): Columns => ({
  id: newId(),
  org_id: orgId,
  office_id: file.officeId,
  client_id: file.clientId,
  case_id: file.id,
  version: 1,
});

/** Lays the claim itself, at whatever state the columns say. */
export function addClaim(shelf: Shelf, setting: Setting, matter: Matter, columns: Columns, secrets: Partial<ClaimSecrets>): void {
  const { id, file, country, by } = matter;
  shelf.add(
    'protection_claim',
    { ...partOf(setting, matter), id, country, opened_by: by, seal_version: 1, ...columns },
    {
      place: claimPlace({ id, clientId: file.clientId, sealVersion: 1 }),
      payload: {
        authority: null,
        fileNo: null,
        language: 'fa',
        interpreter: 'NO_WISH',
        specialNeeds: [],
        dependants: [],
        suspensiveRecorded: null,
        ...secrets,
      } satisfies ClaimSecrets,
    },
  );
}

/** Lays what was decided and served. Returns its id. */
export function addDecision(shelf: Shelf, setting: Setting, matter: Matter, columns: Columns): string {
  const part = partOf(setting, matter);
  shelf.add('claim_decision', { ...part, claim_id: matter.id, is_pending: false, recorded_by: matter.by, ...columns });
  return String(part['id']);
}

export interface LaidDeadline {
  type: DeadlineType;
  reckoning: Reckoning;
  timeZone: string;
  /** When it was reckoned first. */
  at: Date;
}

/** Lays a deadline beside how it was reckoned. Returns its id. */
export function addDeadline(
  shelf: Shelf,
  setting: Setting,
  matter: Matter,
  { type, reckoning, timeZone, at }: LaidDeadline,
  columns: Columns,
): string {
  const part = partOf(setting, matter);
  const { ruleCode, ruleVersion, trigger, triggerDate, method, dueOn, internalDueOn, gap } = reckoning;
  shelf.add('legal_deadline', {
    ...part,
    claim_id: matter.id,
    country: matter.country,
    type,
    // where no rule is known yet, the deadline waits for one of this name
    rule_code: ruleCode ?? (gap ? type : null),
    rule_number: ruleVersion,
    trigger,
    trigger_date: triggerDate,
    service_method: method,
    due_on: dueOn,
    internal_due_on: internalDueOn,
    gap,
    time_zone: timeZone,
    revision: 0,
    owner_id: matter.by,
    state: 'OPEN',
    opened_at: at,
    seal_version: 1,
    ...columns,
  });
  const { case_id: _case, version: _version, ...whose } = part;
  shelf.add('deadline_reckoning', {
    ...whose,
    id: newId(),
    deadline_id: part['id'],
    because: ruleCode === null && gap === null ? 'ENTERED' : 'FIRST',
    reckoning,
    due_on: dueOn,
    reckoned_by: matter.by,
    reckoned_at: at,
  });
  return String(part['id']);
}

/** Lays a status paper. Returns its id. */
export function addPermit(shelf: Shelf, setting: Setting, matter: Matter, columns: Columns, number: string | null): string {
  const part = { ...partOf(setting, matter), ...columns };
  const id = String(part['id']);
  shelf.add(
    'permit',
    { claim_id: matter.id, country: matter.country, unlimited: false, added_by: matter.by, seal_version: 1, ...part },
    { place: permitPlace({ id, clientId: matter.file.clientId, sealVersion: 1 }), payload: { number } },
  );
  return id;
}

/** Lays who represents somebody. */
export function addRepresentation(shelf: Shelf, setting: Setting, matter: Matter, columns: Columns, secrets: RepresentationSecrets): void {
  const part = partOf(setting, matter);
  const place = representationPlace({ id: String(part['id']), clientId: matter.file.clientId, sealVersion: 1 });
  shelf.add(
    'legal_representation',
    { ...part, conflict_checked: true, may_receive_files: false, added_by: matter.by, seal_version: 1, ...columns },
    { place, payload: secrets },
  );
}
