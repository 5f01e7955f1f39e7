import type { MigrationInterface, QueryRunner } from 'typeorm';

/** R-RE-09: what a partner refers to us begins in the office it is told to, as any enquiry does; the partner reads nothing of what is there. */
export class HearPartners1764000220000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- true while somebody of an active partner is asking; the context is the transaction's own and ends with it
      create function app.tell_office(p_office uuid) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        perform from partner p join office o on o.org_id = p.org_id
          where p.id = app.partner_id() and p.state = 'ACTIVE' and o.id = p_office and o.org_id = app.org_id() and app.setting('member') is not null;
        if not found then return false; end if;
        perform set_config('app.enquiry_offices', p_office::text, true);
        return true;
      end $$;
      revoke all on function app.tell_office(uuid) from public;
      grant execute on function app.tell_office(uuid) to panah_app;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function app.tell_office(uuid)');
  }
}
