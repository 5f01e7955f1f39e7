import { Injectable } from '@nestjs/common';
import type { CaseWeighed } from '@panah/domain/cases/caseload.rules';
import type { DayGroup, DayKind } from '@panah/domain/vocabulary/day';
import { ClientRecords } from '../clients/client.records';
import { currentActor, currentReach, hasWord, reachValuesOrNone } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { DAY, DAY_WORDS, ENQUIRY_WORDS } from './day.statement';

export interface DayLine {
  kind: DayKind;
  group: DayGroup;
  id: string;
  total: number;
  caseId: string | null;
  caseRef: string | null;
  language: string | null;
  country: string | null;
  noteType: string | null;
  dueAt: Date | null;
  dueOn: string | null;
  since: Date;
  late: boolean;
}

export interface NamedLine extends DayLine {
  name: { arab: string | null; latin: string | null } | null;
  pseudonym: string | null;
}

export interface Day {
  lines: NamedLine[];
  cases: CaseWeighed[];
}

interface DayRow extends DayLine, Record<string, unknown> {
  cases: CaseWeighed[];
  clientId: string | null;
  sealed: Buffer | null;
  sealVersion: number;
}

/** What waits for one person, over the tables of several capabilities, each within the reach of its own word. Reads only. */
@Injectable()
export class DayRecords {
  constructor(private readonly clients: ClientRecords) {}

  async ofReader(): Promise<Day> {
    const rows = await currentWork().rows<DayRow>(DAY, [
      currentActor().staffId,
      ...ENQUIRY_WORDS.map(officesOf),
      ...DAY_WORDS.flatMap(reachValuesOrNone),
    ]);
    // without a line there is still one row, for the caseload
    const lines = rows.filter((row) => row.id !== null);
    currentLine().returned(
      'day',
      lines.map((row) => row.id),
    );
    return { lines: await this.named(lines), cases: rows[0]?.cases ?? [] };
  }

  private async named(rows: readonly DayRow[]): Promise<NamedLine[]> {
    const known = rows.flatMap(({ clientId, sealed, sealVersion }) => (clientId && sealed ? [{ id: clientId, sealed, sealVersion }] : []));
    const cards = await this.clients.cards(known);
    const cardOf = new Map(known.map(({ id }, index) => [id, cards[index]]));
    if (known.length) currentLine().opened('PERSON');
    return rows.map((row) => {
      const card = row.sealed && row.clientId ? cardOf.get(row.clientId) : undefined;
      return { ...row, name: card?.displayName ?? null, pseudonym: card?.pseudonym ?? null };
    });
  }
}

/** Offices in which the reader takes enquiries; none for one whose tie is not cleared (R-AC-14). */
function officesOf(word: (typeof ENQUIRY_WORDS)[number]): string[] {
  const open = !['DECLARED', 'UPHELD'].includes(currentActor().tie);
  return open && hasWord(word) ? currentReach(word).offices : [];
}
