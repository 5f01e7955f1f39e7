import { Injectable } from '@nestjs/common';
import type { TellingInput } from '@panah/contracts/family-steps.contract';
import { assertMayTell, groundToTell } from '@panah/domain/family/grounds';
import type { LinkSide } from '@panah/domain/vocabulary/family';
import { LinkDays } from './link-days';
import { LinkRecords } from './link.records';
import { LinkTaking } from './link-taking';
import { TellingRecords } from './telling.records';

/** R-FL-04: what one side is told of the other, never above what that other allowed. */
@Injectable()
export class TellingsService {
  constructor(
    private readonly taking: LinkTaking,
    private readonly links: LinkRecords,
    private readonly tellings: TellingRecords,
    private readonly days: LinkDays,
  ) {}

  /** The first word that the client is given of the other side is all of it that their own side ever sees (decision 0018). */
  async tell(id: string, version: number, { to, what, on }: TellingInput): Promise<void> {
    const { held, grounds, people, used } = await this.taking.holdGuarded(id, 'family-link:tell', version, 'tell');
    const { row } = held;
    assertMayTell(row.state, to as LinkSide, Boolean(people.wish?.row.warnedAt));
    const ground = groundToTell(grounds, to as LinkSide, what as 'ALIVE_ONLY' | 'COUNTRY' | 'CONTACT_DETAILS');
    await this.days.assertCome(row.officeId, on);
    await this.tellings.add(row, { to, what, on, consentId: ground.id });
    const first = to === 'CLIENT' && row.clientHeardAt === null;
    await this.links.keep(held, { action: 'tell', change: { ...used, ...(first ? { clientHeardAt: new Date() } : {}) } });
  }
}
