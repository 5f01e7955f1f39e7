/**
 * The second wall, as text for migrations. Policies compare the row's own columns with sets that the context holds,
 * each wrapped so that PostgreSQL computes it once per statement (walls.md 3.1). Whether one is on a client's team is asked of the team
 * itself, row by row or all at once as PostgreSQL sees fit: somebody with hundreds of clients does not carry them all through each statement.
 */

/** Closed for everyone (`force`), and what the owner's own functions and migrations need opened again. */
export const close = (table: string): string => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy ${table}_owner on ${table} to panah_owner using (true) with check (true);
`;

export const inOrg = 'org_id = (select app.org_id())';
export const inCoordinatedOffice = 'office_id = any ((select app.coordinated_offices())::uuid[])';
/** `column` stands in the table that the policy is on; the view has no column that could be meant instead. */
export const onTeamOf = (column: string): string => `exists (select from app.own_place where whose = ${column})`;
export const notBlocked = (column: string): string => `not (coalesce(${column} = any ((select app.blocked())::uuid[]), false))`;

/**
 * The clients on whose case team the member of this context stands now. A view of the owner, so that the walls of the team are not asked
 * about themselves; a barrier, so that no condition of the asker meets a row that is not theirs.
 */
export const OWN_PLACES = `
create or replace view app.own_place with (security_barrier) as
  select client_id as whose from case_team
   where staff_id = app.setting('member')::uuid and ended_at is null and starts_at <= now() and (ends_at is null or ends_at > now());
grant select on app.own_place to panah_app;
`;

/** The second wall for a table that hangs on a client: organisation, office or team, and no block. */
export const clientWall = (table: string, column = 'client_id'): string => {
  const rule = `${inOrg} and (${inCoordinatedOffice} or ${onTeamOf(column)}) and ${notBlocked(column)}`;
  return `${close(table)}create policy ${table}_wall on ${table} to panah_app using (${rule}) with check (${rule});`;
};
