import { Injectable } from '@nestjs/common';
import type { CaseFileView } from '@panah/contracts/cases.contract';
import { authorsIn, NoteRecords, peopleIn } from '../notes/note.records';
import { StaffRecords } from '../staff/staff.records';
import { CaseRecords } from './case.records';
import { caseView } from './case.view';
import { CaseloadRecords } from './caseload.records';

const NOTES = 20;

/** What one sees on opening a file: the case, the client's card, the newest notes. */
@Injectable()
export class FilesService {
  constructor(
    private readonly cases: CaseRecords,
    private readonly caseload: CaseloadRecords,
    private readonly notes: NoteRecords,
    private readonly staff: StaffRecords,
  ) {}

  async read(id: string): Promise<CaseFileView> {
    // asked in one round trip; nothing is opened before the case is known to be in reach
    const [{ file, client: closed, workers }, noteRows] = await Promise.all([this.cases.reachableWhole(id), this.notes.lastOf(id, NOTES)]);
    const people = [file.primaryWorkerId, file.closureRequestedBy, ...peopleIn(noteRows)];
    const names = await this.staff.namesKnowing([...workers, ...authorsIn(noteRows)], people);
    const client = closed && (await this.caseload.openClient(closed));
    const notes = await this.notes.openAll(noteRows);
    return { id, case: caseView(file, names), client, notes: this.notes.viewsNaming(notes, names) };
  }
}
