import { Injectable } from '@nestjs/common';
import type { WaitingLineView, WaitingListView, WaitingMoveInput } from '@panah/contracts/housing-waiting.contract';
import { placeAtEnd, placeBefore } from '@panah/domain/housing/waiting-list';
import { RuleBroken } from '@panah/domain/process/process';
import { CaseRecords } from '../cases/case.records';
import { type ClientCard, ClientRecords } from '../clients/client.records';
import { mayOn } from '../platform/access/may-on';
import { currentLine } from '../platform/audit/current-line';
import { notFound } from '../platform/errors/problem';
import { PlacementRecords } from './placement.records';
import { placeView } from './placement-views';
import { type Ranked, WaitingRecords, type WaitingRow } from './waiting.records';

const DAY = 86_400_000;

/** Who waits for a place, in which order, and why there (R-HO-05). */
@Injectable()
export class WaitingService {
  constructor(
    private readonly waiting: WaitingRecords,
    private readonly placements: PlacementRecords,
    private readonly clients: ClientRecords,
    private readonly cases: CaseRecords,
  ) {}

  async list(): Promise<WaitingListView> {
    const [rows, places] = [await this.waiting.list(), await this.waiting.places()];
    const cards = await this.clients.cards(
      rows.map((row) => ({ id: row.clientId, sealed: row.clientSealed, sealVersion: row.clientSealVersion })),
    );
    if (rows.length) currentLine().opened('PERSON');
    const items = rows.flatMap((row, at) => {
      const ranked = places.get(row.id);
      return ranked ? [lineOf(row, ranked, cards[at])] : [];
    });
    items.sort((a, b) => a.waiting.place - b.waiting.place);
    return { items, total: items.length };
  }

  /** By hand, right before somebody else of the same office or to the end; with a reason that stays. */
  async move(id: string, { beforeId, reason }: WaitingMoveInput): Promise<void> {
    const held = await this.placements.hold(id, 'placement:rank');
    const { state, caseId, officeId } = held.row;
    if (!['REQUESTED', 'MATCHED', 'OFFERED'].includes(state)) throw new RuleBroken('not-open', { state, action: 'rank', open: [] });
    const now = new Date().toISOString();
    const other = beforeId === undefined ? null : await this.otherOf(beforeId, id, officeId);
    const today = await this.cases.todayOn(caseId);
    await this.waiting.put(held, other ? placeBefore(other, now) : placeAtEnd(id, today, now), reason);
  }

  private async otherOf(beforeId: string, id: string, officeId: string): Promise<Ranked> {
    // somebody whom the reader may not see is nobody to be put before
    await this.placements.get(beforeId, 'placement:rank');
    const other = (await this.waiting.places()).get(beforeId);
    if (!other || other.officeId !== officeId) throw notFound();
    if (beforeId === id) throw new RuleBroken('same-place', {}, { beforeId: ['same'] });
    return other;
  }
}

function lineOf(row: WaitingRow, ranked: Ranked, card: ClientCard | undefined): WaitingLineView {
  const { id, version, caseId, caseRef, state, kind, neededFrom, householdSize, constraints, declines, heldUntil } = row;
  const waiting = placeView(ranked);
  if (!waiting) throw new Error('A request on the list has a place.');
  return {
    ...{ id, version, caseId, caseRef, state, kind, neededFrom, householdSize, constraints, declines, waiting },
    name: card?.displayName ?? null,
    pseudonym: card?.pseudonym ?? null,
    daysWaiting: Math.max(0, Math.floor((Date.now() - Date.parse(ranked.requestedOn)) / DAY)),
    expiresAt: heldUntil?.toISOString() ?? null,
    actions: mayOn('placement:rank', row) ? ['rank'] : [],
  };
}
