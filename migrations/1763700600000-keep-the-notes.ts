import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clientWall, inCoordinatedOffice, notBlocked, onTeamOf } from './support/walls';

/**
 * Case notes. What was said, how and for how long is sealed; plain is only what the timeline sorts and the walls compare.
 * `class` and `readers` say who may read, also for a correction, which inherits both from what it corrects.
 */
export class KeepTheNotes1763700600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table case_note (
        id uuid primary key,
        org_id uuid not null,
        office_id uuid not null,
        client_id uuid not null,
        case_id uuid not null,
        author_id uuid not null,
        type text not null,
        class text not null,
        state text not null,
        happened_at timestamptz not null,
        readers uuid[],
        corrects_id uuid,
        saved_at timestamptz not null default now(),
        signed_at timestamptz,
        moved_at timestamptz,
        void_reason text,
        void_asked_at timestamptz,
        voided_at timestamptz,
        voided_by uuid,
        sealed bytea,
        seal_version integer not null default 1,
        version integer not null default 1,
        constraint case_note_once unique (org_id, id),
        constraint case_note_case foreign key (org_id, case_id) references case_file (org_id, id),
        constraint case_note_client foreign key (org_id, client_id) references client (org_id, id),
        constraint case_note_author foreign key (org_id, author_id) references staff_member (org_id, id),
        constraint case_note_corrected foreign key (org_id, corrects_id) references case_note (org_id, id),
        constraint case_note_state check (state in ('DRAFT','FINAL','VOID_ASKED','VOIDED')),
        constraint case_note_class check (class in ('CONFIDENTIAL','RESTRICTED','SEALED')),
        constraint case_note_correction check ((type = 'CORRECTION') = (corrects_id is not null)),
        constraint case_note_privileged check (type <> 'LEGAL_PRIV' or class = 'SEALED'),
        constraint case_note_named check (type <> 'SENSITIVE' or readers is not null),
        constraint case_note_signed check ((state = 'DRAFT') = (signed_at is null)),
        constraint case_note_void_asked check (state not in ('VOID_ASKED','VOIDED') or (void_asked_at is not null and void_reason is not null)),
        -- the line of a voided note stays; its text is gone for everyone, the database included
        constraint case_note_voided check ((state = 'VOIDED') = (sealed is null) and (state = 'VOIDED') = (voided_at is not null)),
        constraint case_note_voided_by_another check (voided_by is null or voided_by <> author_id)
      );
      create index case_note_timeline on case_note (case_id, happened_at desc, id desc);
      create index case_note_of_client on case_note (client_id);
      create index case_note_drafts on case_note (author_id, saved_at desc) where state = 'DRAFT';
      create index case_note_void_asked_in on case_note (office_id, void_asked_at) where state = 'VOID_ASKED';
      ${clientWall('case_note')}
      -- a draft is its author's alone
      create policy case_note_draft on case_note as restrictive to panah_app using (state <> 'DRAFT' or author_id = (select app.staff_id()));
      -- named readers, and the coordinator who answers for them
      create policy case_note_readers on case_note as restrictive to panah_app using (
        readers is null or author_id = (select app.staff_id()) or (select app.staff_id()) = any (readers) or ${inCoordinatedOffice});
      -- the legal team's own; a coordinator meets the line only when its voiding is asked (the text is under another key)
      create policy case_note_legal on case_note as restrictive to panah_app using (
        class <> 'SEALED' or ((select app.has_role('LEGAL')) and ${onTeamOf('client_id')}) or (state in ('VOID_ASKED','VOIDED') and ${inCoordinatedOffice}));
      grant select, insert, update on case_note to panah_app;
      -- only drafts are ever thrown away: the policy says which rows
      grant delete on case_note to panah_app;
      create policy case_note_discard on case_note as restrictive for delete to panah_app
        using (state = 'DRAFT' and author_id = (select app.staff_id()) and ${notBlocked('client_id')});

      -- R-CA-06: what was signed is never edited, whoever asks the database
      create function app.keep_signed_note() returns trigger language plpgsql as $$
      begin
        if old.state <> 'DRAFT' and (new.type, new.class, new.happened_at, new.author_id, new.client_id, new.case_id, new.signed_at, new.seal_version)
             is distinct from (old.type, old.class, old.happened_at, old.author_id, old.client_id, old.case_id, old.signed_at, old.seal_version)
           or old.state <> 'DRAFT' and new.state <> 'VOIDED' and new.sealed is distinct from old.sealed then
          raise exception 'a signed note is not edited' using errcode = 'check_violation', constraint = 'case_note_signed_stays';
        end if;
        return new;
      end $$;
      create trigger case_note_signed_stays before update on case_note for each row execute function app.keep_signed_note();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table case_note; drop function app.keep_signed_note()');
  }
}
