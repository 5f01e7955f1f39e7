import { Injectable } from '@nestjs/common';
import type { LinkDates } from '@panah/domain/family/link-due';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { cursorAfter, exactly, readCursor } from '../platform/http/keyset';
import type { FamilyLink } from './link.entity';
import { linkReachValues, withinLinkReach } from './link-reach';

export type BoardRow = Pick<FamilyLink, 'id' | 'wishId' | 'relatedPersonId' | 'state' | 'stateBefore' | 'lastStepAt' | 'version'> & {
  dates: LinkDates;
};

export interface BoardPage {
  rows: BoardRow[];
  next: string | null;
  total: number;
  byState: Record<string, number>;
}

const ms = (moment: string): string => `(extract(epoch from ${moment}) * 1000)::double precision`;
/** Whoever serves the relative: an officer of their own, or the client's while there is none. */
const RELATIVES_OFFICER = `case when exists (select from family_link_officer f where f.link_id = l.id and f.side = 'RELATIVE' and f.ended_at is null) then 'RELATIVE' else 'CLIENT' end`;
/** The dates from which the rules say what is due; raised as nobody's task (decision 0018). */
const DATES = `jsonb_build_object('state', l.state, 'approvedAt', ${ms('l.approved_at')}, 'approachedAt', ${ms('l.approached_at')}, 'coolingUntil', ${ms('l.cooling_until')},
    'checkInDue', (select ${ms('min(k.check_in_due)')} from family_contact k where k.link_id = l.id and k.called_off_at is null and k.step not in ('PREP_SESSION','FOLLOW_UP')
        and (k.client_effect is null or k.relative_effect is null)),
    'agreedAt', (select ${ms('min(k.planned_at)')} from family_contact k where k.link_id = l.id and k.called_off_at is null and k.planned_at > now()
        and k.step not in ('PREP_SESSION','FOLLOW_UP')),
    'riskAskedAt', (select ${ms('min(s.at)')} from family_link_step s where s.link_id = l.id and (s.event in ('risk_review','harmful') or (s.event = 'pause' and l.pause_reason = 'HARMFUL' and s.at >= l.last_step_at))
        and not exists (select from family_link_step r where r.link_id = l.id and r.event = 'risk_reviewed' and r.at > s.at)),
    'consentEndsAt', (select ${ms('min(e.expires_at)')} from consent c
        cross join lateral (select state, expires_at from consent_event where consent_id = c.id order by seq desc limit 1) e
        where c.related_person_id = l.related_person_id and (c.purpose = 'C22_RELATIVE_DATA' or l.id = any (c.recipients)) and e.state = 'ACTIVE'
          and exists (select from app.own_link own where own.whose = l.id and own.side = ${RELATIVES_OFFICER})),
    'followed', (select jsonb_build_object('from', s.from_state, 'since', (s.at at time zone o.time_zone)::date, 'done', (select count(*) from family_contact k
        where k.link_id = l.id and k.step = 'FOLLOW_UP' and k.called_off_at is null and k.planned_at >= s.at))
      from family_link_step s join office o on o.id = l.office_id where s.link_id = l.id and s.to_state = 'FOLLOW_UP' and s.from_state <> 'FOLLOW_UP' order by s.at desc limit 1),
    'routeDueOn', (select min(r.due_on) from family_route_step r where r.link_id = l.id and r.done_on is null),
    'eraseAfter', (select p.erase_after from related_person p where p.id = l.related_person_id and p.erased_at is null))`;
const BOARD = {
  name: 'family-link.board',
  text: `with own as materialized (select l.* from family_link l where ${withinLinkReach('l', 1)} and l.state <> 'DRAFT'),
      counted as (select coalesce(jsonb_object_agg(state, n), '{}') as "byState", coalesce(sum(n) filter (where $3::text is null or state = $3), 0)::int as total
        from (select state, count(*)::int as n from own group by state) s),
      page as (select l.id, l.wish_id as "wishId", l.related_person_id as "relatedPersonId", l.state, l.state_before as "stateBefore", l.last_step_at as "lastStepAt", l.version,
          ${exactly('l.last_step_at')} as at, ${DATES} as dates
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
