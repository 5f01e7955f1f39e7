import { RuleBroken } from '@panah/domain/process/process';
import { refersFor } from '@panah/domain/referrals/item.rules';
import type { Role, Word } from '@panah/domain/access/access-table';
import { serviceRequested } from '@panah/domain/vocabulary/partners';
import type { ReachedCase } from '../cases/case.records';
import { currentReach, hasWord } from '../platform/access/current-reach';

/** The services whose referrals a word opens on this case (model 5.1, class 30): by the reader's place on its team, or for the whole office. */
export function servicesOpenOn(file: ReachedCase, word: Word): string[] {
  if (!hasWord(word)) return [];
  const { offices, teamRoles } = currentReach(word);
  if (offices.includes(file.officeId)) return [...serviceRequested.codes];
  const places = file.standing.filter(({ role, classes }) => classes.includes('REFERRALS') && teamRoles.some((held) => held === role));
  return serviceRequested.codes.filter((service) => places.some(({ role }) => refersFor(role as Role, service)));
}

/** Nothing more is told of a case that is closed. @throws RuleBroken `not-open` */
export function assertOpenCase({ state }: ReachedCase, action: string): void {
  if (state === 'CLOSED') throw new RuleBroken('not-open', { state, action, open: [] });
}
