import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A billion references sounds like many, yet among 100,000 drawn by chance about five are drawn twice. Row security hides those of
 * other offices from whoever draws, so the database says which are free: about references just drawn, nothing else.
 */
export class GiveEachCaseItsOwnReference1763701200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function app.free_references(p_drawn text[]) returns setof text
      language sql stable security definer set search_path = public, pg_temp
      as $$ select drawn from unnest(p_drawn) drawn
             where not exists (select from enquiry e where e.case_ref = drawn) and not exists (select from case_file c where c.case_ref = drawn) $$;
      revoke all on function app.free_references(text[]) from public;
      grant execute on function app.free_references(text[]) to panah_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function app.free_references(text[])');
  }
}
