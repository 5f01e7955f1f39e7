import { Jobs } from '../../apps/api/src/platform/jobs/jobs';
import { begun, type FamilyDesk, familyDesk, SISTER, type Sought, step } from './family-world';
import type { Answer, House, OfficePlace, Person } from './house';
import { done } from './referral-desk';

/** A client whom a sister asks for, by a name of two words that nobody else in the house bears. */
export interface Asked extends Sought {
  clientName: string;
}

let made = 0;
/** Names of two words that no other client of the house bears both of. */
const GIVEN = ['Behrad', 'Siyamak', 'Kamyab', 'Ardavan', 'Rastin', 'Farbod', 'Houman', 'Parham', 'Sepand', 'Toufan'];
const FAMILY = [
  'Karanvash',
  'Tavandar',
  'Dorodgar',
  'Mehrgostar',
  'Keshtkar',
  'Sangtarash',
  'Zargaran',
  'Ahangaran',
  'Nilforoush',
  'Baghdar',
];
const nextName = (): string => `${GIVEN[made % 10] ?? ''} ${FAMILY[(made + Math.floor(made++ / 10)) % 10] ?? ''}`;

/** A family desk whose client bears a name, and whose wish was begun; the client looks for a sister. */
export async function missedBy(house: House, people: Parameters<typeof familyDesk>[1] = {}, ways?: string[]): Promise<Asked> {
  const clientName = nextName();
  const desk = await familyDesk(house, people);
  await named(desk, clientName);
  const sought = await begun(desk, ways ? { ways } : {});
  return { ...sought, clientName };
}

export async function named({ worker, file }: Pick<FamilyDesk, 'worker' | 'file'>, asWritten: string): Promise<void> {
  done(await worker.post(`/api/clients/${file.clientId}/names`, { kind: 'BIRTH', asWritten, inUse: true }));
}

let numbers = 0;
/** What somebody says who asks for a person; telephone and words are theirs alone unless said otherwise. */
export const asking = (soughtName: string, more: { asking?: object; sought?: object; words?: string } = {}): object => ({
  asking: {
    names: SISTER.names,
    relation: 'SISTER',
    phone: `+355 69 ${String(1_000_000 + numbers++)}`,
    language: 'en',
    keepsData: true,
    ...more.asking,
  },
  sought: { names: [soughtName], ...more.sought },
  way: 'PHONE',
  words: more.words ?? `Please look number ${String(numbers)} ${randomWords()}`,
});

const randomWords = (): string => Array.from({ length: 3 }, () => Math.random().toString(36).slice(2, 9).replace(/[0-9]/g, 'x')).join(' ');

export const enter = (by: Person, body: object): Promise<Answer> => by.post('/api/family-enquiries', body);

/** What the night does: enquiries freeze each other, and are compared. */
export const nightFalls = (house: House): Promise<void> => house.app.get(Jobs).runNow('match-family-enquiries');

/** What waits for two family-links people of an office, as one of them who stands on no team sees it. */
export async function proposals(
  house: House,
  link: string,
  by?: Person,
  where: OfficePlace = house.offices.north,
): Promise<Answer['body'][]> {
  const reader = by ?? (await house.as('FAMILY_LINKS', where));
  const { items } = done(await reader.get('/api/family-matches'));
  return items.filter((item: { linkId: string }) => item.linkId === link);
}

/** An officer begins to look, by another way than our own records. */
export const traced = async ({ officer, link }: Pick<Sought, 'officer' | 'link'>): Promise<unknown> =>
  done(await step(officer, link, 'tracing', { methods: ['RED_CROSS'], plan: 'A tracing request.', context: 'UNKNOWN' }));
