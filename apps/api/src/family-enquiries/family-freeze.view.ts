import type { FamilyFreezeView } from '@panah/contracts/family-enquiries.contract';
import { hasWord } from '../platform/access/current-reach';
import type { OpenFreeze } from './family-freeze.records';

export function familyFreezeView({ row, enquiries }: OpenFreeze): FamilyFreezeView {
  return {
    id: row.id,
    version: row.version,
    shared: row.shared,
    enquiries: enquiries.length,
    first: enquiries[0]?.enteredAt.toISOString() ?? '',
    last: enquiries.at(-1)?.enteredAt.toISOString() ?? '',
    state: row.state,
    askingNames: enquiries.flatMap(({ secrets }) => secrets.asking.names),
    words: enquiries.map(({ secrets }) => secrets.words),
    actions: row.state === 'OPEN' && hasWord('family-freeze:decide') ? ['decide'] : [],
  };
}
