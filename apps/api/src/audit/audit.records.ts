import { Injectable } from '@nestjs/common';
import type { AuditQuery } from '@panah/contracts/audit.contract';
import type { ListQuery } from '@panah/contracts/list.contract';
import { currentActor, reachValues, withinReach } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';
import { cursorAfter, readCursor } from '../platform/http/keyset';

export interface AuditRow extends Record<string, unknown> {
  id: string;
  at: Date;
  actor_kind: string;
  actor_id: string | null;
  word: string;
  outcome: string;
  status: number;
  subject_type: string | null;
  subject_id: string | null;
  client_id: string | null;
  record_ids: string[];
  record_count: number;
  field_classes: string[];
  changed_fields: string[];
  reason: string | null;
  request_id: string;
  total: number;
}

export interface AuditPage {
  rows: AuditRow[];
  total: number;
  next: string | null;
}

const COLUMNS =
  'id, at, actor_kind, actor_id, word, outcome, status, subject_type, subject_id, client_id, record_ids, record_count, field_classes, changed_fields, reason, request_id';
const FILTER = `org_id = $1 and ($2::uuid is null or actor_id = $2) and ($3::text is null or word = $3 or word like $3 || ':%')
  and ($4::text is null or outcome = $4) and ($5::uuid is null or subject_id = $5 or client_id = $5 or $5 = any(record_ids))
  and ($6::timestamptz is null or at >= $6) and ($7::timestamptz is null or at < $7)`;
const LOG = {
  name: 'audit.log',
  text: `select ${COLUMNS}, (select count(*) from audit_event where ${FILTER}) as total from audit_event
          where ${FILTER} and ($8::timestamptz is null or (at, id) < ($8, $9::uuid)) order by at desc, id desc limit $10`,
};
const LOOKS = {
  name: 'audit.file',
  text: `select ${COLUMNS}, (select count(*) from audit_event where client_id = $1) as total from audit_event
          where client_id = $1 and ($2::timestamptz is null or (at, id) < ($2, $3::uuid)) order by at desc, id desc limit $4`,
};
/** The file's primary worker and the coordinator of its office; other members of the team do not read who looked. */
const MAY_ASK = {
  name: 'audit.may-ask',
  text: `select c.office_id from case_file c where c.client_id = $1 and ${withinReach('c', 'client_id', 2)}
            and (c.office_id = any($2::uuid[]) or c.primary_worker_id = $3) limit 1`,
};

/** The door to the log. It only ever reads: lines are written by the platform, with what they tell. */
@Injectable()
export class AuditRecords {
  async log(query: AuditQuery): Promise<AuditPage> {
    const { actorId = null, word = null, outcome = null, recordId = null, from = null, to = null, limit = 50, cursor } = query;
    const after = readCursor(cursor, 2) ?? [null, null];
    const rows = await currentWork().rows<AuditRow>(LOG, [
      currentActor().orgId,
      actorId,
      word,
      outcome,
      recordId,
      from,
      to,
      ...after,
      limit + 1,
    ]);
    return pageOf(rows, limit);
  }

  async looksAt(clientId: string, { limit = 50, cursor }: ListQuery): Promise<AuditPage> {
    const found = await currentWork().row<{ office_id: string }>(MAY_ASK, [clientId, ...reachValues('audit:read-file')]);
    currentLine()
      .about('client', clientId, { clientId: found ? clientId : null, officeId: found?.office_id ?? null })
      .opened('AUDIT');
    if (!found) throw notFound();
    const after = readCursor(cursor, 2) ?? [null, null];
    return pageOf(await currentWork().rows<AuditRow>(LOOKS, [clientId, ...after, limit + 1]), limit);
  }
}

function pageOf(rows: AuditRow[], limit: number): AuditPage {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  currentLine().returned(
    'audit_event',
    page.map(({ id }) => id),
  );
  return {
    rows: page,
    total: rows[0]?.total ?? 0,
    next: rows.length > limit && last ? cursorAfter([last.at.toISOString(), last.id]) : null,
  };
}
