import type { MigrationInterface, QueryRunner } from 'typeorm';
import { close, inCoordinatedOffice, inOrg, notBlocked, onTeamOf } from './support/walls';

/** The team of the client, the coordinators of the office; what hangs on no client is also its keeper's. */
const wall = (keeper: string): string =>
  `${inOrg} and (${inCoordinatedOffice} or ${onTeamOf('client_id')} or (client_id is null and ${keeper} = (select app.staff_id()))) and ${notBlocked('client_id')}`;
const legalOnly = `compartment <> 'legal' or ((select app.has_role('LEGAL')) and ${onTeamOf('client_id')})`;

/**
 * Files, sealed in chunks. A file is written once, whole, and never changed: its row and all its chunks are of one transaction.
 * What it is called, how long it is and its sum are sealed; `subject_id` says under whose key (a client's, an incident's).
 */
export class KeepFiles1763800400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table stored_file (
        id uuid primary key,
        org_id uuid not null,
        office_id uuid not null,
        client_id uuid,
        subject_id uuid not null,
        compartment text not null,
        chunks integer not null,
        stored_by uuid not null,
        stored_at timestamptz not null default now(),
        sealed bytea not null,
        seal_version integer not null default 1,
        constraint stored_file_once unique (org_id, id),
        constraint stored_file_office foreign key (org_id, office_id) references office (org_id, id),
        constraint stored_file_client foreign key (org_id, client_id) references client (org_id, id),
        constraint stored_file_keeper foreign key (org_id, stored_by) references staff_member (org_id, id),
        constraint stored_file_compartment check (compartment in ('file', 'location', 'legal', 'counselling', 'family')),
        constraint stored_file_chunks check (chunks between 1 and 420)
      );
      create index stored_file_of_client on stored_file (client_id);
      create index stored_file_of_subject on stored_file (subject_id);
      ${close('stored_file')}
      create policy stored_file_wall on stored_file to panah_app using (${wall('stored_by')}) with check (${wall('stored_by')});
      create policy stored_file_legal on stored_file as restrictive to panah_app using (${legalOnly});
      grant select, insert on stored_file to panah_app;

      create table stored_chunk (
        file_id uuid not null,
        number integer not null,
        org_id uuid not null,
        office_id uuid not null,
        client_id uuid,
        compartment text not null,
        stored_by uuid not null,
        sealed bytea not null,
        constraint stored_chunk_once primary key (file_id, number),
        -- the chunks come first, while the file is still arriving
        constraint stored_chunk_file foreign key (org_id, file_id) references stored_file (org_id, id) deferrable initially deferred,
        constraint stored_chunk_number check (number between 0 and 419)
      );
      -- sealed bytes do not shrink
      alter table stored_chunk alter column sealed set storage external;
      ${close('stored_chunk')}
      create policy stored_chunk_wall on stored_chunk to panah_app using (${wall('stored_by')}) with check (${wall('stored_by')});
      create policy stored_chunk_legal on stored_chunk as restrictive to panah_app using (${legalOnly});
      grant select, insert on stored_chunk to panah_app;

      -- a file is whole or it is not there
      create function app.whole_file() returns trigger language plpgsql as $$
      begin
        if (select count(*) from stored_chunk c where c.file_id = new.id) <> new.chunks then
          raise exception 'a file is kept whole' using errcode = 'check_violation', constraint = 'stored_file_whole';
        end if;
        return null;
      end $$;
      create constraint trigger stored_file_whole after insert on stored_file deferrable initially deferred
        for each row execute function app.whole_file();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table stored_chunk; drop table stored_file; drop function app.whole_file()');
  }
}
