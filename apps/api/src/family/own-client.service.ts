import { Injectable } from '@nestjs/common';
import type { OwnClientInput } from '@panah/contracts/family-steps.contract';
import { parseCaseRef } from '@panah/domain/numbers/case-ref';
import { RuleBroken } from '@panah/domain/process/process';
import { invalid } from '../platform/errors/problem';
import { LinkRecords } from './link.records';
import { LinkTaking } from './link-taking';
import { OwnClientRecords } from './own-client.records';
import { RelativeRecords } from './relative.records';

/** R-FL-14: the relative is a client of ours too. Said by somebody who has both in reach; nothing of it goes into either file. */
@Injectable()
export class OwnClientService {
  constructor(
    private readonly taking: LinkTaking,
    private readonly links: LinkRecords,
    private readonly relatives: RelativeRecords,
    private readonly clients: OwnClientRecords,
  ) {}

  /** Who serves which side changes with it, in the database (`app.part_sides`). */
  async name(id: string, version: number, { caseRef }: OwnClientInput): Promise<void> {
    const { held } = await this.taking.hold(id, 'family-link:own-client', version);
    const { row } = held;
    if (row.state === 'CLOSED') throw new RuleBroken('not-open', { state: row.state, action: 'own-client', open: [] });
    const relative = await this.relatives.hold(row);
    if (!relative || relative.row.erasedAt !== null) throw new RuleBroken('relative-not-known');
    if (relative.row.alsoClientId !== null) throw new RuleBroken('own-client-known');
    const alsoClientId = await this.clients.ofReference(parseCaseRef(caseRef) ?? '');
    if (alsoClientId === null) throw invalid({ caseRef: ['not-in-reach'] });
    if (alsoClientId === row.clientId) throw new RuleBroken('same-person', {}, { caseRef: ['same'] });
    if (!(await this.clients.hasSecondOfficer(id, alsoClientId))) throw new RuleBroken('second-officer-needed');
    await this.relatives.change(relative, { alsoClientId });
    await this.links.keep(held, { action: 'own-client' });
  }
}
