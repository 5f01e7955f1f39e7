import { Injectable } from '@nestjs/common';
import type { FamilyFreezesView, FamilyFreezeView, FreezeDecisionInput } from '@panah/contracts/family-enquiries.contract';
import { familyFreezeProcess } from '@panah/domain/family/enquiry.process';
import { move } from '@panah/domain/process/process';
import { FamilyFreezeRecords } from './family-freeze.records';
import { familyFreezeView } from './family-freeze.view';

@Injectable()
export class FamilyFreezesService {
  constructor(private readonly freezes: FamilyFreezeRecords) {}

  async waiting(): Promise<FamilyFreezesView> {
    return { items: (await this.freezes.waiting()).map(familyFreezeView) };
  }

  async read(id: string): Promise<FamilyFreezeView> {
    return familyFreezeView(await this.freezes.get(id));
  }

  async decide(id: string, version: number, { decision, reason }: FreezeDecisionInput): Promise<FamilyFreezeView> {
    const freeze = await this.freezes.hold(id, version);
    const state = move(familyFreezeProcess, freeze.row.state, decision === 'RELEASE' ? 'release' : 'refuse');
    await this.freezes.decide(freeze, state, { reason });
    return this.read(id);
  }
}
