import { Injectable } from '@nestjs/common';
import type { TimelineLineView, TimelineQuery, TimelineView } from '@panah/contracts/timeline.contract';
import { CaseRecords } from '../cases/case.records';
import { KnownColleagues } from '../cases/known-colleagues.records';
import { ContactSafety } from '../clients/contact-safety.records';
import type { CaseNote } from './note.entity';
import { NoteRecords, peopleIn } from './note.records';
import { hasWord } from '../platform/access/current-reach';
import { cursorAfter, readCursor } from '../platform/http/keyset';
import { StaffRecords } from '../staff/staff.records';
import { type After, type StepOnFile, TimelineRecords } from './timeline.records';

interface Line {
  id: string;
  at: Date;
  moment: string;
  note?: CaseNote;
  step?: StepOnFile;
}

const USUAL = 30;

/** Notes and steps of a file, newest first. Both are asked for in one round trip, put in order, cut to a page; only then are notes opened. */
@Injectable()
export class TimelineService {
  constructor(
    private readonly cases: CaseRecords,
    private readonly steps: TimelineRecords,
    private readonly notes: NoteRecords,
    private readonly staff: StaffRecords,
    private readonly contacts: ContactSafety,
    private readonly known: KnownColleagues,
  ) {}

  async read(caseId: string, { kind, type, cursor, limit = USUAL }: TimelineQuery): Promise<TimelineView> {
    const after = afterOf(cursor);
    const mayReadNotes = hasWord('note:read');
    const [file, steps, notes, drafts, types] = await Promise.all([
      this.cases.reachable(caseId, 'case:read'),
      type || kind === 'NOTES' ? [] : this.steps.stepsAfter(caseId, kind, after, limit + 1),
      mayReadNotes && (!kind || kind === 'NOTES') ? this.notes.after(caseId, type ?? null, after, limit + 1) : [],
      mayReadNotes && !after ? this.notes.drafts(caseId) : [],
      mayReadNotes ? this.notes.writableTypes(caseId) : [],
    ]);
    const lines = [
      ...notes.map((note): Line => ({ id: note.id, at: note.happenedAt, moment: note.moment, note })),
      ...steps.map((step): Line => ({ id: step.id, at: step.at, moment: step.moment, step })),
    ].sort((a, b) => (`${a.moment}${a.id}` < `${b.moment}${b.id}` ? 1 : -1));
    const shown = lines.slice(0, limit);
    const last = lines.length > limit ? shown.at(-1) : undefined;
    const opened = await this.notes.openAll(shown.flatMap(({ note }) => note ?? []));
    const told = shown.flatMap(({ step }) => step ?? []);
    this.steps.told(told);
    const [names, actors, shutWays] = await Promise.all([
      this.staff.names(peopleIn([...opened, ...drafts].map(({ row }) => row))),
      this.known.names(
        file,
        told.map(({ byId }) => byId),
      ),
      !after && new Set<string>(types).has('CONTACT') ? this.contacts.shut(file.clientId) : [],
    ]);
    const views = new Map(this.notes.viewsNaming(opened, names).map((view) => [view.id, view]));
    return {
      items: shown.map((line) => lineView(line, views, actors)),
      drafts: this.notes.viewsNaming(drafts, names),
      next: last ? cursorAfter([last.moment, last.id]) : null,
      types,
      shutWays,
    };
  }
}

function afterOf(cursor: string | undefined): After | null {
  const [moment, id] = readCursor(cursor, 2) ?? [];
  return moment && id ? { moment: String(moment), id: String(id) } : null;
}

function lineView(
  { id, at, note, step }: Line,
  notes: ReadonlyMap<string, NonNullable<TimelineLineView['note']>>,
  names: ReadonlyMap<string, string>,
): TimelineLineView {
  const name = step?.byId ? names.get(step.byId) : undefined;
  const by = step?.byId && name !== undefined ? { id: step.byId, name } : null;
  return {
    id,
    at: at.toISOString(),
    note: (note && notes.get(note.id)) ?? null,
    step: step
      ? {
          subject: step.subject,
          subjectId: step.subjectId,
          action: step.action,
          from: step.from,
          to: step.to,
          reason: step.reason,
          about: step.about,
          by,
        }
      : null,
  };
}
