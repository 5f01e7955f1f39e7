import { Injectable } from '@nestjs/common';
import type { TimelineLineView, TimelineQuery, TimelineStepView, TimelineView } from '@panah/contracts/timeline.contract';
import { KnownColleagues } from '../cases/known-colleagues.records';
import { ContactSafety } from '../clients/contact-safety.records';
import { NoteRecords, peopleIn } from './note.records';
import { writableTypes } from './note.view';
import { hasWord } from '../platform/access/current-reach';
import { cursorAfter, readCursor } from '../platform/http/keyset';
import { StaffRecords } from '../staff/staff.records';
import { type After, type LineOnFile, type StepOnFile, TimelineRecords } from './timeline.records';

const USUAL = 30;

/** Notes and steps of a file, newest first. All is asked for in one round trip and cut to a page; only then are notes opened. */
@Injectable()
export class TimelineService {
  constructor(
    private readonly lines: TimelineRecords,
    private readonly notes: NoteRecords,
    private readonly staff: StaffRecords,
    private readonly contacts: ContactSafety,
    private readonly known: KnownColleagues,
  ) {}

  async read(caseId: string, { kind, type, cursor, limit = USUAL }: TimelineQuery): Promise<TimelineView> {
    const after = afterOf(cursor);
    const mayReadNotes = hasWord('note:read');
    const [{ file, lines, drafts: unsigned }, shutWays] = await Promise.all([
      this.lines.page(caseId, { kind, type, after, limit: limit + 1 }),
      !after && hasWord('note:write') ? this.contacts.shutOnCase(caseId) : [],
    ]);
    const types = mayReadNotes ? writableTypes(file) : [];
    const shown = lines.slice(0, limit);
    const last = lines.length > limit ? shown.at(-1) : undefined;
    const notes = await this.notes.openAll([...unsigned, ...shown.flatMap(({ note }) => note ?? [])]);
    const [drafts, opened] = [notes.slice(0, unsigned.length), notes.slice(unsigned.length)];
    this.lines.told(shown);
    const people = peopleIn(notes.map(({ row }) => row));
    const [names, untold] = await Promise.all([
      this.staff.namesKnowing(
        shown.flatMap(({ by }) => by ?? []),
        people,
      ),
      this.known.untold(file),
    ]);
    const actors = new Map([...names].filter(([id]) => !untold.has(id)));
    const views = new Map(this.notes.viewsNaming(opened, names).map((view) => [view.id, view]));
    return {
      items: shown.map((line) => lineView(line, views, actors)),
      drafts: this.notes.viewsNaming(drafts, names),
      next: last ? cursorAfter([last.moment, last.id]) : null,
      types,
      shutWays: new Set<string>(types).has('CONTACT') ? shutWays : [],
    };
  }
}

function afterOf(cursor: string | undefined): After | null {
  const [moment, id] = readCursor(cursor, 2) ?? [];
  return moment && id ? { moment: String(moment), id: String(id) } : null;
}

function lineView(
  { id, at, note, step, byId }: LineOnFile,
  notes: ReadonlyMap<string, NonNullable<TimelineLineView['note']>>,
  names: ReadonlyMap<string, string>,
): TimelineLineView {
  const name = byId ? names.get(byId) : undefined;
  const by = byId && name !== undefined ? { id: byId, name } : null;
  return { id, at: at.toISOString(), note: (note && notes.get(note.id)) ?? null, step: step && stepView(step, by) };
}

const stepView = ({ subject, subjectId, action, from, to, reason, about }: StepOnFile, by: TimelineStepView['by']): TimelineStepView => ({
  subject,
  subjectId,
  action,
  from,
  to,
  reason,
  about,
  by,
});
