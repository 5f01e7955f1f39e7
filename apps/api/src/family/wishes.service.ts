import { Injectable } from '@nestjs/common';
import type {
  FamilyConsentInput,
  FamilyStopInput,
  FamilyWarningInput,
  FamilyWishInput,
  FamilyWishesView,
  FamilyWishView,
} from '@panah/contracts/family-wishes.contract';
import type { Word } from '@panah/domain/access/access-table';
import { WISH_PURPOSES } from '@panah/domain/consents/purposes';
import { answerDayOf } from '@panah/domain/family/link-face';
import { assertMayBegin, assertWarned } from '@panah/domain/family/wish.rules';
import { RuleBroken } from '@panah/domain/process/process';
import { CaseRecords, type ReachedCase } from '../cases/case.records';
import { type ConsentLine, ConsentsAbout } from '../consents/consents-about.records';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { LinkQueue } from './link-queue.records';
import { accountOf } from './wish-input';
import type { OpenWish } from './wish.entity';
import { WishRecords } from './wish.records';
import { wishesView, wishView } from './wish.view';

/** What a client wishes, in their words, and what they allow. Nothing here knows what lies behind it (R-FL-02). */
@Injectable()
export class WishesService {
  constructor(
    private readonly wishes: WishRecords,
    private readonly cases: CaseRecords,
    private readonly consents: ConsentsAbout,
    private readonly queue: LinkQueue,
  ) {}

  async list(caseId: string): Promise<FamilyWishesView> {
    const file = await this.cases.reachable(caseId, 'family-link:read');
    return wishesView(file, await this.wishes.ofClient(file.clientId));
  }

  async read(id: string): Promise<FamilyWishView> {
    const wish = await this.wishes.get(id, 'family-link:read');
    const file = await this.fileOf(wish, 'family-link:read');
    return wishView(wish, file, await this.said(wish));
  }

  async note(caseId: string, input: FamilyWishInput): Promise<FamilyWishView> {
    const file = await this.cases.reachable(caseId, 'family-link:note');
    assertOpen(file, 'note');
    const id = await this.wishes.add(file, {
      relative: accountOf(input.relative, await this.cases.todayOn(file.id)),
      wish: input.wish.trim(),
    });
    return this.read(id);
  }

  async edit(id: string, version: number, input: FamilyWishInput): Promise<FamilyWishView> {
    const held = await this.wishes.hold(id, 'family-link:edit');
    if (held.row.face === 'ENDED') throw new RuleBroken('not-open', { state: 'ENDED', action: 'edit', open: ['begin'] });
    const file = await this.fileOf(held, 'family-link:edit');
    await this.wishes.edit(held, version, {
      relative: accountOf(input.relative, await this.cases.todayOn(file.id)),
      wish: input.wish.trim(),
    });
    return this.read(id);
  }

  /** Before the first message: that no answer can mean anything, and that we shall never say which. */
  async warn(id: string, { language, confirmed }: FamilyWarningInput): Promise<FamilyWishView> {
    assertWarned(confirmed);
    const held = await this.wishes.hold(id, 'family-link:warn');
    const change = { warned_by: currentActor().staffId, warned_at: new Date() };
    await this.wishes.keep(held, change, { ...held.secrets, warnedIn: language });
    return this.read(id);
  }

  async consent(id: string, input: FamilyConsentInput): Promise<FamilyWishView> {
    const wish = await this.wishes.get(id, 'family-link:edit');
    const file = await this.fileOf(wish, 'consent:record');
    assertOpen(file, 'consent');
    await this.consents.record(file, { id, name: wish.secrets.relative.names[0] ?? '' }, input);
    return this.read(id);
  }

  async withdraw(id: string, consentId: string, { how }: FamilyStopInput): Promise<FamilyWishView> {
    await this.wishes.get(id, 'family-link:read');
    await this.consents.withdraw(consentId, id, how);
    return this.read(id);
  }

  /** Rests on a yes to looking and on one to telling, both shared until this is over. The day of the answer is the calendar's (R-FL-12). */
  async begin(id: string): Promise<FamilyWishView> {
    const held = await this.wishes.hold(id, 'family-link:open');
    const file = await this.fileOf(held, 'family-link:open');
    assertOpen(file, 'begin');
    assertMayBegin(await this.said(held), held.row.endedAt);
    const today = await this.cases.todayOn(file.id);
    await this.wishes.move(held, 'begin', {
      case_id: file.id,
      begun_on: today,
      answer_on: answerDayOf(today),
      answered_at: null,
      ended_at: null,
    });
    await this.queue.waitFor(file);
    return this.read(id);
  }

  /** No reason is asked. What the client allowed about this person ends with it, in this transaction. */
  async end(id: string, { how }: FamilyStopInput): Promise<FamilyWishView> {
    const held = await this.wishes.hold(id, 'family-link:client_stops');
    await this.wishes.move(held, 'stop', { ended_at: new Date() });
    await this.consents.withdrawAll(held.row.clientId, id, how);
    return this.read(id);
  }

  private said({ row }: OpenWish): Promise<ConsentLine[]> {
    return this.consents.of(row.clientId, row.id, WISH_PURPOSES, 'family-link:read');
  }

  private async fileOf(wish: OpenWish, word: Word): Promise<ReachedCase> {
    const file = await this.cases.reachable(await this.wishes.caseOf(wish), word);
    currentLine().about('family_wish', wish.row.id);
    return file;
  }
}

function assertOpen({ state }: ReachedCase, action: string): void {
  if (state === 'CLOSED') throw new RuleBroken('not-open', { state, action, open: [] });
}
