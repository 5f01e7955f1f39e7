import type { AuditLineView, FileLookView } from '@panah/contracts/audit.contract';
import type { AuditRow } from './audit.records';

export type Names = ReadonlyMap<string, string>;

export function auditLineView(row: AuditRow, names: Names): AuditLineView {
  return {
    id: row.id,
    at: row.at.toISOString(),
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    actorName: nameOf(row, names),
    word: row.word,
    outcome: row.outcome,
    status: row.status,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    clientId: row.client_id,
    recordCount: row.record_count,
    recordIds: row.record_ids,
    fieldClasses: row.field_classes,
    changedFields: row.changed_fields,
    reason: row.reason,
    requestId: row.request_id,
  };
}

export function fileLookView(row: AuditRow, names: Names): FileLookView {
  const { id, word, outcome, reason } = row;
  return {
    id,
    at: row.at.toISOString(),
    actorName: nameOf(row, names),
    word,
    outcome,
    fieldClasses: row.field_classes,
    changedFields: row.changed_fields,
    reason,
  };
}

const nameOf = ({ actor_id }: AuditRow, names: Names): string | null => (actor_id === null ? null : (names.get(actor_id) ?? null));
