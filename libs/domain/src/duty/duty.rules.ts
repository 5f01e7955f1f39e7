import { RuleBroken } from '../process/process';

export interface TurnFacts {
  /** ISO instants. */
  readonly startsAt: string;
  readonly endsAt: string;
}

const HOUR = 3_600_000;
const LONGEST_HOURS = 14 * 24;

/** A turn of duty begins before it ends, ends ahead, and lasts two weeks at most. @throws RuleBroken `turn-out-of-range` */
export function assertTurn({ startsAt, endsAt }: TurnFacts, now: string): void {
  const [from, to] = [Date.parse(startsAt), Date.parse(endsAt)];
  const wrong =
    to <= from ? 'not-after-beginning' : to <= Date.parse(now) ? 'not-in-future' : to - from > LONGEST_HOURS * HOUR ? 'too-long' : null;
  if (wrong) throw new RuleBroken('turn-out-of-range', { hours: LONGEST_HOURS }, { endsAt: [wrong] });
}

/** R-RI-09: what somebody raised, another one settles. @throws RuleBroken `same-person` */
export function assertMaySettle(raisedBy: string, by: string): void {
  if (raisedBy === by) throw new RuleBroken('same-person', { act: 'SETTLE_DANGER' });
}

/** A danger settles under the hands of whoever took it, or of a colleague who took it over. @throws RuleBroken `not-yours` */
export function assertHasIt(takenBy: string | null, by: string): void {
  if (takenBy !== by) throw new RuleBroken('not-yours');
}
