import { newId } from '../platform/new-id';
import type { Setting } from './setting';
import type { Shelf } from './shelf';

/** One act of the past, as the log would have it. */
export interface LaidLine {
  at: Date;
  officeId: string;
  actorId: string;
  word: string;
  subjectType: string;
  subjectId: string;
  clientId: string;
  changed: readonly string[];
}

/** Lays the line that an act leaves in the log: ids and names of fields, never values. */
export function layLine(shelf: Shelf, setting: Setting, line: LaidLine): void {
  if (!setting.keepsLog) return;
  shelf.add('audit_event', {
    id: newId(),
    at: line.at,
    org_id: setting.orgId,
    office_id: line.officeId,
    actor_id: line.actorId,
    actor_kind: 'STAFF',
    request_id: newId(),
    word: line.word,
    outcome: 'DONE',
    status: 200,
    subject_type: line.subjectType,
    subject_id: line.subjectId,
    client_id: line.clientId,
    record_ids: [line.subjectId],
    record_count: 1,
    field_classes: [],
    changed_fields: line.changed,
  });
}
