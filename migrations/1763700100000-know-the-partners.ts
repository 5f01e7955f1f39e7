import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Partner associations: what they do, where, under which agreement. People's names at a partner are sealed. */
export class KnowThePartners1763700100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table partner (
        id uuid primary key,
        org_id uuid not null references org (id),
        state text not null,
        name text not null,
        type text not null,
        country text not null,
        services text[] not null default '{}',
        languages text[] not null default '{}',
        agreement_signed_on date,
        agreement_valid_to date,
        transfer_mechanism text,
        security_checked_on date,
        sealed bytea not null,
        seal_version integer not null default 1,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        created_by uuid,
        constraint partner_once unique (org_id, id),
        constraint partner_state check (state in ('PROSPECT','ACTIVE','SUSPENDED','ENDED')),
        constraint partner_agreement_order check (agreement_valid_to >= agreement_signed_on),
        -- R-RE-01: nothing goes to a partner without agreement, lawful route and security check
        constraint partner_active_whole check (state <> 'ACTIVE' or (
          agreement_signed_on is not null and agreement_valid_to is not null and transfer_mechanism is not null and security_checked_on is not null))
      );
      create index partner_of_org on partner (org_id, name, id);
      alter table partner enable row level security;
      alter table partner force row level security;
      create policy partner_owner on partner to panah_owner using (true) with check (true);
      create policy partner_wall on partner to panah_app
        using (org_id = (select app.org_id()) and (select app.partner_id()) is null)
        with check (org_id = (select app.org_id()) and (select app.partner_id()) is null);
      grant select, insert, update on partner to panah_app;
      -- steps of what hangs on no office and no client (a partner): for the organisation's own people
      alter table process_step alter column office_id drop not null;
      create policy process_step_org on process_step to panah_app
        using (org_id = (select app.org_id()) and office_id is null and client_id is null and (select app.partner_id()) is null)
        with check (org_id = (select app.org_id()) and office_id is null and client_id is null and (select app.partner_id()) is null);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop policy process_step_org on process_step; drop table partner');
  }
}
