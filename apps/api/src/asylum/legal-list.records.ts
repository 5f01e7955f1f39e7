import { Injectable } from '@nestjs/common';
import type { ClaimListQuery, DeadlineListQuery } from '@panah/contracts/legal-deadlines.contract';
import type { PermitListQuery } from '@panah/contracts/permits.contract';
import type { Reckoning } from '@panah/domain/asylum/legal-deadline';
import type { PermitType } from '@panah/domain/vocabulary/legal-deadlines';
import { REACH_PARAMETERS, reachValues, reachValuesOrNone, withinReach, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { cursorAfter, readCursor } from '../platform/http/keyset';

interface Line extends Record<string, unknown> {
  id: string;
  caseId: string;
  caseRef: string;
  clientId: string;
  clientSealed: Buffer | null;
  clientSealVersion: number;
  total: number;
}

export interface DeadlineLine extends Line {
  type: string;
  country: string;
  state: string;
  dueOn: string | null;
  internalDueOn: string | null;
  gap: string | null;
  timeZone: string;
  sortOn: string;
  reckoning: Reckoning;
}

export interface ClaimLine extends Line {
  country: string;
  procedureType: string;
  state: string;
  since: string;
  represented: boolean;
}

export interface PermitLine extends Line {
  type: PermitType;
  country: string;
  validTo: string | null;
  unlimited: boolean;
  renewalLodgedOn: string | null;
  successorId: string | null;
  withdrawnOn: string | null;
  officeZone: string;
  sortOn: string;
}

export interface Page<One> {
  rows: One[];
  total: number;
  next: string | null;
}

/** Whose it is, as far as the reader may open the person. */
const WHOSE = (alias: string, first: number): string =>
  `f.case_ref as "caseRef", ${alias}.client_id as "clientId", k.sealed as "clientSealed", k.seal_version as "clientSealVersion"
     from page ${alias} join case_file f on f.id = ${alias}.case_id left join client k on k.id = ${alias}.client_id and ${withinReachOfOne('k', 'id', first)}`;
const ENDLESS = `'9999-12-31'`;

const DEADLINES = {
  name: 'legal-list.deadlines',
  text: `with found as materialized (select d.* , coalesce(d.due_on, '0001-01-01'::date) as sort_on from legal_deadline d
           where ($1::text is null or d.state = $1) and ($2::text is null or d.type = $2) and ($3::text is null or d.country = $3)
             and ($4::date is null or d.due_on >= $4 or d.due_on is null and d.state = 'OPEN') and ($5::date is null or d.due_on <= $5 or d.due_on is null and d.state = 'OPEN')
             and ${withinReach('d', 'client_id', 9)}),
         page as (select * from found where $6::date is null or (sort_on, id) > ($6, $7::uuid) order by sort_on, id limit $8)
         select d.id, d.case_id as "caseId", d.type, d.country, d.state, d.due_on as "dueOn", d.internal_due_on as "internalDueOn", d.gap, d.time_zone as "timeZone", d.sort_on as "sortOn",
                (select r.reckoning from deadline_reckoning r where r.deadline_id = d.id order by r.reckoned_at desc, r.id desc limit 1) as reckoning,
                (select count(*)::int from found) as total, ${WHOSE('d', 9 + REACH_PARAMETERS)} order by d.sort_on, d.id`,
};
const REPRESENTED = `exists (select from legal_representation r where r.client_id = c.client_id and (r.claim_id is null or r.claim_id = c.id) and r.from_on <= d.today
  and (r.to_on is null or r.to_on >= d.today))`;
const CLAIMS = {
  name: 'legal-list.claims',
  text: `with found as materialized (select c.*, ${REPRESENTED} as represented from protection_claim c join (select id, (now() at time zone time_zone)::date as today from office) d on d.id = c.office_id
           where ($1::text is null and c.ended_on is null or c.state = $1) and ($2::text is null or c.country = $2) and ($3::boolean is null or ${REPRESENTED} = $3)
             and ${withinReach('c', 'client_id', 7)}),
         page as (select * from found where $4::date is null or (state_since, id) > ($4, $5::uuid) order by state_since, id limit $6)
         select c.id, c.case_id as "caseId", c.country, c.procedure_type as "procedureType", c.state, c.state_since as since, c.represented,
                (select count(*)::int from found) as total, ${WHOSE('c', 7 + REACH_PARAMETERS)} order by c.state_since, c.id`,
};
const TODAY = `(now() at time zone o.time_zone)::date`;
const QUIET = `p.unlimited or p.renewal_lodged_on is not null or p.successor_id is not null or p.withdrawn_on is not null`;
const STATE = `case when p.withdrawn_on <= ${TODAY} then 'WITHDRAWN' when p.successor_id is not null then 'SUCCEEDED' when p.unlimited then 'VALID' when p.valid_to is null then null
  when p.renewal_lodged_on is not null then 'RENEWAL_LODGED' when p.valid_to < ${TODAY} then 'EXPIRED' when p.valid_to - 90 <= ${TODAY} then 'EXPIRING' else 'VALID' end`;
const BAND = `case when ${QUIET} or p.valid_to is null then null when p.valid_to < ${TODAY} then 'OVER' when p.valid_to - ${TODAY} <= 7 then 'D0_7' when p.valid_to - ${TODAY} <= 30 then 'D8_30'
  when p.valid_to - ${TODAY} <= 90 then 'D31_90' when p.valid_to - ${TODAY} <= 180 then 'D91_180' end`;
const PERMITS = {
  name: 'legal-list.permits',
  text: `with found as materialized (select p.*, o.time_zone, coalesce(p.valid_to, ${ENDLESS}::date) as sort_on from permit p join office o on o.id = p.office_id
           where ($1::text is null or ${STATE} = $1) and ($2::text is null or ${BAND} = $2) and ${withinReach('p', 'client_id', 6)}),
         page as (select * from found where $3::date is null or (sort_on, id) > ($3, $4::uuid) order by sort_on, id limit $5)
         select p.id, p.case_id as "caseId", p.type, p.country, p.valid_to as "validTo", p.unlimited, p.renewal_lodged_on as "renewalLodgedOn", p.successor_id as "successorId",
                p.withdrawn_on as "withdrawnOn", p.time_zone as "officeZone", p.sort_on as "sortOn", (select count(*)::int from found) as total,
                ${WHOSE('p', 6 + REACH_PARAMETERS)} order by p.sort_on, p.id`,
};

/** What a legal adviser has before them: deadlines, claims, permits, over all files in reach. Reads only. */
@Injectable()
export class LegalListRecords {
  async deadlines({ state, type, country, from, to, limit = 50, cursor }: DeadlineListQuery): Promise<Page<DeadlineLine>> {
    const [after, id] = readCursor(cursor, 2) ?? [null, null];
    const asked = [state ?? null, type ?? null, country ?? null, from ?? null, to ?? null, after, id, limit + 1];
    return this.page<DeadlineLine>(DEADLINES, 'deadline:read', 'legal_deadline', asked, limit, ({ sortOn }) => sortOn);
  }

  /** Open ones unless a state is asked for; the longest in their state first. */
  async claims({ state, country, represented, limit = 50, cursor }: ClaimListQuery): Promise<Page<ClaimLine>> {
    const [after, id] = readCursor(cursor, 2) ?? [null, null];
    const asked = [state ?? null, country ?? null, represented === undefined ? null : represented === 'YES', after, id, limit + 1];
    return this.page<ClaimLine>(CLAIMS, 'claim:read', 'protection_claim', asked, limit, ({ since }) => since);
  }

  async permits({ state, ends, limit = 50, cursor }: PermitListQuery): Promise<Page<PermitLine>> {
    const [after, id] = readCursor(cursor, 2) ?? [null, null];
    return this.page<PermitLine>(
      PERMITS,
      'permit:read',
      'permit',
      [state ?? null, ends ?? null, after, id, limit + 1],
      limit,
      ({ sortOn }) => sortOn,
    );
  }

  private async page<One extends Line>(
    statement: { name: string; text: string },
    word: 'deadline:read' | 'claim:read' | 'permit:read',
    type: string,
    asked: unknown[],
    limit: number,
    sorted: (row: One) => string,
  ): Promise<Page<One>> {
    const rows = await currentWork().rows<One>(statement, [...asked, ...reachValues(word), ...reachValuesOrNone('client:read')]);
    const shown = rows.slice(0, limit);
    currentLine().returned(
      type,
      shown.map(({ id }) => id),
    );
    if (shown.length) currentLine().opened('CLAIMS');
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return { rows: shown, total: rows[0]?.total ?? 0, next: last ? cursorAfter([sorted(last), last.id]) : null };
  }
}
