import { Injectable } from '@nestjs/common';
import {
  CHECK_IN_DAYS,
  ENDING_SUMMARY_DAYS,
  REVIEW_AFTER_SESSIONS,
  UNSIGNED_LEAD_DAYS,
  UNSIGNED_WARNING_HOURS,
} from '@panah/domain/counselling/counselling.rules';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { Sealer } from '../platform/sealing/sealer';
import { COUNSELLING_PARAMETERS, counsellingValues, ledOffices, withinCounselling } from './counselling-reach';
import { episodePlace, type EpisodeRow, type EpisodeSecrets } from './episode';

export type DeskPart = 'mine' | 'requests' | 'waiting' | 'others';

export interface DeskLine extends EpisodeRow {
  part: DeskPart;
  nextSessionAt: Date | null;
  /** The file opens to the reader. */
  opens: boolean;
  question: string | null;
}

export interface DueLine extends Record<string, unknown> {
  kind: string;
  id: string;
  episodeId: string | null;
  caseRef: string | null;
  personId: string | null;
  due: Date;
}

/** Of what is due: $1 the reader, $2 the offices they lead. */
const LED = '$2::uuid[]';
const ME = '$1::uuid';
const OPEN = `e.state not in ('ENDED', 'DECLINED')`;
const LINES = {
  name: 'counselling.desk',
  text: `select e.id, e.client_id as "clientId", e.office_id as "officeId", e.case_id as "caseId", e.case_ref as "caseRef", e.language, e.urgency, e.service, e.state,
      case when e.state = 'WAITLIST' then e.waiting_since else e.state_since end as "stateSince", e.counsellor_id as "counsellorId", e.sealed, e.seal_version as "sealVersion",
      (select min(s.at) from counselling_session s where s.episode_id = e.id and s.status = 'SCHEDULED') as "nextSessionAt",
      exists (select from app.counselling_place p where p.whose = e.client_id) as opens,
      case when e.state in ('REFERRED', 'TRIAGED') then 'requests' when e.state = 'WAITLIST' then 'waiting' when e.counsellor_id = ${ME} then 'mine' else 'others' end as part
    from counselling_episode e where ${OPEN} and ${withinCounselling('e', 2)}
     and (e.counsellor_id is null or e.counsellor_id = ${ME} or e.office_id = any($${1 + COUNSELLING_PARAMETERS}::uuid[]))
   order by (e.urgency = 'URGENT') desc nulls last, case when e.state = 'WAITLIST' then e.waiting_since else e.requested_at end, e.id limit 300`,
};
const own = `e.counsellor_id = ${ME}`;
const led = `e.office_id = any(${LED}) and not (e.client_id = any((select app.blocked())::uuid[]))`;
const day = (column: string): string => `(${column}::timestamp at time zone o.time_zone)`;
const consented = `exists (select from consent c cross join lateral (select v.state, v.expires_at from consent_event v where v.consent_id = c.id order by v.seq desc limit 1) s
  where c.client_id = e.client_id and c.purpose = 'C07_COUNSELLING' and s.state = 'ACTIVE' and (s.expires_at is null or s.expires_at > now()))`;
const line = (kind: string, due: string, where: string, id = 'e.id', person = 'e.counsellor_id', from = 'counselling_episode e'): string =>
  `select '${kind}' as kind, ${id} as id, e.id as "episodeId", e.case_ref as "caseRef", ${person} as "personId", ${due} as due from ${from} join office o on o.id = e.office_id where ${where}`;
const NOTES = `clinical_note n join counselling_episode e on e.id = n.episode_id`;
/**
 * What has a clock: an urgent request (24 hours), check-ins of those who wait (30 days), the first session, sessions, reviews (90 days or 6 sessions), notes
 * that wait for a signature (R-CN-04), ending summaries (14 days), and a talk where the consent no longer holds (model 3.4, 3.13). What is private has no clock.
 */
const DUE = {
  name: 'counselling.due',
  text: `select * from (
    ${line('TRIAGE', `e.requested_at + interval '1 day'`, `e.state = 'REFERRED' and (${led})`)}
    union all ${line(
      'URGENT_CONTACT',
      `e.triaged_at + interval '24 hours'`,
      `e.state in ('TRIAGED', 'WAITLIST', 'ASSESSMENT') and e.urgency = 'URGENT' and (${own} or e.triaged_by = ${ME} or (${led}))
        and not exists (select from counselling_contact k where k.episode_id = e.id and k.kind = 'CHECK_IN' and k.at >= e.triaged_at)
        and not exists (select from counselling_session s where s.episode_id = e.id and s.status in ('ATTENDED', 'CUT_SHORT'))`,
    )}
    union all ${line(
      'CHECK_IN',
      `coalesce((select max(k.at) from counselling_contact k where k.episode_id = e.id and k.kind = 'CHECK_IN' and k.at >= e.waiting_since), e.waiting_since) + interval '${CHECK_IN_DAYS} days'`,
      `e.state = 'WAITLIST' and (${led})`,
    )}
    union all ${line(
      'FIRST_SESSION',
      `e.allocated_at + interval '7 days'`,
      `e.state = 'ASSESSMENT' and ${own} and not exists (select from counselling_session s where s.episode_id = e.id and s.status in ('SCHEDULED', 'ATTENDED', 'CUT_SHORT'))`,
    )}
    union all ${line('SESSION', 's.at', `s.status = 'SCHEDULED' and s.counsellor_id = ${ME} and ${OPEN}`, 's.id', 'e.counsellor_id', 'counselling_session s join counselling_episode e on e.id = s.episode_id')}
    union all ${line('REVIEW', day('e.review_on'), `e.state in ('ACTIVE', 'PAUSED') and e.review_on is not null and ${own}`)}
    union all ${line(
      'REVIEW',
      'now()',
      `e.state = 'ACTIVE' and ${own} and (select count(*) from counselling_session s where s.episode_id = e.id and s.status = 'ATTENDED' and s.at >= e.state_since) >= ${REVIEW_AFTER_SESSIONS}
        and ${day('e.review_on')} > now() and e.review_on > (e.state_since at time zone o.time_zone)::date + 89`,
    )}
    union all ${line('UNSIGNED', `n.written_at + interval '${UNSIGNED_WARNING_HOURS} hours'`, `n.state = 'DRAFT' and n.author_id = ${ME}`, 'n.id', 'n.author_id', NOTES)}
    union all ${line(
      'UNSIGNED_LEAD',
      `n.written_at + interval '${UNSIGNED_LEAD_DAYS} days'`,
      `n.state = 'DRAFT' and n.author_id <> ${ME} and n.written_at < now() - interval '${UNSIGNED_LEAD_DAYS} days' and (${led})`,
      'n.id',
      'n.author_id',
      NOTES,
    )}
    union all ${line(
      'ENDING_SUMMARY',
      day('e.ending_due'),
      `e.state = 'ENDED' and ${own} and e.ending_due is not null and e.ended_at > now() - interval '${ENDING_SUMMARY_DAYS * 7} days'
        and not exists (select from clinical_note n where n.episode_id = e.id and n.type = 'ENDING' and n.state = 'SIGNED')`,
    )}
    union all ${line('CONSENT_TALK', 'now()', `e.state in ('ASSESSMENT', 'ACTIVE', 'ENDING') and ${own} and exists (select from app.counselling_place p where p.whose = e.client_id) and not ${consented}`)}
  ) d order by due, id limit 200`,
};
const OFFICES = { name: 'counselling.offices', text: 'select o.id, o.name from office o where o.id = any($1::uuid[]) order by o.name' };

/** What the counsellors' page shows: references, languages, urgency; of nobody a name. */
@Injectable()
export class DeskRecords {
  constructor(private readonly sealer: Sealer) {}

  async lines(): Promise<DeskLine[]> {
    const rows = await currentWork().rows<DeskLine>(LINES, [currentActor().staffId, ...counsellingValues('counselling:work')]);
    const asked = rows.filter(({ part }) => part === 'requests' || part === 'waiting');
    const secrets = await this.sealer.openMany<EpisodeSecrets>(asked.map((row) => ({ place: episodePlace(row), sealed: row.sealed })));
    const questionOf = new Map(asked.map(({ id }, at) => [id, secrets[at]?.question ?? null]));
    currentLine().returned(
      'counselling',
      rows.map(({ id }) => id),
    );
    return rows.map((row) => ({ ...row, question: questionOf.get(row.id) ?? null }));
  }

  async due(): Promise<DueLine[]> {
    return currentWork().rows<DueLine>(DUE, [currentActor().staffId, ledOffices()]);
  }

  async offices(): Promise<{ id: string; name: string }[]> {
    const ids = currentActor().roles.flatMap(({ officeId }) => officeId ?? []);
    return currentWork().rows<{ id: string; name: string }>(OFFICES, [ids]);
  }
}
