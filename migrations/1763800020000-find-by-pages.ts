import type { MigrationInterface, QueryRunner } from 'typeorm';
import { close, inOrg } from './support/walls';

/**
 * Names are found by pages (decision 0010): each word that occurs lies sealed on pages with tokens drawn by chance, and who bears
 * it is noted under one of them. What was noted by reckoned tokens is given up; the app notes the names anew when it starts,
 * office by office, since only the app can open them.
 */
export class FindByPages1763800020000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(PAGES);
    await db.query(DUE);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}

const PAGES = `
create table name_word (
  token bytea not null,
  org_id uuid not null,
  office_id uuid not null,
  sealed bytea not null,
  -- by this each process reads what others have committed since it read last
  written_in xid8 not null default pg_current_xact_id(),
  constraint name_word_once primary key (token),
  constraint name_word_office foreign key (office_id) references office (id)
);
create index name_word_fresh on name_word (org_id, written_in);
${close('name_word')}
create policy name_word_wall on name_word to panah_app using (${inOrg}) with check (${inOrg});
create policy name_word_jobs on name_word for select to panah_jobs using (true);
grant select, insert on name_word to panah_app;
grant select on name_word to panah_jobs;
`;

const DUE = `
create table name_index_due (
  office_id uuid not null,
  org_id uuid not null,
  since timestamptz not null default now(),
  constraint name_index_due_once primary key (office_id),
  constraint name_index_due_office foreign key (office_id) references office (id)
);
${close('name_index_due')}
create policy name_index_due_jobs on name_index_due to panah_jobs using (true) with check (true);
grant select, delete, update (since) on name_index_due to panah_jobs;
insert into name_index_due (office_id, org_id)
  select id, org_id from office o where exists (select from client where office_id = o.id) or exists (select from enquiry where office_id = o.id);

create temporary table document_token on commit drop as
  select org_id, office_id, client_id, source_id, token from name_token where kind = 'DOCUMENT';
truncate name_token, enquiry_name_token;
alter table name_token drop column kind;
alter table enquiry_name_token drop column kind;
insert into name_token (org_id, office_id, client_id, source_id, token) select * from document_token;
`;
