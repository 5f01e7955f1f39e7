import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { steadyPool } from '../database/steady-pool';
import type { Statement } from '../database/unit-of-work';
import { newId } from '../new-id';
import type { RequestContext } from '../request-context';
import { MAX_LISTED_IDS, type Outcome } from './audit-line';

export const APP_URL = Symbol('AppUrl');

const COLUMNS = [
  ['id', 'uuid'],
  ['org_id', 'uuid'],
  ['office_id', 'uuid'],
  ['actor_id', 'uuid'],
  ['actor_kind', 'text'],
  ['session_id', 'uuid'],
  ['request_id', 'uuid'],
  ['word', 'text'],
  ['outcome', 'text'],
  ['status', 'smallint'],
  ['subject_type', 'text'],
  ['subject_id', 'uuid'],
  ['client_id', 'uuid'],
  ['record_ids', 'uuid[]'],
  ['record_count', 'integer'],
  ['field_classes', 'text[]'],
  ['changed_fields', 'text[]'],
  ['reason', 'text'],
] as const;
const WRITE = {
  name: 'audit.write',
  text: `insert into audit_event (${COLUMNS.map(([name]) => name).join(', ')}) values (${COLUMNS.map(([, type], at) => `$${at + 1}::${type}`).join(', ')})`,
};
const ENTER_ORGANISATION = { name: 'audit.enter-organisation', text: `select set_config('app.org_id', $1, true)` };

/** Writes the line of a request: inside its transaction when it succeeds, on a connection of its own when that was taken back. */
@Injectable()
export class AuditWriter implements OnApplicationShutdown {
  private readonly pool: Pool;

  constructor(@Inject(APP_URL) url: string) {
    this.pool = steadyPool({ connectionString: url, max: 4, application_name: 'panah audit', pipeline: true });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  /** The statement that goes in the same round trip as the commit. */
  statementFor(context: RequestContext, outcome: Outcome, status: number): Statement & { values: unknown[] } {
    return { ...WRITE, values: valuesOf(context, outcome, status) };
  }

  /** For refusals and failures: their own transaction rolled back, the line must not. Throws when it cannot be written. */
  async writeApart(context: RequestContext, outcome: Outcome, status: number): Promise<void> {
    const client = await this.pool.connect();
    try {
      await Promise.all([
        client.query('begin'),
        client.query({ ...ENTER_ORGANISATION, values: [context.actor?.orgId ?? ''] }),
        client.query(this.statementFor(context, outcome, status)),
        client.query('commit'),
      ]);
      client.release();
    } catch (error) {
      client.release(true); // its transaction is broken: nobody gets this connection again
      throw error;
    }
  }
}

function valuesOf({ actor, line, requestId }: RequestContext, outcome: Outcome, status: number): unknown[] {
  return [
    newId(),
    uuid(actor?.orgId),
    uuid(line.officeId),
    uuid(actor?.staffId),
    actor?.kind ?? 'ANONYMOUS',
    uuid(actor?.sessionId),
    uuid(requestId),
    line.word,
    outcome,
    status,
    line.subjectType,
    uuid(line.subjectId),
    uuid(line.clientId),
    [...line.recordIds].slice(0, MAX_LISTED_IDS),
    line.recordIds.size,
    [...line.fieldClasses],
    [...line.changedFields],
    line.reason,
  ];
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const uuid = (value: string | null | undefined): string | null => (value != null && UUID.test(value) ? value : null);
