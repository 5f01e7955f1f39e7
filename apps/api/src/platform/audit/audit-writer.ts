import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { escapeLiteral, Pool } from 'pg';
import { newId } from '../new-id';
import type { RequestContext } from '../request-context';
import { MAX_LISTED_IDS, type Outcome } from './audit-line';

export const APP_URL = Symbol('AppUrl');

const COLUMNS =
  'id, org_id, office_id, actor_id, actor_kind, session_id, request_id, word, outcome, status, subject_type, subject_id, client_id, record_ids, record_count, field_classes, changed_fields, reason';

/** Writes the line of a request: inside its transaction when it succeeds, on a connection of its own when that was taken back. */
@Injectable()
export class AuditWriter implements OnApplicationShutdown {
  private readonly pool: Pool;

  constructor(@Inject(APP_URL) url: string) {
    this.pool = new Pool({ connectionString: url, max: 4, application_name: 'panah audit' });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  /** The statement that goes in the same round trip as the commit. */
  statementFor(context: RequestContext, outcome: Outcome, status: number): string {
    return `insert into audit_event (${COLUMNS}) values (${valuesOf(context, outcome, status)})`;
  }

  /** For refusals and failures: their own transaction rolled back, the line must not. Throws when it cannot be written. */
  async writeApart(context: RequestContext, outcome: Outcome, status: number): Promise<void> {
    const client = await this.pool.connect();
    try {
      const org = escapeLiteral(context.actor?.orgId ?? '');
      await client.query(`begin; select set_config('app.org_id', ${org}, true); ${this.statementFor(context, outcome, status)}; commit`);
      client.release();
    } catch (error) {
      client.release(true); // its transaction is broken: nobody gets this connection again
      throw error;
    }
  }
}

function valuesOf({ actor, line, requestId }: RequestContext, outcome: Outcome, status: number): string {
  const listed = [...line.recordIds].slice(0, MAX_LISTED_IDS);
  return [
    uuid(newId()),
    uuid(actor?.orgId),
    uuid(line.officeId),
    uuid(actor?.staffId),
    text(actor?.kind ?? 'ANONYMOUS'),
    uuid(actor?.sessionId),
    uuid(requestId),
    text(line.word),
    text(outcome),
    String(status),
    text(line.subjectType),
    uuid(line.subjectId),
    uuid(line.clientId),
    `${array(listed)}::uuid[]`,
    String(line.recordIds.size),
    `${array([...line.fieldClasses])}::text[]`,
    `${array([...line.changedFields])}::text[]`,
    text(line.reason),
  ].join(', ');
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const text = (value: string | null | undefined): string => (value == null ? 'null' : escapeLiteral(value));
const uuid = (value: string | null | undefined): string => (value != null && UUID.test(value) ? `'${value}'` : 'null');
const array = (values: readonly string[]): string =>
  values.length ? `array[${values.map((value) => escapeLiteral(value)).join(',')}]` : `'{}'`;
