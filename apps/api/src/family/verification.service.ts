import { Injectable } from '@nestjs/common';
import type { VerificationInput } from '@panah/contracts/family-steps.contract';
import { eraseAfter } from '@panah/domain/family/closing.rules';
import { familyLinkProcess } from '@panah/domain/family/family-link.process';
import { assertVerified, isVerified, levelFrom } from '@panah/domain/family/verification.rules';
import { actionsFrom, RuleBroken } from '@panah/domain/process/process';
import type { RelatedPersonContext, VerificationLevel } from '@panah/domain/vocabulary/family';
import { LinkDays } from './link-days';
import type { FamilyLink, OpenLink, OpenRelatedPerson } from './link.entity';
import { LinkRecords } from './link.records';
import { LinkTaking } from './link-taking';
import { RelativeRecords } from './relative.records';
import { VerificationRecords } from './verification.records';

/** Whether it is the person (R-FL-05). */
@Injectable()
export class VerificationService {
  constructor(
    private readonly taking: LinkTaking,
    private readonly links: LinkRecords,
    private readonly cards: VerificationRecords,
    private readonly relatives: RelativeRecords,
    private readonly days: LinkDays,
  ) {}

  /** A card. Where it says that they are somewhere else now, what was checked before counts no more, and a link that went further waits. */
  async note(id: string, version: number, { level, how, context }: VerificationInput): Promise<void> {
    const { held } = await this.taking.hold(id, 'family-link:verify', version);
    const relative = await this.foundOf(held);
    const where = context as RelatedPersonContext;
    if (where === 'DECEASED') throw new RuleBroken('context-deceased', undefined, { context: ['not-here'] });
    await this.cards.add(held.row, { level: level as VerificationLevel, context: where, how });
    if (relative.row.context !== where) await this.relatives.change(relative, { context: where });
    const reached = levelFrom(await this.cards.cardsOf(held.row), where, held.row.locatedBy);
    await this.keepLevel(held, reached);
  }

  async verify(id: string, version: number): Promise<void> {
    const { held } = await this.taking.hold(id, 'family-link:verify', version, 'verify');
    const { row } = await this.foundOf(held);
    assertVerified(held.row.verification, row.context as RelatedPersonContext);
    await this.links.move(held, { event: 'verify' });
  }

  /** It was somebody else: what is kept of them goes after thirty days (R-FL-17), and the search goes on. */
  async unfind(id: string, version: number, reason: string): Promise<void> {
    const { held } = await this.taking.hold(id, 'family-link:false_match', version, 'false_match');
    const relative = await this.foundOf(held);
    await this.relatives.change(relative, { eraseAfter: eraseAfter(await this.days.today(held.row.officeId)) });
    await this.cards.end(id);
    await this.links.move(held, {
      event: 'false_match',
      note: reason,
      change: { relatedPersonId: null, locatedBy: null, verification: 'V0' },
    });
  }

  private async keepLevel(held: OpenLink, verification: VerificationLevel): Promise<void> {
    if (isVerified(verification) || !rests(held.row)) {
      await this.links.keep(held, { action: 'verification', change: { verification } });
      return;
    }
    const change = { verification, stateBefore: held.row.state, pauseReason: 'OFFICER' as const };
    await this.links.move(held, { event: 'pause', change });
  }

  private async foundOf({ row }: OpenLink): Promise<OpenRelatedPerson> {
    const relative = await this.relatives.hold(row);
    if (!relative || ['REUNITED', 'FOLLOW_UP', 'CLOSED'].includes(row.state)) throw new RuleBroken('nobody-found', { state: row.state });
    return relative;
  }
}

/** Whether a link stands where it rests on the verification. */
const rests = ({ state }: FamilyLink): boolean => state !== 'LOCATED' && actionsFrom(familyLinkProcess, state).includes('pause');
