import { Injectable } from '@nestjs/common';
import type { FamilyMatchesView, FamilyMatchView } from '@panah/contracts/family-enquiries.contract';
import { familyMatchProcess } from '@panah/domain/family/match.process';
import { assertMayConfirm } from '@panah/domain/family/match.rules';
import { move } from '@panah/domain/process/process';
import { currentActor } from '../platform/access/current-reach';
import { StaffRecords } from '../staff/staff.records';
import { FamilyFindings } from './family-findings.records';
import { FamilyMatchRecords } from './family-match.records';
import { familyMatchLineView, familyMatchView } from './family-match.view';

@Injectable()
export class FamilyMatchesService {
  constructor(
    private readonly matches: FamilyMatchRecords,
    private readonly findings: FamilyFindings,
    private readonly staff: StaffRecords,
  ) {}

  async waiting(): Promise<FamilyMatchesView> {
    const rows = await this.matches.waiting();
    const names = await this.staff.names(rows.map(({ firstBy }) => firstBy));
    return { items: rows.map((row) => familyMatchLineView(row, names)) };
  }

  async read(id: string): Promise<FamilyMatchView> {
    const open = await this.matches.get(id);
    return familyMatchView(open, await this.staff.names([open.row.firstBy]));
  }

  /** The first word waits for another's; with the second, whoever asks is the one who was missed. */
  async confirm(id: string, version: number): Promise<FamilyMatchView> {
    await this.findings.shareGrounds((await this.matches.get(id)).row.linkId);
    const match = await this.matches.hold(id, version, 'family-match:confirm');
    const state = move(familyMatchProcess, match.row.state, 'confirm');
    assertMayConfirm({ ...match.row, by: currentActor().staffId });
    await this.matches.confirm(match, state === 'CONFIRMED' ? state : 'CONFIRMED_ONCE');
    if (state === 'CONFIRMED') await this.findings.found(match);
    return this.read(id);
  }

  /** One person's word is enough; it is not proposed again. */
  async refuse(id: string, version: number): Promise<FamilyMatchView> {
    const match = await this.matches.hold(id, version, 'family-match:refuse');
    move(familyMatchProcess, match.row.state, 'refuse');
    await this.matches.refuse(match);
    return this.read(id);
  }
}
