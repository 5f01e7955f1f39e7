import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clientWall, inCoordinatedOffice } from './support/walls';

/**
 * Files as evidence of incidents: sealed under the incident's own key. Evidence is still added and never changed; that somebody took
 * a piece off the list is a row beside it, with who and why. Only what a scanner said of a file moves, once, on the row itself.
 */
export class HangFilesOnIncidents1763800700000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table incident_evidence
        add column kind text,
        add column file_state text,
        add column file_id uuid,
        add column original_id uuid,
        add constraint incident_evidence_once unique (org_id, id),
        add constraint incident_evidence_file foreign key (org_id, file_id) references stored_file (org_id, id),
        add constraint incident_evidence_original foreign key (org_id, original_id) references stored_file (org_id, id),
        add constraint incident_evidence_one_file unique (file_id),
        add constraint incident_evidence_one_original unique (original_id),
        add constraint incident_evidence_kind check (kind in ('PDF', 'JPEG', 'PNG', 'WEBP', 'DOCX', 'ODT', 'TXT', 'MP3', 'M4A')),
        add constraint incident_evidence_file_state check (file_state in ('UNSCANNED', 'QUARANTINED', 'CLEAN', 'INFECTED')),
        -- words alone, or words and a whole file
        add constraint incident_evidence_whole check (num_nonnulls(kind, file_state, file_id) in (0, 3) and (original_id is null or file_id is not null));
      grant update (file_state) on incident_evidence to panah_app;
      create function app.keep_evidence() returns trigger language plpgsql as $$
      begin
        if to_jsonb(new) - 'file_state' is distinct from to_jsonb(old) - 'file_state'
           or old.file_state is null or (old.file_state in ('CLEAN', 'INFECTED') and new.file_state <> old.file_state) then
          raise exception 'evidence is never changed' using errcode = 'check_violation', constraint = 'incident_evidence_stays';
        end if;
        return new;
      end $$;
      create trigger incident_evidence_stays before update on incident_evidence for each row execute function app.keep_evidence();

      create table incident_evidence_removal (
        evidence_id uuid primary key,
        org_id uuid not null,
        office_id uuid not null,
        client_id uuid not null,
        incident_id uuid not null,
        silent boolean not null default false,
        removed_by uuid not null,
        removed_at timestamptz not null default now(),
        sealed bytea not null,
        seal_version integer not null default 1,
        constraint incident_evidence_removal_of foreign key (org_id, evidence_id) references incident_evidence (org_id, id),
        constraint incident_evidence_removal_incident foreign key (org_id, incident_id) references incident (org_id, id),
        constraint incident_evidence_removal_by foreign key (org_id, removed_by) references staff_member (org_id, id)
      );
      create index incident_evidence_removal_of_incident on incident_evidence_removal (incident_id);
      create index incident_evidence_removal_of_client on incident_evidence_removal (client_id);
      ${clientWall('incident_evidence_removal')}
      create policy incident_evidence_removal_silent on incident_evidence_removal as restrictive for select to panah_app
        using (not silent or ${inCoordinatedOffice});
      grant select, insert on incident_evidence_removal to panah_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}
