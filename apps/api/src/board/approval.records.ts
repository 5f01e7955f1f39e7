import { Injectable } from '@nestjs/common';
import type { Word } from '@panah/domain/access/access-table';
import { type ApprovalKind, approvalKind } from '@panah/domain/vocabulary/board';
import { currentActor, currentReach, hasWord, REACH_PARAMETERS, reachValuesOrNone, withinReach } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import type { ShutClient, ShutWorker } from './board-names';

export interface ApprovalRow extends ShutClient, ShutWorker, Record<string, unknown> {
  kind: ApprovalKind;
  id: string;
  caseId: string | null;
  caseRef: string | null;
  askedAt: Date;
  dueAt: Date | null;
  dueOn: string | null;
  late: boolean;
  own: boolean;
  total: number;
}

/** The words that decide; the parameters follow this list, after the reader and the offices of admissions. */
const WORDS: readonly Word[] = [
  'risk:confirm',
  'legal-basis:approve',
  'case:approve_plan',
  'case:approve_closure',
  'note:confirm-void',
  'client:read',
];
const [ME, OFFICES] = ['$1::uuid', '$2::uuid[]'];
const within = (word: Word, alias: string, column = 'client_id'): string =>
  withinReach(alias, column, 3 + WORDS.indexOf(word) * REACH_PARAMETERS);

interface Source {
  kind: ApprovalKind;
  from: string;
  of: string;
  id?: string;
  caseId?: string;
  askedBy: string;
  askedAt: string;
  /** Whoever may not decide, as they wrote it or asked for it. */
  own: string;
  dueAt?: string;
  dueOn?: string;
}

/** The same conditions under which the steps themselves are open; the rules are asked again when one is taken. */
const SOURCES: readonly Source[] = [
  {
    kind: 'RISK_CONFIRMATION',
    from: `risk_assessment r where r.state = 'WAITING' and ${within('risk:confirm', 'r')}`,
    of: 'r',
    askedBy: 'r.author_id',
    askedAt: 'r.proposed_at',
    own: `r.author_id = ${ME}`,
  },
  {
    kind: 'LEGAL_BASIS',
    from: `legal_basis b where (b.state = 'ASKED' or (b.state = 'APPROVED' and b.confirmed_at is null and b.second_id = ${ME})) and ${within('legal-basis:approve', 'b')}`,
    of: 'b',
    askedBy: 'b.asked_by',
    askedAt: 'b.asked_at',
    own: `b.asked_by = ${ME}`,
    // R-CO-08: what was agreed by word of mouth is written down within the day
    dueAt: `case when b.state = 'APPROVED' then b.decided_at + interval '24 hours' end`,
  },
  {
    kind: 'PLAN_APPROVAL',
    from: `plan_version v join case_file f on f.id = v.case_id and f.state = 'PLANNING' and f.plan_submitted_at is not null
           where v.state = 'SUBMITTED' and ${within('case:approve_plan', 'v')}`,
    of: 'v',
    askedBy: 'v.submitted_by',
    askedAt: 'v.submitted_at',
    own: `(v.submitted_by = ${ME} or ${ME} = any (v.author_ids))`,
    // the clock of R-CA-03 ends with the first plan in force
    dueOn: `case when not exists (select from plan_version p where p.case_id = v.case_id and p.state = 'APPROVED') then f.plan_due end`,
  },
  {
    kind: 'CLOSURE_APPROVAL',
    from: `case_file f where f.state = 'CLOSURE_REQUESTED' and ${within('case:approve_closure', 'f')}`,
    of: 'f',
    caseId: 'f.id',
    askedBy: 'f.closure_requested_by',
    askedAt: 'f.closure_requested_at',
    own: `f.closure_requested_by = ${ME}`,
  },
  {
    kind: 'NOTE_VOIDING',
    from: `case_note n where n.state = 'VOID_ASKED' and ${within('note:confirm-void', 'n')}`,
    of: 'n',
    askedBy: 'n.author_id',
    askedAt: 'n.void_asked_at',
    own: `n.author_id = ${ME}`,
  },
];

const select = ({ kind, from, of, id = `${of}.id`, caseId = `${of}.case_id`, askedBy, askedAt, own, dueAt, dueOn }: Source): string =>
  `select '${kind}' as kind, ${id} as id, ${caseId} as case_id, ${of}.client_id as client_id, null::text as case_ref, ${of}.office_id as office_id,
     ${askedBy} as asked_by, ${askedAt} as asked_at, ${own} as own, ${dueAt ?? 'null::timestamptz'} as due_at, ${dueOn ?? 'null::date'} as due_on from ${from}`;
/** An admission names a worker: it is decided in its own room. */
const ADMISSIONS = `select 'ADMISSION' as kind, e.id, null::uuid as case_id, null::uuid as client_id, e.case_ref, e.office_id, e.proposed_by as asked_by,
     e.proposed_at as asked_at, e.proposed_by = ${ME} as own, e.intake_due as due_at, null::date as due_on
   from enquiry e where e.state = 'INTAKE' and e.proposed_at is not null and e.client_id is null and e.office_id = any(${OFFICES})
    and not (e.id = any((select app.blocked())::uuid[]))`;
const WAITING = [...SOURCES.map(select), ADMISSIONS].join('\n union all ');

const LIST = {
  name: 'approvals.list',
  // so many lines are planned longer than they are gathered
  onePlan: true as const,
  text: `
  with line as materialized (${WAITING})
  select p.kind, p.id, p.case_id as "caseId", coalesce(p.case_ref, c.case_ref) as "caseRef", p.asked_at as "askedAt", p.due_at as "dueAt", p.due_on as "dueOn",
         coalesce(p.due_at < now() or p.due_on < (now() at time zone o.time_zone)::date, false) as late, p.own,
         (select count(*)::int from line where not own) as total,
         k.id as "clientId", case when ${within('client:read', 'k', 'id')} then k.sealed end as "clientSealed", k.seal_version as "clientSealVersion",
         s.id as "workerId", s.sealed as "workerSealed", s.seal_version as "workerSealVersion"
    from (select *, array_position('{${approvalKind.codes.join(',')}}'::text[], kind) as place from line
           order by own, place, coalesce(due_at, due_on::timestamptz, asked_at), id limit 100) p
         join office o on o.id = p.office_id left join case_file c on c.id = p.case_id left join client k on k.id = p.client_id
         left join staff_member s on s.id = p.asked_by
   order by p.own, p.place, coalesce(p.due_at, p.due_on::timestamptz, p.asked_at), p.id`,
};
const COUNT = {
  name: 'approvals.count',
  onePlan: true as const,
  text: `select count(*)::int as total from (${WAITING}) line where not own and ($${3 + WORDS.indexOf('client:read') * REACH_PARAMETERS}::uuid[],
    $${4 + WORDS.indexOf('client:read') * REACH_PARAMETERS}::uuid, $${5 + WORDS.indexOf('client:read') * REACH_PARAMETERS}::text[],
    $${6 + WORDS.indexOf('client:read') * REACH_PARAMETERS}::text) is not null`,
};

/** What waits for a second person, over the tables of several capabilities, each within the reach of the word that decides. Reads only. */
@Injectable()
export class ApprovalRecords {
  async list(): Promise<ApprovalRow[]> {
    const rows = await currentWork().rows<ApprovalRow>(LIST, values());
    currentLine().returned(
      'approval',
      rows.map(({ id }) => id),
    );
    return rows;
  }

  async count(): Promise<number> {
    return (await currentWork().row<{ total: number }>(COUNT, values()))?.total ?? 0;
  }
}

function values(): unknown[] {
  const open = !['DECLARED', 'UPHELD'].includes(currentActor().tie);
  const admits = open && hasWord('enquiry:admit') ? currentReach('enquiry:admit').offices : [];
  return [currentActor().staffId, admits, ...WORDS.flatMap(reachValuesOrNone)];
}
