import {
  CHECK_IN_DAYS,
  ENDING_SUMMARY_DAYS,
  FIRST_SESSION_DAYS,
  REVIEW_AFTER_DAYS,
  REVIEW_AFTER_SESSIONS,
} from '@panah/domain/counselling/counselling.rules';

/** One clock of an episode `e` in its office `o`, as SQL: when it strikes, and whether it runs at all. */
export interface Clock {
  due: string;
  runs: string;
}

export const NOT_OVER = `e.state not in ('ENDED', 'DECLINED')`;
const day = (column: string): string => `(${column}::timestamp at time zone o.time_zone)`;
const checkIn = (since: string): string => `counselling_contact k where k.episode_id = e.id and k.kind = 'CHECK_IN' and k.at >= ${since}`;
const session = (statuses: string): string =>
  `exists (select from counselling_session s where s.episode_id = e.id and s.status in (${statuses}))`;
const attended = `counselling_session s where s.episode_id = e.id and s.status = 'ATTENDED' and s.at >= e.state_since`;

/**
 * The clocks of model 3.4 and 3.13, once for the counsellors' page and once for the days of whoever has to act: a request (24 hours), an urgent one after
 * triage (24 hours), a check-in with whoever waits, the first session, a review by its day or by the number of sessions, an ending summary.
 * @param now SQL for the moment
 */
export const counsellingClocks = (now: string) =>
  ({
    TRIAGE: { due: `e.requested_at + interval '1 day'`, runs: `e.state = 'REFERRED'` },
    URGENT_CONTACT: {
      due: `e.triaged_at + interval '24 hours'`,
      runs: `e.state in ('TRIAGED', 'WAITLIST', 'ASSESSMENT') and e.urgency = 'URGENT'
        and not exists (select from ${checkIn('e.triaged_at')}) and not ${session(`'ATTENDED', 'CUT_SHORT'`)}`,
    },
    CHECK_IN: {
      due: `coalesce((select max(k.at) from ${checkIn('e.waiting_since')}), e.waiting_since) + interval '${CHECK_IN_DAYS} days'`,
      runs: `e.state = 'WAITLIST'`,
    },
    FIRST_SESSION: {
      due: `e.allocated_at + interval '${FIRST_SESSION_DAYS} days'`,
      runs: `e.state = 'ASSESSMENT' and not ${session(`'SCHEDULED', 'ATTENDED', 'CUT_SHORT'`)}`,
    },
    REVIEW: { due: day('e.review_on'), runs: `e.state in ('ACTIVE', 'PAUSED') and e.review_on is not null` },
    REVIEW_BY_SESSIONS: {
      due: `(select s.at from ${attended} order by s.at offset ${REVIEW_AFTER_SESSIONS - 1} limit 1)`,
      runs: `e.state = 'ACTIVE' and (select count(*) from ${attended}) >= ${REVIEW_AFTER_SESSIONS} and ${day('e.review_on')} > ${now}
        and e.review_on > (e.state_since at time zone o.time_zone)::date + ${REVIEW_AFTER_DAYS - 1}`,
    },
    ENDING_SUMMARY: {
      due: day('e.ending_due'),
      runs: `e.state = 'ENDED' and e.ending_due is not null and e.ended_at > ${now} - interval '${ENDING_SUMMARY_DAYS * 7} days'
        and not exists (select from clinical_note n where n.episode_id = e.id and n.type = 'ENDING' and n.state = 'SIGNED')`,
    },
  }) as const satisfies Readonly<Record<string, Clock>>;

/** SQL: that no consent to be counselled holds now; one to handing notes on is none. */
export const unconsented = (now: string): string =>
  `not exists (select from consent c cross join lateral (select v.state, v.expires_at from consent_event v where v.consent_id = c.id order by v.seq desc limit 1) s
    where c.client_id = e.client_id and c.purpose = 'C07_COUNSELLING' and 'COUNSELLING' = any(c.scope) and s.state = 'ACTIVE' and (s.expires_at is null or s.expires_at > ${now}))`;
