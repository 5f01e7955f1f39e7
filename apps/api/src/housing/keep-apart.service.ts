import { Injectable } from '@nestjs/common';
import type { KeepApartInput, KeepApartView } from '@panah/contracts/housing-waiting.contract';
import { parseCaseRef } from '@panah/domain/numbers/case-ref';
import { RuleBroken } from '@panah/domain/process/process';
import { CaseRecords, type ReachedCase } from '../cases/case.records';
import { mayOn } from '../platform/access/may-on';
import { StaffRecords } from '../staff/staff.records';
import { KeepApartRecords, type KeptApart } from './keep-apart.records';

/** Who must never live under one roof with whom (R-HO-03). */
@Injectable()
export class KeepApartService {
  constructor(
    private readonly pairs: KeepApartRecords,
    private readonly cases: CaseRecords,
    private readonly staff: StaffRecords,
  ) {}

  async of(file: ReachedCase): Promise<KeepApartView[]> {
    if (!mayOn('keep-apart:read', file)) return [];
    const rows = await this.pairs.of(file);
    const names = await this.staff.names(rows.map(({ setBy }) => setBy));
    return rows.map((row) => viewOf(row, file, names));
  }

  async read(id: string): Promise<KeepApartView> {
    const file = await this.cases.reachable(await this.pairs.caseOf(id), 'keep-apart:read');
    const view = (await this.of(file)).find((each) => each.id === id);
    if (!view) throw new Error('A pair that was found has a view.');
    return view;
  }

  async set(caseId: string, { caseRef, kind }: KeepApartInput): Promise<KeepApartView> {
    const file = await this.cases.reachable(caseId, 'keep-apart:set');
    const other = await this.pairs.other(parseCaseRef(caseRef) ?? caseRef);
    if (other.clientId === file.clientId) throw new RuleBroken('same-person', {}, { caseRef: ['same'] });
    return this.read(await this.pairs.set(file, other.clientId, kind));
  }

  async lift(id: string): Promise<void> {
    await this.pairs.lift(id);
  }
}

function viewOf(
  { id, caseId, caseRef, kind, setBy, setAt }: KeptApart,
  file: ReachedCase,
  names: ReadonlyMap<string, string>,
): KeepApartView {
  return {
    id,
    caseId,
    caseRef,
    kind,
    setBy: { id: setBy, name: names.get(setBy) ?? '' },
    setAt: setAt.toISOString(),
    actions: mayOn('keep-apart:lift', file) ? ['lift'] : [],
  };
}
