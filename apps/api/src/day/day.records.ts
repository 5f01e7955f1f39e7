import { Injectable } from '@nestjs/common';
import type { CaseWeighed } from '@panah/domain/cases/caseload.rules';
import type { DayGroup, DayKind } from '@panah/domain/vocabulary/day';
import type { TaskKind } from '@panah/domain/vocabulary/tasks';
import { appointmentPlace } from '../appointments/appointment.records';
import { ClientRecords } from '../clients/client.records';
import { currentActor, currentReach, hasWord, reachValuesOrNone } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { Sealer } from '../platform/sealing/sealer';
import { StaffRecords } from '../staff/staff.records';
import { taskPlace } from '../tasks/task.entity';
import { DAY_WORDS, OFFICE_WORDS } from './day.lines';
import { dayOfReader } from './day.statement';

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

/** What only tasks and appointments have; their title is sealed. */
interface DoableRow {
  version: number | null;
  taskKind: TaskKind | null;
  priority: string | null;
  /** Of something to do about an incident of the office. */
  incidentId: string | null;
  status: string | null;
  timeZone: string | null;
  minutes: number | null;
  officeZone: string | null;
  weekendDays: number[] | null;
  holidays: string[] | null;
}

export interface NamedLine extends DayLine, DoableRow {
  name: { arab: string | null; latin: string | null } | null;
  pseudonym: string | null;
  /** Of a task or appointment, opened. */
  words: { title?: string | null; kind?: string } | null;
  /** Whose it is, when the reader stands in. */
  standsInFor: string | null;
}

export interface Day {
  lines: NamedLine[];
  cases: CaseWeighed[];
}

interface DayRow extends DayLine, DoableRow, Record<string, unknown> {
  standsFor: string | null;
  ownSealed: Buffer | null;
  ownSealVersion: number;
  /** The reader's caseload, how many of each kind; with the first row. */
  cases: (CaseWeighed & { count: number })[] | null;
  clientId: string | null;
  sealed: Buffer | null;
  sealVersion: number;
}

/** What waits for one person, over the tables of several capabilities, each within the reach of its own word. Reads only. */
@Injectable()
export class DayRecords {
  constructor(
    private readonly clients: ClientRecords,
    private readonly staff: StaffRecords,
    private readonly sealer: Sealer,
  ) {}

  async ofReader(): Promise<Day> {
    const rows = await currentWork().rows<DayRow>(dayOfReader(), [
      currentActor().staffId,
      ...OFFICE_WORDS.map(officesOf),
      ...DAY_WORDS.flatMap(reachValuesOrNone),
    ]);
    // without a line there is still one row, for the caseload
    const lines = rows.filter((row) => row.id !== null);
    currentLine().returned(
      'day',
      lines.map((row) => row.id),
    );
    const cases = (rows[0]?.cases ?? []).flatMap(({ count, ...one }) => Array.from({ length: count }, () => one));
    return { lines: await this.named(lines), cases };
  }

  private async named(rows: readonly DayRow[]): Promise<NamedLine[]> {
    // several lines may be about one client, who is opened once
    const rowOf = new Map(
      rows.flatMap(({ clientId: id, sealed, sealVersion }) => (id && sealed ? [[id, { id, sealed, sealVersion }]] : [])),
    );
    const known = [...rowOf.values()];
    const cards = await this.clients.cards(known);
    const cardOf = new Map(known.map(({ id }, index) => [id, cards[index]]));
    if (known.length) currentLine().opened('PERSON');
    const wordsOf = await this.wordsOf(rows);
    const standingIn = rows.filter(({ kind }) => STOOD_IN_FOR.includes(kind));
    const names = await this.staff.names(standingIn.map(({ standsFor }) => standsFor));
    return rows.map((row) => {
      const card = row.sealed && row.clientId ? cardOf.get(row.clientId) : undefined;
      const standsInFor = STOOD_IN_FOR.includes(row.kind) && row.standsFor ? (names.get(row.standsFor) ?? null) : null;
      return {
        ...row,
        name: card?.displayName ?? null,
        pseudonym: card?.pseudonym ?? null,
        words: wordsOf.get(row.id) ?? null,
        standsInFor,
      };
    });
  }

  /** What people wrote on their tasks and appointments. */
  private async wordsOf(rows: readonly DayRow[]): Promise<Map<string, { title?: string | null; kind?: string }>> {
    const written = rows.flatMap(({ id, kind, clientId, ownSealed, ownSealVersion: sealVersion }) =>
      clientId && ownSealed ? [{ id, sealed: ownSealed, place: placeOf(kind)({ id, clientId, sealVersion }) }] : [],
    );
    const opened = await this.sealer.openMany<{ title?: string | null; kind?: string }>(written);
    if (written.length) currentLine().opened('TASKS');
    return new Map(written.map(({ id }, at) => [id, opened[at] ?? {}]));
  }
}

/** Lines that a deputy sees for somebody else. A late line of another worker’s case is shown to a coordinator as such. */
const STOOD_IN_FOR: readonly DayKind[] = ['TASK', 'SAFETY_TASK', 'INCIDENT_ACTION', 'APPOINTMENT', 'ASSESSMENT', 'PLAN', 'FAMILY_ANSWER'];

const placeOf = (kind: DayKind) => (kind === 'APPOINTMENT' ? appointmentPlace : taskPlace);

/** Offices in which the reader takes enquiries or names deputies; none for one whose tie is not cleared (R-AC-14). */
function officesOf(word: (typeof OFFICE_WORDS)[number]): string[] {
  const open = !['DECLARED', 'UPHELD'].includes(currentActor().tie);
  return open && hasWord(word) ? currentReach(word).offices : [];
}
