import { Injectable } from '@nestjs/common';
import type { BoardNameView, BoardPersonView } from '@panah/contracts/board.contract';
import { ClientRecords } from '../clients/client.records';
import { currentLine } from '../platform/audit/current-line';
import { StaffRecords } from '../staff/staff.records';

/** A client as a row carries them, still closed; null where the reader may not open the person. */
export interface ShutClient {
  clientId: string | null;
  clientSealed: Buffer | null;
  clientSealVersion: number;
}

/** A colleague as a row carries them. */
export interface ShutWorker {
  workerId: string | null;
  workerSealed: Buffer | null;
  workerSealVersion: number;
}

export interface Named {
  name: BoardNameView | null;
  pseudonym: string | null;
  worker: BoardPersonView | null;
}

/** Opens who stands on the lines of a board, all at once; the rows came with them. */
@Injectable()
export class BoardNames {
  constructor(
    private readonly clients: ClientRecords,
    private readonly staff: StaffRecords,
  ) {}

  async open<Row extends ShutClient & ShutWorker>(rows: readonly Row[]): Promise<(Row & Named)[]> {
    const cards = await this.cardsOf(rows);
    const known = rows.flatMap(({ workerId: id, workerSealed: sealed, workerSealVersion: sealVersion }) =>
      id && sealed ? [{ id, sealed, sealVersion }] : [],
    );
    const names = await this.staff.namesKnowing(known, []);
    return rows.map((row) => {
      const card = row.clientId && row.clientSealed ? cards.get(row.clientId) : undefined;
      return {
        ...row,
        name: card?.displayName ?? null,
        pseudonym: card?.pseudonym ?? null,
        worker: row.workerId ? { id: row.workerId, name: names.get(row.workerId) ?? '' } : null,
      };
    });
  }

  private async cardsOf(rows: readonly ShutClient[]) {
    const known = [
      ...new Map(
        rows.flatMap(({ clientId: id, clientSealed: sealed, clientSealVersion: sealVersion }) =>
          id && sealed ? [[id, { id, sealed, sealVersion }] as const] : [],
        ),
      ).values(),
    ];
    const cards = await this.clients.cards(known);
    if (known.length) currentLine().opened('PERSON');
    return new Map(known.map(({ id }, at) => [id, cards[at]]));
  }
}
