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
/** `column` stands in the table that the policy is on: the columns of the team are renamed so that none of them can be meant. */
export const onTeamOf = (column: string): string =>
  `exists (select from (select t.client_id as whose from case_team t where t.staff_id = (select app.setting('member'))::uuid
     and t.ended_at is null and t.starts_at <= now() and (t.ends_at is null or t.ends_at > now())) place where place.whose = ${column})`;
export const notBlocked = (column: string): string => `not (coalesce(${column} = any ((select app.blocked())::uuid[]), false))`;

/** The second wall for a table that hangs on a client: organisation, office or team, and no block. */
export const clientWall = (table: string, column = 'client_id'): string => {
  const rule = `${inOrg} and (${inCoordinatedOffice} or ${onTeamOf(column)}) and ${notBlocked(column)}`;
  return `${close(table)}create policy ${table}_wall on ${table} to panah_app using (${rule}) with check (${rule});`;
};

/** The same for the team itself, which cannot be asked about itself: a function of the owner gathers the reader's clients. */
export const teamWall = `${inOrg} and (${inCoordinatedOffice} or client_id = any ((select app.team_clients())::uuid[])) and ${notBlocked('client_id')}`;
