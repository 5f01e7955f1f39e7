import type { DirectFacts } from '@panah/domain/family/contact.rules';
import type { RiskLevel } from '@panah/domain/vocabulary/cases';
import { riskLevel } from '@panah/domain/vocabulary/cases';
import type { LinkGround, OpenLink } from './link.entity';
import type { LinkPeople } from './link-people.records';

/** What speaking to each other is judged by. Of a relative the higher of what their own file says and what was assessed before they were approached. */
export const directFacts = ({ row }: OpenLink, grounds: readonly LinkGround[], people: LinkPeople): DirectFacts => ({
  grounds,
  clientLevel: people.clientRisk as RiskLevel | null,
  relativeLevel: higher(people.relativeRisk as RiskLevel | null, row.relativeLevel as RiskLevel | null),
  toClient: row.toClient,
  toRelative: row.toRelative,
});

const rank = (level: RiskLevel | null): number => (level === null ? -1 : riskLevel.codes.indexOf(level));
const higher = (one: RiskLevel | null, other: RiskLevel | null): RiskLevel | null => (rank(one) > rank(other) ? one : other);
