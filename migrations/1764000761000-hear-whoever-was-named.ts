import type { MigrationInterface, QueryRunner } from 'typeorm';

/** R-CO-08: whoever was named as having agreed by word of mouth says whether they did. Nobody else says it, and without it nothing rests on the record. */
export class HearWhoeverWasNamed1764000761000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(OBJECTION);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}

const OBJECTION = `
alter table legal_basis
  add column objected_at timestamptz,
  drop constraint legal_basis_state,
  add constraint legal_basis_state check (state in ('ASKED','APPROVED','REFUSED','OBJECTED')),
  add constraint legal_basis_objected check ((state = 'OBJECTED') = (objected_at is not null)
    and (state <> 'OBJECTED' or (decided_how = 'VERBAL' and confirmed_at is null)));
-- what was prepared on a legal basis stops with it
create index disclosure_resting_on_basis on disclosure (legal_basis_id) where state = 'PREPARED';

create or replace function app.keep_ground() returns trigger language plpgsql as $$
begin
  if (new.id, new.org_id, new.office_id, new.client_id, new.case_id, new.basis, new.purpose, new.recipient, new.scope, new.asked_by, new.asked_at)
       is distinct from (old.id, old.org_id, old.office_id, old.client_id, old.case_id, old.basis, old.purpose, old.recipient, old.scope, old.asked_by, old.asked_at)
     or (old.state <> 'ASKED' and (new.second_id, new.decided_at, new.decided_how) is distinct from (old.second_id, old.decided_at, old.decided_how))
     or (old.state <> 'ASKED' and new.state <> old.state and not (old.state = 'APPROVED' and new.state = 'OBJECTED'))
     or (old.confirmed_at is not null and new.confirmed_at is distinct from old.confirmed_at)
     or (old.state <> 'ASKED' and new.valid_until > old.valid_until
         and (new.confirmed_at is not distinct from old.confirmed_at or clock_timestamp() > old.decided_at + interval '24 hours')) then
    raise exception 'a legal basis is not edited' using errcode = 'check_violation', constraint = 'legal_basis_stays', table = 'legal_basis';
  end if;
  -- the second person decides in writing themself, and says themself what they said; who agreed by word of mouth is named by whoever asked
  if session_user = 'panah_app' and (case
       when old.state = 'ASKED' and new.decided_how = 'VERBAL' then old.asked_by is distinct from app.staff_id() or new.confirmed_at is not null
       when old.state = 'ASKED' and new.state <> 'ASKED' then new.second_id is distinct from app.staff_id()
       when old.state = 'APPROVED' and (new.state, new.confirmed_at) is distinct from (old.state, old.confirmed_at) then old.second_id is distinct from app.staff_id()
       else false end) then
    raise exception 'the second person speaks for themself' using errcode = 'check_violation', constraint = 'legal_basis_by_the_second', table = 'legal_basis';
  end if;
  return new;
end $$;
`;
