import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever has hundreds of cases enters as quickly as whoever has ten, and a search counts hits without reading rows: both from an index alone. */
export class FindQuickly1763701000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index case_team_places on case_team (staff_id) include (client_id, role, classes, starts_at, ends_at, org_id, office_id)
        where ended_at is null and starts_at is not null;
      drop index case_team_of_staff;
      -- a beginning that thousands share is counted within the office, from the index alone; a name's own tokens are found by its client
      create index name_token_in_office on name_token (token, office_id, client_id) include (org_id);
      drop index name_token_found, name_token_of_source;
      -- PostgreSQL asks policies in this order: one's own place needs no look at all the others (walls.md 3.1)
      alter policy case_team_asked on case_team rename to case_team_your_own;
    `);
    await db.query(ENTER);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}

/** As before, but for the clients: two places with one client may name the client twice, which no wall minds and nobody has to sort. */
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
          set_config('app.team_clients', case when open then coalesce(
            (select string_agg(client_id::text, ',') from case_team
              where staff_id = s.staff_id and starts_at <= now() and ended_at is null and (ends_at is null or ends_at > now())), '') else '' end, true),
          set_config('app.blocked', coalesce(
            (select string_agg(subject_id::text, ',') from access_block where staff_id = s.staff_id and lifted_at is null), ''), true);

  return jsonb_build_object('sessionId', s.id, 'orgId', s.org_id, 'staffId', s.staff_id, 'partnerId', s.partner_id,
    'language', s.language, 'tie', s.tie_state, 'isDemo', s.is_demo, 'locked', s.locked_at is not null,
    'freshAt', s.fresh_at, 'endsAt', s.ends_at, 'roles', r.held);
end $$;
`;
