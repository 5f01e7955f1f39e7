import { Client } from 'pg';
import { normaliseName } from '@panah/domain/names/normalise';
import type { NoteClass } from '@panah/domain/notes/note.rules';
import { wordsOf } from '@panah/domain/clients/search-terms';
import { clientPlace, type ClientSecrets, type NameSecrets } from '../apps/api/src/clients/client.entity';
import type { NoteSecrets } from '../apps/api/src/notes/note.entity';
import { notePlace } from '../apps/api/src/notes/note.records';
import { appointmentPlace } from '../apps/api/src/appointments/appointment.records';
import { taskPlace } from '../apps/api/src/tasks/task.entity';
import { toldOf } from '../apps/api/src/demo/partner-set';
import { BUSY_OFFICE } from '../apps/api/src/demo/busy-set';
import { atDatabase } from '../apps/api/src/platform/database/database-urls';
import type { Place, Sealer } from '../apps/api/src/platform/sealing/sealer';
import { type StaffSecrets, staffPlace } from '../apps/api/src/platform/session/credentials';
import { FLOOR_INDEXES, FLOOR_LOG, FLOOR_SHAPE, FLOOR_TABLES } from './floor-tables';

type Row = Record<string, unknown> & { id: string; sealed: Buffer; sealVersion: number };

interface Copy {
  table: string;
  /** The columns taken as they are. */
  columns: string;
  /** Rows of the floor made from rows of the house. */
  open?: (sealer: Sealer, rows: Row[]) => Promise<Record<string, unknown>[]>;
  from?: string;
}

const AT_ONCE = 5000;

const COPIES: Copy[] = [
  {
    table: 'staff_member',
    columns: 'id, org_id, state, sealed, seal_version as "sealVersion"',
    open: (sealer, rows) =>
      opened<StaffSecrets>(
        sealer,
        rows,
        ({ id, sealVersion }) => staffPlace(id, sealVersion),
        ({ displayName }) => ({ display_name: displayName }),
      ),
  },
  {
    table: 'client',
    columns: `id, org_id, office_id, country_of_stay, languages, interpreter_needed, birth_year_from, birth_year_to, created_at, version,
      sealed, seal_version as "sealVersion"`,
    open: (sealer, rows) =>
      opened<ClientSecrets>(
        sealer,
        rows,
        ({ id, sealVersion }) => clientPlace(id, sealVersion),
        ({ displayName, pseudonym, ...details }) => ({ ...displayName, pseudonym, details }),
      ),
  },
  {
    table: 'name_word',
    from: 'person_name',
    columns: 'id, org_id, office_id, client_id, sealed, seal_version as "sealVersion"',
    open: wordsIn,
  },
  {
    table: 'case_file',
    columns: `id, org_id, office_id, client_id, enquiry_id, case_ref, period_no, state, state_since, state_before, priority, streams, country, risk_level,
      primary_worker_id, opened_on, closed_on, assessment_due, plan_due, last_contact_at, hold_reason, hold_review_on, closure_reason,
      closure_requested_by, closure_requested_at, closed_by, created_at, plan_approved_at, plan_submitted_at, version`,
  },
  {
    table: 'case_note',
    columns: `id, org_id, office_id, client_id, case_id, author_id, type, class, state, happened_at, readers, saved_at, signed_at, version,
      sealed, seal_version as "sealVersion"`,
    open: (sealer, rows) => opened<NoteSecrets>(sealer, rows, placeOfNote),
  },
  {
    table: 'process_step',
    columns: 'id, org_id, office_id, client_id, subject_type, subject_id, action, from_state, to_state, by_id, at, reason',
  },
  { table: 'office', columns: 'id, org_id, time_zone, weekend_days, holidays' },
  { table: 'consent', columns: 'id, org_id, office_id, client_id, purpose' },
  { table: 'consent_event', columns: 'id, org_id, office_id, client_id, consent_id, action, state, by_id, at' },
  {
    table: 'enquiry',
    columns: `id, org_id, office_id, state, case_ref, language, country, immediate_danger, received_at, first_response_due, first_response_at,
      intake_started_at, intake_due, intake_by, proposed_at, proposed_by, client_id`,
  },
  {
    table: 'task',
    // the floor knows of nobody's own work, only of what is to be done for clients
    from: '(select * from task where client_id is not null) of_clients',
    columns: `id, org_id, office_id, client_id, case_id, kind, priority, status, owner_id, due_on, reminded_at, paused_on, created_at, version,
      sealed, seal_version as "sealVersion"`,
    open: tasksIn,
  },
  {
    table: 'appointment',
    columns: `id, org_id, office_id, client_id, case_id, owner_id, state, starts_at, minutes, time_zone, created_at, version,
      sealed, seal_version as "sealVersion"`,
    open: (sealer, rows) =>
      opened<{ kind: string; title: string | null }>(
        sealer,
        rows,
        ({ id, client_id, sealVersion }) => appointmentPlace({ id, clientId: String(client_id), sealVersion }),
        ({ kind, title }) => ({ kind, title }),
      ),
  },
  {
    table: 'referral',
    columns: `id, org_id, office_id, client_id, case_id, partner_id, kind, service, urgency, state, sent_at, ack_due, response_due, acknowledged_at, asked_at,
      answered_at, decided_at, decline_reason, started_on, feedback_at, completed_at, outcome, ended_at, end_reason, deletion_confirmed_at, version`,
  },
  {
    // nobody has the key: what lies open here is what was sealed there
    table: 'referral_package',
    columns: 'id, org_id, referral_id, seq, sealed_at, opened_at, expires_at, ended_at',
    open: (_, rows) => Promise.resolve(rows.map((row) => ({ ...row, items: toldOf(String(row['referral_id'])) }))),
  },
];

/** The floor's database, filled once from the load set: what is sealed there lies open here. Everything in it is fiction. */
export async function fillFloor(serverUrl: string, source: Client, sealer: Sealer, orgId: string): Promise<string> {
  const url = atDatabase(serverUrl, 'floor');
  const { rows } = await source.query<{ shape: string | null }>(
    `select shobj_description(oid, 'pg_database') as shape from pg_database where datname = 'floor'`,
  );
  if (rows[0]?.shape === FLOOR_SHAPE) {
    await renewTasks(source, url, sealer, orgId);
    return withLog(url);
  }
  if (rows.length) await source.query('drop database floor');
  await source.query('drop database if exists floor_unfinished');
  await source.query('create database floor_unfinished');
  const target = new Client(atDatabase(serverUrl, 'floor_unfinished'));
  await target.connect();
  try {
    await target.query(`set synchronous_commit = off; ${FLOOR_TABLES}`);
    for (const copy of COPIES) await copyTable(source, target, sealer, orgId, copy);
    await target.query(`set maintenance_work_mem = '256MB'; ${FLOOR_INDEXES}`);
    await target.query('vacuum analyze');
  } finally {
    await target.end();
  }
  await source.query(`comment on database floor_unfinished is '${FLOOR_SHAPE}'; alter database floor_unfinished rename to floor`);
  return withLog(url);
}

/** The house's clock raises tasks as days go by: the office whose days are read has the same again on both sides. */
async function renewTasks(source: Client, url: string, sealer: Sealer, orgId: string): Promise<void> {
  const { rows } = await source.query<{ id: string }>('select id from office where org_id = $1 and name = $2', [orgId, BUSY_OFFICE]);
  const target = new Client(url);
  await target.connect();
  try {
    for (const { id } of rows) {
      await target.query('delete from task where office_id = $1', [id]);
      for (const copy of COPIES.filter(({ table }) => table === 'task')) await copyTable(source, target, sealer, orgId, copy, id);
      await target.query('vacuum analyze task');
    }
  } finally {
    await target.end();
  }
}

async function withLog(url: string): Promise<string> {
  const target = new Client(url);
  await target.connect();
  await target.query(FLOOR_LOG).finally(() => target.end());
  return url;
}

/** @param officeId one office's rows; without it, everybody's */
async function copyTable(source: Client, target: Client, sealer: Sealer, orgId: string, copy: Copy, officeId?: string): Promise<void> {
  const { table, columns, open } = copy;
  const query = open ? columns : `to_jsonb(r)::text as row from (select ${columns}`;
  await source.query('begin');
  await source.query(
    `declare rest cursor for select ${query} from ${copy.from ?? table} where org_id = $1 ${officeId ? 'and office_id = $2 ' : ''}order by ${orderOf(table)}${open ? '' : ') r'}`,
    officeId ? [orgId, officeId] : [orgId],
  );
  for (;;) {
    const { rows } = await source.query<Row & { row: string }>(`fetch ${AT_ONCE} from rest`);
    if (rows.length === 0) break;
    const json = open ? JSON.stringify(await open(sealer, rows)) : `[${rows.map(({ row }) => row).join(',')}]`;
    await target.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [json]);
  }
  await source.query('commit');
}

/** By client, so that each key is fetched once. */
const orderOf = (table: string): string =>
  ['case_note', 'name_word', 'process_step', 'case_file', 'task', 'appointment'].includes(table) ? 'client_id, id' : 'id';

async function opened<S>(
  sealer: Sealer,
  rows: Row[],
  placeOf: (row: Row) => Place,
  columnsOf: (secrets: S) => object = (secrets) => secrets as object,
): Promise<Record<string, unknown>[]> {
  const secrets = await sealer.openMany<S>(rows.map((row) => ({ place: placeOf(row), sealed: row.sealed })));
  return rows.map(({ sealed: _, sealVersion: __, ...row }, at) => ({ ...row, ...columnsOf(secrets[at]) }));
}

const placeOfNote = ({ id, client_id, class: noteClass, sealVersion }: Row): Place =>
  notePlace({ id, clientId: String(client_id), class: noteClass as NoteClass, sealVersion });

/** Most tasks say what is to be done by their kind alone. */
async function tasksIn(sealer: Sealer, rows: Row[]): Promise<Record<string, unknown>[]> {
  const titled = await opened<{ title: string | null }>(
    sealer,
    rows.filter(({ sealed }) => sealed),
    ({ id, client_id, sealVersion }) => taskPlace({ id, clientId: String(client_id), sealVersion }),
    ({ title }) => ({ title }),
  );
  return [...titled, ...rows.filter(({ sealed }) => !sealed).map(({ sealVersion: _, ...row }) => row)];
}

async function wordsIn(sealer: Sealer, rows: Row[]): Promise<Record<string, unknown>[]> {
  const place = ({ id, client_id, sealVersion }: Row): Place => ({
    table: 'person_name',
    rowId: id,
    subjectId: String(client_id),
    compartment: 'file',
    sealVersion,
  });
  const names = await opened<NameSecrets>(sealer, rows, place, ({ asWritten }) => ({ asWritten }));
  return names.flatMap(({ id, asWritten, ...columns }) =>
    [...new Set(wordsOf(String(asWritten)).map(normaliseName))]
      .filter((word) => word !== '')
      .map((word) => ({ ...columns, source_id: id, word })),
  );
}
