import type { LoadSize } from './load-set';

const NOTES_A_CLIENT = 10;
const CLIENTS_A_COLLEAGUE = 24;
const [FEWEST, MOST] = [21, 210];

/** The load set of so many clients, unless somebody says otherwise: 100,000 have a million notes and 210 colleagues. */
export function usualSize(clients: number, seed: number): LoadSize {
  const staff = Math.max(FEWEST, Math.min(MOST, Math.round(clients / CLIENTS_A_COLLEAGUE)));
  return { clients, notes: clients * NOTES_A_CLIENT, staff, seed };
}
