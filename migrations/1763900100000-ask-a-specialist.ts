import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clientWall, inOrg, notBlocked } from './support/walls';

/**
 * A request to a specialty waits in that specialty's queue of its office. Whoever holds the specialty there sees the request and nothing of the
 * file; taking it up is the only way in which somebody writes a place on a team for themself.
 */
export class AskASpecialist1763900100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table specialist_request (
        id uuid primary key,
        org_id uuid not null,
        office_id uuid not null,
        client_id uuid not null,
        case_id uuid not null,
        case_ref text not null,
        specialty text not null,
        urgency text not null,
        language text not null,
        state text not null default 'REQUESTED',
        asked_by uuid not null,
        asked_at timestamptz not null default now(),
        answer_due timestamptz not null,
        -- colleagues of whom the client was told by name (R-AC-13)
        client_agrees_to uuid[] not null default '{}',
        -- the place on the team that taking this up writes, and no other
        place_id uuid not null,
        answered_by uuid,
        answered_at timestamptz,
        decline_reason text,
        refusal_noted_at timestamptz,
        sealed bytea not null,
        seal_version integer not null default 1,
        version integer not null default 1,
        constraint specialist_request_case foreign key (org_id, case_id) references case_file (org_id, id),
        constraint specialist_request_client foreign key (org_id, client_id) references client (org_id, id),
        constraint specialist_request_asker foreign key (org_id, asked_by) references staff_member (org_id, id),
        constraint specialist_request_place_once unique (place_id),
        constraint specialist_request_specialty check (specialty in ('LEGAL','HOUSING','COUNSELLOR','FAMILY_LINKS')),
        constraint specialist_request_urgency check (urgency in ('EMERGENCY','URGENT','ROUTINE')),
        constraint specialist_request_state check (state in ('REQUESTED','TAKEN_UP','DECLINED','WITHDRAWN')),
        constraint specialist_request_answered check ((state = 'REQUESTED') = (answered_at is null)),
        constraint specialist_request_declined check ((state = 'DECLINED') = (decline_reason is not null)
          and decline_reason in ('NO_CAPACITY','NOT_ELIGIBLE','OUT_OF_AREA','WRONG_SERVICE','INSUFFICIENT_INFO','OTHER'))
      );
      -- one question to a specialty waits at a time
      create unique index specialist_request_one_open on specialist_request (case_id, specialty) where state = 'REQUESTED';
      create index specialist_request_queue on specialist_request (office_id, specialty, answer_due) where state = 'REQUESTED';
      create index specialist_request_of_case on specialist_request (case_id, asked_at desc);
      create index specialist_request_of_client on specialist_request (client_id);
      create index specialist_request_refused on specialist_request (asked_by) where state = 'DECLINED' and refusal_noted_at is null;
      ${clientWall('specialist_request')}

      -- The specialties that the member of this context holds, and where; nobody holds one while a tie keeps them out.
      create view app.own_specialty with (security_barrier) as
        select office_id, role from staff_role
         where staff_id = app.setting('member')::uuid and confirmed_at is not null and ended_at is null
           and role in ('LEGAL','HOUSING','COUNSELLOR','FAMILY_LINKS');
      grant select on app.own_specialty to panah_app;
      create policy specialist_request_queue on specialist_request for select to panah_app using (${inOwnQueue});
      create policy specialist_request_answer on specialist_request for update to panah_app using (${inOwnQueue}) with check (${inOwnQueue});
      grant select, insert, update on specialist_request to panah_app;

      -- what somebody writes for themself is the place that was asked for, in the role that was asked for
      create policy case_team_taken_up on case_team for insert to panah_app with check (${inOrg} and staff_id = (select app.staff_id())
        and not is_primary and ${notBlocked('client_id')} and exists (select from specialist_request asked where asked.place_id = case_team.id
          and asked.case_id = case_team.case_id and asked.client_id = case_team.client_id and asked.specialty = case_team.role
          and asked.state = 'TAKEN_UP' and asked.answered_by = case_team.staff_id));
      create policy process_step_of_queue on process_step for insert to panah_app with check (${inOrg} and subject_type = 'specialist_request'
        and exists (select from specialist_request asked where asked.id = process_step.subject_id and asked.client_id = process_step.client_id
          and asked.office_id = process_step.office_id));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop policy case_team_taken_up on case_team;
      drop policy process_step_of_queue on process_step;
      drop table specialist_request;
      drop view app.own_specialty;
    `);
  }
}

const inOwnQueue = `${inOrg} and ${notBlocked('client_id')} and exists (select from app.own_specialty held
  where held.office_id = specialist_request.office_id and held.role = specialist_request.specialty)`;
