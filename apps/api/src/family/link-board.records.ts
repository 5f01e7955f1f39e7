import { Injectable } from '@nestjs/common';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { cursorAfter, exactly, readCursor } from '../platform/http/keyset';
import type { FamilyLink } from './link.entity';
import { linkReachValues, withinLinkReach } from './link-reach';

export type BoardRow = Pick<FamilyLink, 'id' | 'wishId' | 'relatedPersonId' | 'state' | 'stateBefore' | 'lastStepAt' | 'version'> & {
  due: { what: string; at: string } | null;
};

export interface BoardPage {
  rows: BoardRow[];
  next: string | null;
  total: number;
  byState: Record<string, number>;
}

/** What is due soonest on a link: derived from its dates, and raised as nobody's task (decision 0018). */
const DUE = `select jsonb_build_object('what', d.what, 'at', d.at) as due from (
    select 'CHECK_IN' as what, min(k.check_in_due) as at from family_contact k where k.link_id = l.id and k.called_off_at is null and (k.client_effect is null or k.relative_effect is null)
    union all select 'APPROVAL_LAPSES', l.approved_at + interval '60 days' where l.state = 'APPROACH_APPROVED'
    union all select 'COOLING_OVER', l.cooling_until where l.state = 'DIRECT' and l.cooling_until > now()) d
  where d.at is not null order by d.at limit 1`;
const BOARD = {
  name: 'family-link.board',
  text: `with own as materialized (select l.* from family_link l where ${withinLinkReach('l', 1)} and l.state <> 'DRAFT'),
      counted as (select coalesce(jsonb_object_agg(state, n), '{}') as "byState", coalesce(sum(n) filter (where $3::text is null or state = $3), 0)::int as total
        from (select state, count(*)::int as n from own group by state) s),
      page as (select l.id, l.wish_id as "wishId", l.related_person_id as "relatedPersonId", l.state, l.state_before as "stateBefore", l.last_step_at as "lastStepAt", l.version,
          ${exactly('l.last_step_at')} as at, (${DUE}) as due
        from own l where ($3::text is null or l.state = $3) and ($4::timestamptz is null or (l.last_step_at, l.id) < ($4, $5::uuid))
        order by l.last_step_at desc, l.id desc limit $6)
    select c."byState", c.total, p.* from counted c left join page p on true order by p.at desc nulls last, p.id desc`,
};

/** The officers' board: the links on which one works, what moved last first. One round trip. */
@Injectable()
export class LinkBoardRecords {
  async page({ state, limit = 50, cursor }: { state?: string; limit?: number; cursor?: string }): Promise<BoardPage> {
    const [at, id] = readCursor(cursor, 2) ?? [null, null];
    const values = [...linkReachValues('family-link:list'), state ?? null, at, id, limit + 1];
    const found = await currentWork().rows<
      BoardRow & { at: string; byState: Record<string, number>; total: number } & Record<string, unknown>
    >(BOARD, values);
    const all = found.filter((row) => row.id !== null);
    const rows = all.slice(0, limit);
    const last = rows.at(-1);
    currentLine().returned(
      'family-link',
      rows.map((row) => row.id),
    );
    return {
      rows,
      next: all.length > limit && last ? cursorAfter([last.at, last.id]) : null,
      total: found[0]?.total ?? 0,
      byState: found[0]?.byState ?? {},
    };
  }
}
