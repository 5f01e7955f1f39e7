import { EXAMPLE_VALUES } from '@panah/domain/asylum/example-country';
import type { House, OfficePlace, Person } from './house';
import { officeDay } from './office-day';

/** A day so many days from today. */
export const dayFrom = (days: number): string => officeDay(days);

/** The rules of the made-up country, entered by one colleague and verified by another, as in an office. Tells the lawyer who verified them. */
export async function verifiedExample(house: House, where: OfficePlace = house.offices.north): Promise<Person> {
  const [enterer, lawyer] = [await house.as('COORDINATOR', where), await house.as('LEGAL', where)];
  for (const value of EXAMPLE_VALUES) await verifiedValue(enterer, lawyer, { country: 'XX', ...value });
  return lawyer;
}

/** One value, entered and verified. Throws what was refused. */
export async function verifiedValue(enterer: Person, lawyer: Person, value: object): Promise<string> {
  const entered = await enterer.post('/api/country-profile-values', value);
  if (entered.status !== 201) throw new Error(entered.text);
  const verified = await lawyer.post(`/api/country-profile-values/${entered.body.id as string}/verification`);
  if (verified.status !== 200) throw new Error(verified.text);
  return entered.body.id as string;
}

export const claimOf = (more: object = {}): object => ({ country: 'XX', procedureType: 'FIRST_APPLICATION', ...more });
export const refusal = (more: object = {}): object => ({
  decisionType: 'REFUSED_MERITS',
  decidedOn: dayFrom(-3),
  servedOn: dayFrom(-1),
  serviceMethod: 'IN_PERSON',
  appealPossible: true,
  suspensive: 'AUTOMATIC',
  ...more,
});

/** Takes a claim through steps; throws what was refused. Gives the claim as it then stands. */
export async function walk(by: Person, id: string, ...steps: (readonly [noun: string, given: object])[]) {
  let seen = await by.get(`/api/claims/${id}`);
  for (const [noun, given] of steps) {
    seen = await by.post(`/api/claims/${id}/${noun}`, given);
    if (seen.status !== 200) throw new Error(`${noun}: ${seen.text}`);
  }
  return seen.body;
}

/** From the wish to the interview, in the past. */
export const TO_INTERVIEWED: readonly (readonly [string, object])[] = [
  ['making', { on: dayFrom(-60), informed: true, language: 'fa' }],
  ['registration', { on: dayFrom(-55) }],
  ['lodging', { on: dayFrom(-50) }],
  ['examination', { on: dayFrom(-40) }],
  ['interview', { on: dayFrom(-20), at: '10:00', language: 'fa', interpreter: 'WOMAN', place: 'Room 4' }],
  ['interview-holding', { on: dayFrom(-20) }],
];
