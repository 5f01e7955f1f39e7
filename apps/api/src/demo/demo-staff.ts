import type { Role } from '@panah/domain/access/access-table';

/** One account a role. The README shows the same list. */
export interface DemoAccount {
  login: string;
  displayName: string;
  roles: readonly { role: Role; office: 'north' | 'south' | null; duties?: readonly string[] }[];
  says: string;
}

export const DEMO_PASSWORD = 'only a demonstration';

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  {
    login: 'coordinator',
    displayName: 'Drita Hoti',
    roles: [{ role: 'COORDINATOR', office: 'north', duties: ['DUTY_LIST'] }],
    says: 'admits, allocates, approves, reads the reports',
  },
  {
    login: 'coordinator2',
    displayName: 'Teuta Marku',
    roles: [{ role: 'COORDINATOR', office: 'north', duties: ['DUTY_LIST'] }],
    says: 'the second coordinator: approves what the first one asked for',
  },
  {
    login: 'caseworker',
    displayName: 'Mina Sabeti',
    roles: [{ role: 'CASEWORKER', office: 'north' }],
    says: 'takes enquiries and intakes, keeps the files of her cases',
  },
  {
    login: 'caseworker2',
    displayName: 'Arben Leka',
    roles: [{ role: 'CASEWORKER', office: 'north' }],
    says: 'another caseworker: what is Mina’s is “not found” for him',
  },
  { login: 'caseworker3', displayName: 'Lindita Shala', roles: [{ role: 'CASEWORKER', office: 'north' }], says: 'a third caseworker' },
  {
    login: 'south',
    displayName: 'Genc Toska',
    roles: [{ role: 'COORDINATOR', office: 'south', duties: ['DUTY_LIST'] }],
    says: 'coordinator of the other office: sees nothing of this one',
  },
  {
    login: 'southworker',
    displayName: 'Farid Kamali',
    roles: [{ role: 'CASEWORKER', office: 'south' }],
    says: 'caseworker of the other office',
  },
  {
    login: 'counsellor',
    displayName: 'Roya Daneshpour',
    roles: [{ role: 'COUNSELLOR', office: 'north', duties: ['LEAD'] }],
    says: 'sees the cases on whose team she is, and leads counselling',
  },
  {
    login: 'counsellor2',
    displayName: 'Nasrin Paymani',
    roles: [{ role: 'COUNSELLOR', office: 'north' }],
    says: 'another counsellor: sees the cases on whose team she is',
  },
  { login: 'legal', displayName: 'Ilir Gjika', roles: [{ role: 'LEGAL', office: 'north' }], says: 'legal adviser' },
  { login: 'housing', displayName: 'Bora Duka', roles: [{ role: 'HOUSING', office: 'north' }], says: 'housing officer' },
  { login: 'links', displayName: 'Vjollca Prifti', roles: [{ role: 'FAMILY_LINKS', office: 'north' }], says: 'family-links officer' },
  {
    login: 'mediator',
    displayName: 'Besa Kodra',
    roles: [{ role: 'FAMILY_LINKS', office: 'north' }],
    says: 'mediates between two sides, and serves neither',
  },
  {
    login: 'translator',
    displayName: 'Sahar Omidi',
    roles: [{ role: 'FAMILY_LINKS', office: 'north' }],
    says: 'translates messages, each one by itself',
  },
  {
    login: 'partner',
    displayName: 'Elira Kola',
    roles: [{ role: 'PARTNER', office: null }],
    says: 'somebody at Partner Association (AL): makes its key, and sees nothing of ours',
  },
  { login: 'auditor', displayName: 'Agron Lika', roles: [{ role: 'AUDITOR', office: null }], says: 'reads the log, and no file' },
  {
    login: 'admin',
    displayName: 'Shpresa Vata',
    roles: [{ role: 'ADMIN', office: null }],
    says: 'keeps accounts and offices, and sees no client',
  },
];

/** Who joins the team of a case that names their service. */
export const DEMO_SPECIALISTS = [
  { login: 'counsellor', role: 'COUNSELLOR', stream: 'PSYCHOSOCIAL' },
  { login: 'legal', role: 'LEGAL', stream: 'REFUGE_LEGAL' },
  { login: 'housing', role: 'HOUSING', stream: 'HOUSING' },
  { login: 'links', role: 'FAMILY_LINKS', stream: 'FAMILY_LINKS' },
] as const;
