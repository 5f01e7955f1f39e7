/**
 * What every table needs whose rows leave the house: exactly one ground, and a second look at it when the transaction ends,
 * whoever wrote the row. The table has `org_id`, `client_id`, `purpose`, `recipient`, `scope`, `consent_id` and `legal_basis_id`.
 * @param leaving SQL over `new` that is true for rows that leave, or are about to
 */
export const leavesTheHouse = (table: string, leaving: string): string => `
alter table ${table} add constraint ${table}_one_ground check (num_nonnulls(consent_id, legal_basis_id) = 1);
create constraint trigger ${table}_is_covered after insert or update on ${table} deferrable initially deferred
  for each row when (${leaving}) execute function app.assert_covered();
`;
