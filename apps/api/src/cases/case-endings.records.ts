import { Injectable } from '@nestjs/common';
import { RuleBroken } from '@panah/domain/process/process';
import { type ClosureHold, closureHold } from '@panah/domain/vocabulary/closures';
import type { CaseFile } from './case.entity';

type Ending = Pick<CaseFile, 'id' | 'clientId' | 'officeId'>;

/**
 * What other capabilities say about the end of a case (model 3.1 approve_closure, 3.13 case.closed). A capability registers, in its module's
 * constructor, what holds a closure back (`holds('OPEN_DEADLINE', (file) => …how many are open…)`) and what it does when a case ends
 * (`ends((file) => …)`), in the same transaction. The case has been reached and is held.
 */
@Injectable()
export class CaseEndings {
  private readonly holding = new Map<ClosureHold, (file: Ending) => Promise<number>>();
  private readonly ending: ((file: Ending) => Promise<void>)[] = [];

  holds(code: ClosureHold, open: (file: Ending) => Promise<number>): void {
    this.holding.set(code, open);
  }

  ends(act: (file: Ending) => Promise<void>): void {
    this.ending.push(act);
  }

  /** What holds this closure back, in the order of the list. */
  async holdsOf(file: Ending): Promise<ClosureHold[]> {
    const found: ClosureHold[] = [];
    for (const code of closureHold.codes) if ((await this.holding.get(code)?.(file)) ?? 0) found.push(code);
    return found;
  }

  /** @throws RuleBroken `closure-held` with the codes of what holds it back */
  async assertNoneHolds(file: Ending): Promise<void> {
    const holds = await this.holdsOf(file);
    if (holds.length) throw new RuleBroken('closure-held', { holds });
  }

  async end(file: Ending): Promise<void> {
    for (const act of this.ending) await act(file);
  }
}
