import type { MigrationInterface, QueryRunner } from 'typeorm';
import { close, inOrg } from './support/walls';

/**
 * Mails that tell somebody outside to sign in. A row is written in the transaction of the act that gives them a reason to; it says to whom,
 * and nothing about what. One that waits is enough, however much there is to see.
 */
export class WriteMails1764000300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(OUTBOX);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}

const ofTheHouse = `${inOrg} and (select app.partner_id()) is null`;

const OUTBOX = `
create table mail_outbox (
  id uuid primary key,
  org_id uuid not null,
  to_staff uuid not null,
  written_at timestamptz not null default now(),
  attempts integer not null default 0,
  next_at timestamptz not null default now(),
  ended_at timestamptz,
  outcome text,
  last_error text,
  constraint mail_outbox_reader foreign key (org_id, to_staff) references staff_member (org_id, id),
  constraint mail_outbox_outcome check (outcome in ('SENT','NO_ADDRESS','REFUSED','GIVEN_UP')),
  constraint mail_outbox_ended check ((ended_at is null) = (outcome is null)),
  constraint mail_outbox_attempts check (attempts >= 0),
  -- a code, never the words of a mail server: they name the address
  constraint mail_outbox_error check (last_error ~ '^[A-Z0-9_]{1,40}$')
);
create unique index mail_outbox_one_waits on mail_outbox (to_staff) where ended_at is null;
create index mail_outbox_due on mail_outbox (next_at) where ended_at is null;

${close('mail_outbox')}
create policy mail_outbox_wall on mail_outbox to panah_app using (${ofTheHouse}) with check (${ofTheHouse});
create policy mail_outbox_jobs on mail_outbox for select to panah_jobs using (true);
grant select, insert on mail_outbox to panah_app;
grant update (attempts, next_at, ended_at, outcome, last_error) on mail_outbox to panah_app;
grant select (id, org_id, next_at, ended_at) on mail_outbox to panah_jobs;
`;
