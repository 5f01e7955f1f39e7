import { Injectable } from '@nestjs/common';
import type { CaseFileView } from '@panah/contracts/cases.contract';
import { NoteRecords } from '../notes/note.records';
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
    const file = await this.cases.reachable(id, 'case:read');
    const client = await this.caseload.clientOf(id);
    const notes = await this.notes.lastOf(id, NOTES);
    const names = await this.staff.names([file.primaryWorkerId, file.closureRequestedBy]);
    return { id, case: caseView(file, names), client, notes };
  }
}
