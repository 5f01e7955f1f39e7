import { Injectable } from '@nestjs/common';
import { marksOf } from '@panah/domain/family/never-again';
import { RuleBroken } from '@panah/domain/process/process';
import { currentActor } from '../platform/access/current-reach';
import { currentWork } from '../platform/database/current-work';
import { Tokens } from '../platform/sealing/tokens';
import type { OpenRelatedPerson } from './link.entity';
import type { RelativeAccount } from './wish.entity';

const KEEP = {
  name: 'related-person.never-again',
  text: 'update related_person set never_again = $2, version = version + 1 where id = $1',
};
const ASKED = { name: 'related-person.asked-never-again', text: 'select app.asked_never_again($1::bytea[]) as asked' };
const BYTES = 32;

/** Who asked never to be asked again, known by keyed marks alone (R-FL-17). */
@Injectable()
export class NeverAgain {
  constructor(private readonly tokens: Tokens) {}

  /** Nothing but the marks is left of them once the rest has gone. The row is held, and read anew after this. */
  async keep(relative: OpenRelatedPerson, account: RelativeAccount | null): Promise<void> {
    await currentWork().change(KEEP, [relative.row.id, await this.marks(relative, account)]);
  }

  /** Throws RuleBroken `asked-never-again`. */
  async assertMayAsk(relative: OpenRelatedPerson, account: RelativeAccount | null): Promise<void> {
    const found = await currentWork().row<{ asked: boolean }>(ASKED, [await this.marks(relative, account)]);
    if (found?.asked) throw new RuleBroken('asked-never-again');
  }

  private marks({ secrets }: OpenRelatedPerson, account: RelativeAccount | null): Promise<Buffer[]> {
    const born = account?.birth?.from?.slice(0, 4) ?? null;
    const person = { names: secrets.names, born, fatherName: account?.fatherName ?? null };
    return this.tokens.many(`never-again:${currentActor().orgId}`, marksOf(person, secrets.contactPoints), BYTES);
  }
}
