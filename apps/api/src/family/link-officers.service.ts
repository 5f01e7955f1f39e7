import { Injectable } from '@nestjs/common';
import type { LinkOfficersView } from '@panah/contracts/family.contract';
import type { LinkOfficerInput } from '@panah/contracts/family-links.contract';
import { RuleBroken } from '@panah/domain/process/process';
import { StaffRecords } from '../staff/staff.records';
import { LinkOfficerRecords, type ServedSide } from './link-officers.records';
import { LinkRecords } from './link.records';
import { LinkPartRecords } from './link-parts.records';

/** R-FL-14: who serves the client, who the relative, and who neither. A coordinator decides it without seeing a name of the two. */
@Injectable()
export class LinkOfficersService {
  constructor(
    private readonly links: LinkRecords,
    private readonly officers: LinkOfficerRecords,
    private readonly parts: LinkPartRecords,
    private readonly staff: StaffRecords,
  ) {}

  async read(id: string): Promise<LinkOfficersView> {
    const { row } = await this.links.get(id, 'family-link:assign');
    return this.answer(id, row.version);
  }

  async assign(id: string, version: number, input: LinkOfficerInput): Promise<LinkOfficersView> {
    const [staffId, side] = [input.staffId, input.side as ServedSide];
    const held = await this.links.hold(id, 'family-link:assign', version);
    if (held.row.state === 'CLOSED') throw new RuleBroken('not-open', { state: 'CLOSED', action: 'assign', open: [] });
    const why = await this.officers.whyNot(id, staffId, side);
    if (why) throw new RuleBroken(why, { side }, { staffId: [why === 'not-suitable' ? 'notSuitable' : 'servesOtherSide'] });
    await this.links.keep(held, { action: 'officer', ...(side === 'MEDIATOR' ? { change: { mediatorId: staffId } } : {}) });
    await this.officers.put(held.row, staffId, side);
    return this.answer(id, held.row.version + 1);
  }

  /** Also for whoever handed their own side over, and reads it no longer. */
  private async answer(id: string, version: number): Promise<LinkOfficersView> {
    const officers = await this.parts.officersOf(id);
    const names = await this.staff.names(officers.map(({ staffId }) => staffId));
    return { id, version, officers: officers.map(({ staffId, side }) => ({ id: staffId, name: names.get(staffId) ?? '', side })) };
  }
}
