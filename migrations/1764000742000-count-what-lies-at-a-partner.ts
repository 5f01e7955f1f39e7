import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How much lies at a partner now, over every office, for coordinators (R-RE-10): numbers, and of nobody which. */
export class CountWhatLiesAtAPartner1764000742000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function app.lent_to_partner(p_partner uuid) returns table (packages integer, opened integer, people integer, referrals integer)
      language sql stable security definer set search_path = public, pg_temp as $$
        select count(*)::integer, count(k.opened_at)::integer, count(distinct k.client_id)::integer, count(distinct k.referral_id)::integer
          from referral r join referral_package k on k.referral_id = r.id
         where r.org_id = app.org_id() and r.partner_id = p_partner and r.sent_at is not null and r.ended_at is null
           and k.ended_at is null and k.expires_at > now()
           and app.partner_id() is null and app.setting('member') is not null and app.has_role('COORDINATOR') $$;
      revoke all on function app.lent_to_partner(uuid) from public;
      grant execute on function app.lent_to_partner(uuid) to panah_app;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function app.lent_to_partner(uuid)');
  }
}
