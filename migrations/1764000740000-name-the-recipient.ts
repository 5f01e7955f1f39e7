import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * For whom a package is sealed, and whether anything may be sent there (R-RE-01): asked at each sealing, also of what a partner's own act brings about,
 * in whose transaction the table of partners is closed.
 */
export class NameTheRecipient1764000740000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function app.recipient(p_partner uuid) returns table (id uuid, name text, status text, agreement_signed_on text, agreement_valid_to text,
        transfer_mechanism text, security_checked_on text)
      language sql stable security definer set search_path = public, pg_temp as $$
        select id, name, state, agreement_signed_on::text, agreement_valid_to::text, transfer_mechanism, security_checked_on::text
          from partner where id = p_partner and org_id = app.org_id() and app.setting('member') is not null
           and coalesce(app.partner_id() = p_partner, true) $$;
      revoke all on function app.recipient(uuid) from public;
      grant execute on function app.recipient(uuid) to panah_app;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function app.recipient(uuid)');
  }
}
