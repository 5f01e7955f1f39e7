import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clientWall, close, inOrg } from './support/walls';

/** Lines of a client's file. All a person said is sealed; a line taken away is kept with who did it. */
const PARTS = [
  'person_name',
  'organisational_name',
  'contact_point',
  'safe_contact_plan',
  'duress_word',
  'residence',
  'identity_document',
  'dependant',
];
const ONE_A_CLIENT = ['safe_contact_plan', 'duress_word'];

const part = (table: string): string => `
create table ${table} (
  id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  client_id uuid not null,
  sealed bytea not null,
  seal_version integer not null default 1,
  version integer not null default 1,
  created_at timestamptz not null default clock_timestamp(),
  created_by uuid not null,
  removed_at timestamptz,
  removed_by uuid,
  constraint ${table}_client foreign key (org_id, client_id) references client (org_id, id),
  constraint ${table}_office foreign key (org_id, office_id) references office (org_id, id),
  constraint ${table}_removed_whole check ((removed_at is null) = (removed_by is null))
);
create ${ONE_A_CLIENT.includes(table) ? `unique index ${table}_one_a_client` : `index ${table}_of_client`} on ${table} (client_id) where removed_at is null;
${clientWall(table)}
grant select, insert, update on ${table} to panah_app;
`;

const SEARCH = `
alter table client add column safe_contact_review_on date;

-- Found by keyed tokens of name keys (Annex A); no name stands here. Removing a name removes its tokens.
create table name_token (
  org_id uuid not null,
  office_id uuid not null,
  client_id uuid not null,
  source_id uuid not null,
  kind text not null,
  token bytea not null,
  constraint name_token_once primary key (client_id, token, source_id),
  constraint name_token_client foreign key (org_id, client_id) references client (org_id, id),
  constraint name_token_kind check (kind in ('FORM','KEY','START','WHOLE','PSEUDONYM','DOCUMENT'))
);
create index name_token_found on name_token (token, client_id);
create index name_token_of_source on name_token (source_id);
${clientWall('name_token')}
grant select, insert, delete on name_token to panah_app;
-- the job that looks for duplicates out of reach compares tokens and reads no name (R-ID-07)
create policy name_token_jobs on name_token for select to panah_jobs using (true);
grant select on name_token to panah_jobs;

-- R-AC-03: ten openings of a location an hour; each one counts, whoever the client is
create table location_reveal (
  id uuid primary key,
  org_id uuid not null,
  staff_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  constraint location_reveal_staff foreign key (org_id, staff_id) references staff_member (org_id, id)
);
create index location_reveal_of_staff on location_reveal (staff_id, at);
${close('location_reveal')}
create policy location_reveal_wall on location_reveal to panah_app
  using (${inOrg} and staff_id = (select app.staff_id())) with check (${inOrg} and staff_id = (select app.staff_id()));
grant select, insert on location_reveal to panah_app;
`;

export class KeepWhatClientsTold1763700300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of PARTS) await db.query(part(table));
    await db.query(SEARCH);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table client drop column safe_contact_review_on; drop table name_token, location_reveal');
    for (const table of PARTS) await db.query(`drop table ${table}`);
  }
}
