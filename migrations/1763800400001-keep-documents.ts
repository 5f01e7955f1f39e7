import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clientWall, onTeamOf } from './support/walls';

/** Documents on a case. Whose shelf a document lies on is decided by its type; the legal team's own lie under a key of their own. */
export class KeepDocuments1763800400001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table document (
        id uuid primary key,
        org_id uuid not null,
        office_id uuid not null,
        client_id uuid not null,
        case_id uuid not null,
        added_by uuid not null,
        added_at timestamptz not null default now(),
        type text not null,
        class text not null,
        shelf text not null,
        kind text not null,
        file_state text not null,
        received_on date not null,
        valid_to date,
        translation_of uuid,
        file_id uuid not null,
        original_id uuid,
        sealed bytea not null,
        seal_version integer not null default 1,
        version integer not null default 1,
        constraint document_once unique (org_id, id),
        constraint document_case foreign key (org_id, case_id) references case_file (org_id, id),
        constraint document_client foreign key (org_id, client_id) references client (org_id, id),
        constraint document_keeper foreign key (org_id, added_by) references staff_member (org_id, id),
        constraint document_translated foreign key (org_id, translation_of) references document (org_id, id),
        -- no row without its bytes
        constraint document_file foreign key (org_id, file_id) references stored_file (org_id, id),
        constraint document_original foreign key (org_id, original_id) references stored_file (org_id, id),
        constraint document_one_file unique (file_id),
        constraint document_one_original unique (original_id),
        constraint document_class check (class in ('CONFIDENTIAL', 'RESTRICTED', 'SEALED')),
        constraint document_shelf check (shelf in ('GENERAL', 'IDENTITY', 'LEGAL', 'HEALTH', 'HOUSING', 'FAMILY', 'PRIVILEGED')),
        constraint document_privileged check ((shelf = 'PRIVILEGED') = (class = 'SEALED') and (shelf <> 'PRIVILEGED' or type = 'LEGAL_MANDATE')),
        constraint document_kind check (kind in ('PDF', 'JPEG', 'PNG', 'WEBP', 'DOCX', 'ODT', 'TXT', 'MP3', 'M4A')),
        constraint document_file_state check (file_state in ('UNSCANNED', 'QUARANTINED', 'CLEAN', 'INFECTED')),
        constraint document_days check (valid_to is null or valid_to >= received_on)
      );
      create index document_of_case on document (case_id, added_at desc, id desc);
      create index document_of_client on document (client_id);
      create index document_ends on document (office_id, valid_to) where valid_to is not null;
      ${clientWall('document')}
      create policy document_legal on document as restrictive to panah_app using (
        shelf <> 'PRIVILEGED' or ((select app.has_role('LEGAL')) and ${onTeamOf('client_id')}));
      grant select, insert, update on document to panah_app;

      -- a document keeps its bytes, and what the scanner blocked stays blocked
      create function app.keep_document_bytes() returns trigger language plpgsql as $$
      begin
        if (new.file_id, new.original_id, new.kind, new.client_id, new.case_id, new.added_by, new.added_at)
             is distinct from (old.file_id, old.original_id, old.kind, old.client_id, old.case_id, old.added_by, old.added_at)
           or (old.shelf = 'PRIVILEGED') <> (new.shelf = 'PRIVILEGED')
           or (old.file_state in ('CLEAN', 'INFECTED') and new.file_state <> old.file_state) then
          raise exception 'a document keeps its bytes' using errcode = 'check_violation', constraint = 'document_bytes_stay';
        end if;
        return new;
      end $$;
      create trigger document_bytes_stay before update on document for each row execute function app.keep_document_bytes();

      -- whoever stands on a team with their whole role stands before its documents too
      update case_team set classes = array_append(classes, 'DOCUMENTS')
       where not 'DOCUMENTS' = any (classes) and classes @> array['PERSON', 'CASE', 'CONTACT'];
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table document; drop function app.keep_document_bytes()');
  }
}
