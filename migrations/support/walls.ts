/**
 * The second wall, as text for migrations. Policies compare the row's own columns with sets that the context holds,
 * each wrapped so that PostgreSQL computes it once per statement (walls.md 3.1).
 */

/** Closed for everyone (`force`), and what the owner's own functions and migrations need opened again. */
export const close = (table: string): string => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy ${table}_owner on ${table} to panah_owner using (true) with check (true);
`;

export const inOrg = 'org_id = (select app.org_id())';
export const inCoordinatedOffice = 'office_id = any ((select app.coordinated_offices())::uuid[])';
export const onTeamOf = (column: string): string => `${column} = any ((select app.team_clients())::uuid[])`;
export const notBlocked = (column: string): string => `not (coalesce(${column} = any ((select app.blocked())::uuid[]), false))`;

/** The second wall for a table that hangs on a client: organisation, office or team, and no block. */
export const clientWall = (table: string, column = 'client_id'): string => {
  const rule = `${inOrg} and (${inCoordinatedOffice} or ${onTeamOf(column)}) and ${notBlocked(column)}`;
  return `${close(table)}create policy ${table}_wall on ${table} to panah_app using (${rule}) with check (${rule});`;
};
