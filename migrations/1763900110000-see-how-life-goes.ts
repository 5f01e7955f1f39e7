import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clientWall, close, inCoordinatedOffice, inOrg } from './support/walls';

const ROOTS = (table: string): string => `id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  client_id uuid not null,
  case_id uuid not null,
  sealed bytea not null,
  seal_version integer not null default 1,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  constraint ${table}_case foreign key (org_id, case_id) references case_file (org_id, id),
  constraint ${table}_client foreign key (org_id, client_id) references client (org_id, id)`;
/** Safety, wellbeing and family are sealed: nobody counts them row by row. */
export const PLAIN_DOMAINS = ['d01', 'd02', 'd04', 'd05', 'd06', 'd07', 'd08', 'd11', 'd12'];
const LEVEL = (column: string): string =>
  `${column} text not null constraint outcome_review_${column} check (${column} in ('1','2','3','4','5','N','?'))`;

/** How a life goes in twelve domains at set points, what help was given, and certificates of attendance. */
export class SeeHowLifeGoes1763900110000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table outcome_review (
        ${ROOTS('outcome_review')},
        point text not null,
        reviewed_on date not null,
        reviewer_id uuid not null,
        done_with_client boolean not null,
        ${PLAIN_DOMAINS.map(LEVEL).join(',\n')},
        constraint outcome_review_point check (point in ('BASELINE','M3','M6','M12','M18','M24','CLOSURE','POST6','AD_HOC'))
      );
      create unique index outcome_review_point_once on outcome_review (case_id, point) where point <> 'AD_HOC';
      create index outcome_review_of_case on outcome_review (case_id, reviewed_on);
      create index outcome_review_of_client on outcome_review (client_id);
      create index outcome_review_baseline on outcome_review (office_id, reviewed_on) where point = 'BASELINE';
      create index outcome_review_of_office on outcome_review (office_id, point);
      ${clientWall('outcome_review')}
      grant select, insert, update on outcome_review to panah_app;

      create table help_given (
        ${ROOTS('help_given')},
        service text not null,
        given_on date not null,
        given_by uuid not null
      );
      create index help_given_of_case on help_given (case_id, given_on desc);
      create index help_given_of_client on help_given (client_id);
      ${clientWall('help_given')}
      grant select, insert, update on help_given to panah_app;

      create table attendance_certificate (
        ${ROOTS('attendance_certificate')},
        issued_on date not null,
        issued_by uuid not null
      );
      create index attendance_certificate_of_case on attendance_certificate (case_id, issued_on desc);
      create index attendance_certificate_of_client on attendance_certificate (client_id);
      ${clientWall('attendance_certificate')}
      grant select, insert on attendance_certificate to panah_app;

      -- the sealed domains are counted without their rows: a line says an office, a domain and two levels, and nothing of whom
      create table outcome_tally (
        id uuid primary key default gen_random_uuid(),
        org_id uuid not null,
        office_id uuid not null,
        domain text not null,
        point text not null,
        age_band text not null,
        before smallint not null,
        after smallint not null,
        change integer not null,
        constraint outcome_tally_domain check (domain in ('D03','D09','D10')),
        constraint outcome_tally_levels check (before between 1 and 5 and after between 1 and 5),
        constraint outcome_tally_change check (change <> 0)
      );
      create index outcome_tally_of_office on outcome_tally (office_id, point, domain);
      ${close('outcome_tally')}
      create policy outcome_tally_add on outcome_tally for insert to panah_app with check (${inOrg});
      create policy outcome_tally_count on outcome_tally for select to panah_app using (${inOrg} and ${inCoordinatedOffice});
      grant insert on outcome_tally to panah_app;
      grant select (org_id, office_id, domain, point, age_band, before, after, change) on outcome_tally to panah_app;
      -- lines of one kind become one, so that none stays beside the review that it came from
      create function app.fold_outcome_tally() returns void language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        perform pg_advisory_xact_lock(7204534);
        with gone as (delete from outcome_tally returning *)
        insert into outcome_tally (org_id, office_id, domain, point, age_band, before, after, change)
          select org_id, office_id, domain, point, age_band, before, after, sum(change) from gone group by 1, 2, 3, 4, 5, 6, 7 having sum(change) <> 0;
      end $$;
      revoke all on function app.fold_outcome_tally() from public;
      grant execute on function app.fold_outcome_tally() to panah_jobs;

      -- the clock reads days and points
      create policy outcome_review_jobs on outcome_review for select to panah_jobs using (true);
      grant select (id, case_id, office_id, point, reviewed_on) on outcome_review to panah_jobs;
      grant select (opened_on, closed_on) on case_file to panah_jobs;

      update case_team set classes = classes || array['OUTCOMES'] where 'CASE' = any (classes) and not ('OUTCOMES' = any (classes));
      update case_team set classes = classes || array['CLOSURE'] where role in ('CASEWORKER', 'COORDINATOR') and 'CASE' = any (classes) and not ('CLOSURE' = any (classes));
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}
