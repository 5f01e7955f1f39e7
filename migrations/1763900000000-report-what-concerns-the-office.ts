import type { MigrationInterface, QueryRunner } from 'typeorm';
import { inCoordinatedOffice, inOrg, notBlocked, onTeamOf } from './support/walls';

/** An incident that this row hangs on and the reader sees: the walls of the incident are asked, and nothing else. */
const seen = (column: string): string => `exists (select from incident i where i.id = ${column} and i.client_id is null)`;
const ownOffices = (roles: string): string => `(select app.own_offices('{${roles}}'))::uuid[]`;
/** Model 5.1, row 28: who reads what they reported, and who reports. Coordinators see and report in their offices anyway. */
const READS = 'CASEWORKER,COUNSELLOR,FAMILY_LINKS';
const REPORTS = `${READS},HOUSING`;
const reportedIn = (roles: string): string =>
  `client_id is null and reported_by = (select app.staff_id()) and office_id = any (${ownOffices(roles)})`;
const clientRule = `${inCoordinatedOffice} or ${onTeamOf('client_id')}`;
const keeper = '(client_id is null and stored_by = (select app.staff_id()))';

/**
 * Incidents that concern the office, somebody who works there, a house, data: they name no client and no case (model 2.16). Seen by whoever
 * reported it and by the coordinators of the office; what hangs on such an incident (evidence, files, things to do) is seen by whoever sees it.
 */
export class ReportWhatConcernsTheOffice1763900000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- offices in which the member of this context holds one of these roles; none for somebody whose tie is not cleared (R-AC-14)
      create function app.own_offices(p_roles text[]) returns uuid[]
      language sql stable security definer set search_path = public, pg_temp as $$
        select coalesce(array_agg(distinct office_id), '{}') from staff_role
         where staff_id = app.setting('member')::uuid and role = any (p_roles) and office_id is not null and confirmed_at is not null and ended_at is null $$;
      revoke all on function app.own_offices(text[]) from public;
      grant execute on function app.own_offices(text[]) to panah_app;

      alter table incident
        alter column client_id drop not null,
        alter column case_id drop not null,
        add constraint incident_office foreign key (org_id, office_id) references office (org_id, id),
        add constraint incident_about check ((client_id is null) = (case_id is null)),
        -- a word of duress is a client's; so is being missing
        add constraint incident_of_office check (client_id is not null or (not silent and type <> 'MISSING'));
      create index incident_of_reporter on incident (reported_by, reported_at desc, id desc) where client_id is null;
      alter policy incident_wall on incident
        using (${inOrg} and (${clientRule} or (${reportedIn(READS)})) and ${notBlocked('client_id')})
        with check (${inOrg} and (${clientRule} or (${reportedIn(REPORTS)})) and ${notBlocked('client_id')});
    `);
    for (const table of ['incident_evidence', 'incident_evidence_removal']) {
      const rule = `${inOrg} and (${clientRule} or (client_id is null and ${seen('incident_id')})) and ${notBlocked('client_id')}`;
      await db.query(`
        alter table ${table} alter column client_id drop not null, add constraint ${table}_of_office check (client_id is not null or not silent);
        alter policy ${table}_wall on ${table} using (${rule}) with check (${rule});
      `);
    }
    await db.query(`
      -- files: also of whoever sees the incident under whose key they lie
      alter policy stored_file_wall on stored_file
        using (${inOrg} and (${clientRule} or ${keeper} or (client_id is null and ${seen('subject_id')})) and ${notBlocked('client_id')});
      alter policy stored_chunk_wall on stored_chunk
        using (${inOrg} and (${clientRule} or ${keeper}
          or (client_id is null and exists (select from stored_file f where f.id = file_id and f.client_id is null))) and ${notBlocked('client_id')});

      alter table danger
        alter column client_id drop not null,
        alter column case_id drop not null,
        add constraint danger_office foreign key (org_id, office_id) references office (org_id, id),
        add constraint danger_about check ((client_id is null) = (case_id is null)),
        add constraint danger_of_office check (client_id is not null or (kind = 'INCIDENT' and source_id is not null and not silent));

      alter table task
        alter column client_id drop not null,
        alter column case_id drop not null,
        add column incident_id uuid,
        add constraint task_incident foreign key (org_id, incident_id) references incident (org_id, id),
        add constraint task_about check ((client_id is null) = (case_id is null) and (client_id is null) = (incident_id is not null)),
        add constraint task_of_incident check (incident_id is null or (kind = 'INCIDENT_ACTION' and owner_id is not null));
      create index task_of_office_incident on task (owner_id, due_on) where client_id is null and status in ('OPEN', 'IN_PROGRESS', 'BLOCKED');
    `);
    const task = `${inOrg} and (${clientRule} or (client_id is null and ${seen('incident_id')})) and ${notBlocked('client_id')}`;
    const office = `client_id is null and office_id = any ((select app.enquiry_offices())::uuid[])`;
    const ofIncident = `subject_type = 'incident' and client_id is null`;
    await db.query(`
      alter policy task_wall on task using (${task}) with check (${task});
      -- who reported an incident of the office is told by its steps as well: they are seen with it
      alter policy process_step_wall on process_step
        using (${inOrg} and ${notBlocked('client_id')} and ${notBlocked('subject_id')} and (
          (${office} and subject_type not in ('incident', 'danger')) or ${clientRule} or (${ofIncident} and ${seen('subject_id')})))
        with check (${inOrg} and (office_id = any ((select app.enquiry_offices())::uuid[]) or ${clientRule}
          or (${ofIncident} and office_id = any (${ownOffices(REPORTS)}))));
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}
