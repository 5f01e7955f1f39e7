import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the reports of referrals count (P-30 to P-32): for a coordinator what the own offices sent, for a partner what was sent to it, without a word
 * of which it was. A partner also counts what it no longer reads.
 */
export class CountReferrals1764000320000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function app.referral_figures(p_offices uuid[]) returns table (id uuid, case_id uuid, partner_id uuid, urgency text, service text, state text,
        sent_on date, decided_on date, ended_on date, accepted boolean, hours double precision, feedback_at timestamptz)
      language sql stable security definer set search_path = public, pg_temp as $$
        select case when app.partner_id() is null then r.id end, case when app.partner_id() is null then r.case_id end, r.partner_id, r.urgency, r.service, r.state,
               (r.sent_at at time zone o.time_zone)::date, (r.decided_at at time zone o.time_zone)::date, (r.ended_at at time zone o.time_zone)::date,
               r.decided_at is not null and r.state <> 'DECLINED',
               extract(epoch from coalesce(r.decided_at, r.ended_at, now()) - r.sent_at - pause.length)::double precision / 3600, r.feedback_at
          from referral r join office o on o.id = r.office_id
          -- R-RE-05: the first question stops the clock while it is open, 72 hours at most
          cross join lateral (select case when q.at is null then interval '0'
              else least(coalesce(a.at, r.decided_at, r.ended_at, now()) - q.at, interval '72 hours') end as length
            from (select min(at) as at from referral_message where referral_id = r.id and kind = 'QUESTION') q
            left join lateral (select min(m.at) as at from referral_message m where m.referral_id = r.id and m.kind = 'ANSWER' and m.at > q.at) a on true) pause
         where r.org_id = app.org_id() and r.sent_at is not null
           and case when app.partner_id() is null
             then r.office_id = any (p_offices) and r.office_id = any (app.coordinated_offices()) and not coalesce(r.client_id = any (app.blocked()), false)
             else r.partner_id = app.partner_id() and app.setting('member') is not null end $$;
      revoke all on function app.referral_figures(uuid[]) from public;
      grant execute on function app.referral_figures(uuid[]) to panah_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}
