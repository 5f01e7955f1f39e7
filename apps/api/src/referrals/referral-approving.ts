import { Injectable } from '@nestjs/common';
import type { ReferralApprovalInput } from '@panah/contracts/referrals.contract';
import type { ReferralItemView } from '@panah/contracts/referral-views.contract';
import { RuleBroken } from '@panah/domain/process/process';
import { chosenBy } from '@panah/domain/referrals/item.rules';
import { CaseRecords, type ReachedCase } from '../cases/case.records';
import { currentActor } from '../platform/access/current-reach';
import { ThoughRefused } from '../platform/access/though-refused';
import { notFound, Problem } from '../platform/errors/problem';
import { Tokens } from '../platform/sealing/tokens';
import { TaskRecords } from '../tasks/task.records';
import { approvalMark } from './approval-mark';
import { PackageContents } from './package-contents';
import { type Approval, ReferralApprovals } from './referral-approval.records';
import { assertRead } from './referral-choosing';
import type { OpenReferral, Piece, Referral } from './referral.entity';

/** What is not agreed to, and what there is of an approval. */
type Missing = { item: string } & Partial<Approval>;

/**
 * R-RE-04: what is restricted goes out on a coordinator's word, one by one, and as they saw it; never on the word of whoever chose it, and to no other
 * partner and for no other service than it was given for.
 */
@Injectable()
export class ReferralApproving {
  constructor(
    private readonly approvals: ReferralApprovals,
    private readonly contents: PackageContents,
    private readonly tokens: Tokens,
    private readonly tasks: TaskRecords,
    private readonly cases: CaseRecords,
    private readonly refused: ThoughRefused,
  ) {}

  /** What is asked for, and is not agreed to as it is now, is a task of the coordinators. */
  async ask(referral: OpenReferral, items: readonly string[], file: ReachedCase): Promise<void> {
    const packed = (keys: readonly string[]): Promise<Piece[]> => this.contents.ofKeys(referral, keys, file);
    await this.askAnew(referral.row, await this.missing(referral.row, items, packed));
  }

  /** What would go out under one item, before somebody agrees to it. Throws 404 for what nobody asked, or is agreed to. */
  async shown(referral: OpenReferral, item: string, file: ReachedCase): Promise<ReferralItemView> {
    await this.waiting(referral.row, item);
    const { pieces, mark } = await this.marked(referral, item, file);
    return { id: referral.row.id, item, content: JSON.stringify(pieces.map((each) => each.item)), mark: mark.toString('base64url') };
  }

  /** Throws 404 for what nobody asked, or is agreed to; 409 `item-changed` when what would go out is no longer what was shown. */
  async approve(referral: OpenReferral, { item, mark: seen }: ReferralApprovalInput, file: ReachedCase): Promise<void> {
    const { row } = referral;
    const { askedBy } = await this.waiting(row, item);
    const { staffId } = currentActor();
    if (row.madeBy === staffId || askedBy === staffId) throw new RuleBroken('second-person-needed', {}, { item: ['own'] });
    const { mark } = await this.marked(referral, item, file);
    if (mark.toString('base64url') !== seen) throw new Problem(409, 'item-changed');
    await this.approvals.approve(row, item, mark);
    const open = (await this.approvals.of(row.id)).some(({ approvedBy }) => approvedBy === null);
    if (!open) await this.tasks.settle('REFERRAL_APPROVAL', row.id);
  }

  /**
   * Otherwise the coordinators are asked, and that stands although nothing goes out.
   * @param pieces what is packed now
   * @throws RuleBroken `approval-missing` with what nobody else has agreed to, `approval-outdated` where some of it was agreed to and is another now
   */
  async assertAgreed({ row }: OpenReferral, items: readonly string[], pieces: readonly Piece[]): Promise<void> {
    const missing = await this.missing(row, items, () => Promise.resolve(pieces));
    if (missing.length === 0) return;
    await this.refused.keep(() => this.askAnew(row, missing));
    const code = missing.some(({ mark, changedAt }) => mark ?? changedAt) ? 'approval-outdated' : 'approval-missing';
    throw new RuleBroken(code, { items: missing.map(({ item }) => item) }, { items: ['approvalMissing'] });
  }

  private async missing(
    row: Referral,
    items: readonly string[],
    packed: (keys: readonly string[]) => Promise<readonly Piece[]>,
  ): Promise<Missing[]> {
    const known = items.length ? (await this.approvals.of(row.id)).filter(({ item }) => items.includes(item)) : [];
    const given = known.filter(({ mark, approvedBy }) => mark !== null && approvedBy !== row.madeBy);
    const pieces = given.length ? await packed(given.map(({ item }) => item)) : [];
    const agreed = new Set<string>();
    for (const { item, mark } of given) if (mark?.equals(await approvalMark(this.tokens, row, item, pieces))) agreed.add(item);
    return items.filter((item) => !agreed.has(item)).map((item) => ({ item, ...known.find((each) => each.item === item) }));
  }

  private async askAnew(row: Referral, missing: readonly Missing[]): Promise<void> {
    if (missing.length === 0) return;
    await this.approvals.ask(
      row,
      missing.map(({ item }) => item),
    );
    await this.approvals.takeBack(row, missing);
    if (await this.tasks.isOpen('REFERRAL_APPROVAL', row.id)) return;
    const { id: recordId, caseId, clientId } = row;
    await this.tasks.raise({ kind: 'REFERRAL_APPROVAL', caseId, clientId, dueOn: await this.cases.todayOn(caseId), recordId });
  }

  private async waiting(row: Referral, item: string): Promise<Approval> {
    const asked = (await this.approvals.of(row.id)).find((each) => each.item === item);
    if (asked?.approvedBy !== null) throw notFound();
    return asked;
  }

  /** Nobody agrees to what they do not read. */
  private async marked(referral: OpenReferral, item: string, file: ReachedCase): Promise<{ pieces: Piece[]; mark: Buffer }> {
    assertRead(file, chosenBy([item]).items);
    const pieces = await this.contents.ofKeys(referral, [item], file);
    if (item.includes(':') && pieces.length === 0) throw notFound();
    return { pieces, mark: await approvalMark(this.tokens, referral.row, item, pieces) };
  }
}
