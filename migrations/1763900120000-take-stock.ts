import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clientWall } from './support/walls';

/** What a case leaves when it ends: asked for by one, decided by another; until which day it is kept. */
export class TakeStock1763900120000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table case_closure (
        id uuid primary key,
        org_id uuid not null,
        office_id uuid not null,
        client_id uuid not null,
        case_id uuid not null,
        state text not null default 'REQUESTED',
        reason text not null,
        client_told text not null,
        follow_up_agreed text not null,
        outcome_review_id uuid references outcome_review (id),
        -- R-CA-08: what there was when contact was given up
        attempts smallint,
        attempt_channels smallint,
        attempt_days smallint,
        requested_by uuid not null,
        requested_at timestamptz not null default now(),
        decided_by uuid,
        decided_at timestamptz,
        retention_until date,
        sealed bytea not null,
        seal_version integer not null default 1,
        version integer not null default 1,
        constraint case_closure_case foreign key (org_id, case_id) references case_file (org_id, id),
        constraint case_closure_client foreign key (org_id, client_id) references client (org_id, id),
        constraint case_closure_state check (state in ('REQUESTED','APPROVED','REJECTED')),
        constraint case_closure_told check (client_told in ('YES','NO')),
        constraint case_closure_follow_up check (follow_up_agreed in ('YES','NO')),
        constraint case_closure_decided check ((state = 'REQUESTED') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
        constraint case_closure_kept check ((state = 'APPROVED') = (retention_until is not null)),
        -- R-CA-04: whoever asks for it does not approve it
        constraint case_closure_second_person check (state <> 'APPROVED' or decided_by <> requested_by),
        -- R-CA-08: four attempts by two ways over thirty days
        constraint case_closure_lost check (reason <> 'LOST_CONTACT' or (attempts >= 4 and attempt_channels >= 2 and attempt_days >= 30))
      );
      create unique index case_closure_one on case_closure (case_id) where state in ('REQUESTED','APPROVED');
      create index case_closure_of_client on case_closure (client_id);
      create index case_closure_of_case on case_closure (case_id, requested_at desc);
      ${clientWall('case_closure')}
      grant select, insert, update on case_closure to panah_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table case_closure');
  }
}
