import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onTeamOf, OWN_PLACES } from './support/walls';

/**
 * Whoever had hundreds of clients carried them all through every statement: the list was put together at the door and read again for each
 * table. Now the walls ask the team itself, by an index. What a reader may see stays the same to the row.
 */
export class AskTheTeamRowByRow1763701300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index case_team_place_of on case_team (client_id, staff_id) include (role, classes, starts_at, ends_at, org_id, office_id)
        where ended_at is null and starts_at is not null;
      ${OWN_PLACES}
    `);
    await rewritePolicies(db);
    await db.query('drop function app.team_clients()');
    await db.query(ENTER);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}

interface Policy {
  table: string;
  name: string;
  using: string | null;
  check: string | null;
}

const CARRIED = /(\w+) = ANY \(\( SELECT app\.team_clients\(\) AS team_clients\)::uuid\[\]\)/g;

/** A house that was opened before has its walls in the old words. */
async function rewritePolicies(db: QueryRunner): Promise<void> {
  const policies = (await db.query(`select tablename::text as "table", policyname::text as name, qual as "using", with_check as "check"
    from pg_policies where schemaname = 'public' and (qual like '%app.team_clients()%' or with_check like '%app.team_clients()%')`)) as Policy[];
  for (const { table, name, using, check } of policies) {
    const clauses = [using && `using (${inNewWords(using)})`, check && `with check (${inNewWords(check)})`].filter(Boolean);
    await db.query(`alter policy "${name}" on "${table}" ${clauses.join(' ')}`);
  }
}

const inNewWords = (rule: string): string => rule.replace(CARRIED, (_, column: string) => onTeamOf(column));

/** As before, but for the clients: the walls ask whether this member is on a team. Nobody is a member while a tie keeps them out. */
const ENTER = `
create or replace function app.enter(p_token_hash bytea, p_touch boolean) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  s record;
  r record;
  open boolean;
begin
  select se.id, se.org_id, se.staff_id, se.last_seen_at, se.fresh_at, se.locked_at, se.ends_at,
         st.language, st.tie_state, st.partner_id, st.is_demo
    into s
    from session se join staff_member st on st.id = se.staff_id
   where se.token_hash = p_token_hash and se.ended_at is null and se.ends_at > now()
     and se.last_seen_at > now() - interval '15 minutes' and st.state = 'ACTIVE';
  if not found then return null; end if;

  if p_touch and s.last_seen_at < now() - interval '1 minute' then
    update session set last_seen_at = now() where id = s.id and last_seen_at < now() - interval '1 minute';
  end if;

  -- R-AC-14: a declared tie closes every client until a coordinator has decided
  open := s.locked_at is null and s.tie_state not in ('DECLARED', 'UPHELD');
  select coalesce(jsonb_agg(jsonb_build_object('role', role, 'officeId', office_id, 'duties', duties)), '[]') as held,
         string_agg(role, ',') as names,
         string_agg(office_id::text, ',') filter (where role = 'COORDINATOR') as coordinated,
         string_agg(office_id::text, ',') filter (where role in ('COORDINATOR', 'CASEWORKER')) as enquiries
    into r
    from staff_role where staff_id = s.staff_id and confirmed_at is not null and ended_at is null;

  perform set_config('app.org_id', s.org_id::text, true),
          set_config('app.staff_id', s.staff_id::text, true),
          set_config('app.roles', coalesce(r.names, ''), true),
          set_config('app.partner_id', coalesce(s.partner_id::text, ''), true),
          set_config('app.coordinated_offices', case when open then coalesce(r.coordinated, '') else '' end, true),
          set_config('app.enquiry_offices', case when open then coalesce(r.enquiries, '') else '' end, true),
          set_config('app.member', case when open then s.staff_id::text else '' end, true),
          set_config('app.blocked', coalesce(
            (select string_agg(subject_id::text, ',') from access_block where staff_id = s.staff_id and lifted_at is null), ''), true);

  return jsonb_build_object('sessionId', s.id, 'orgId', s.org_id, 'staffId', s.staff_id, 'partnerId', s.partner_id,
    'language', s.language, 'tie', s.tie_state, 'isDemo', s.is_demo, 'locked', s.locked_at is not null,
    'freshAt', s.fresh_at, 'endsAt', s.ends_at, 'roles', r.held);
end $$;
`;
