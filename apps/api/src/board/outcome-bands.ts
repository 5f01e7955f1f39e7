const YEAR = `extract(year from now())::int`;
const at = (age: string): string =>
  `case when ${age} < 30 then 'A0_29' when ${age} < 50 then 'A30_49' when ${age} < 65 then 'A50_64' else 'A65_UP' end`;

/** SQL: the age band of a client by years of birth; uncertain where the years lie in two bands. */
export const ownBands = (client: string): string => {
  const [youngest, oldest] = [at(`${YEAR} - ${client}.birth_year_to`), at(`${YEAR} - ${client}.birth_year_from`)];
  return `case when ${client}.birth_year_from is null or ${client}.birth_year_to is null or (${youngest}) <> (${oldest}) then 'UNKNOWN' else ${youngest} end`;
};
