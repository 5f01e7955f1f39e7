import { Injectable } from '@nestjs/common';
import { lapsesAt } from '@panah/domain/family/approach.rules';
import { eraseAfter } from '@panah/domain/family/closing.rules';
import { currentWork } from '../platform/database/current-work';
import { Sealer } from '../platform/sealing/sealer';
import { ContactRecords } from './contact.records';
import { LinkDays } from './link-days';
import { LinkRecords } from './link.records';

const LINKS = { name: 'family-clock.links', text: 'select id from family_link where related_person_id = $1 order by id' };
const FREE = {
  name: 'family-clock.free',
  text: `select p.id from related_person p where p.id = $1 and p.erased_at is null and p.erase_after is null and not app.may_keep(p.id)
           and not exists (select from family_link l where l.related_person_id = p.id and l.state <> 'CLOSED') for update`,
};
const SET_DAY = { name: 'family-clock.set-day', text: 'update related_person set erase_after = $2, version = version + 1 where id = $1' };
const HOLD = {
  name: 'family-clock.hold',
  text: `select p.id from related_person p join office o on o.id = p.office_id
          where p.id = $1 and p.erased_at is null and p.erase_after < ($2::timestamptz at time zone o.time_zone)::date for update of p`,
};
const ERASE = {
  name: 'family-clock.erase',
  text: `update related_person set sealed = null, country = null, context = 'UNKNOWN', also_client_id = null, erased_at = clock_timestamp(), version = version + 1 where id = $1`,
};

/** What the clock does to links and to what is kept of relatives. The transaction acts for their office; whoever was faster is left alone. */
@Injectable()
export class FamilyClock {
  constructor(
    private readonly links: LinkRecords,
    private readonly contacts: ContactRecords,
    private readonly sealer: Sealer,
    private readonly days: LinkDays,
  ) {}

  /** R-FL-06: after sixty days an approval is none, and what it rested on is assessed anew. */
  async lapse(id: string, now: string): Promise<boolean> {
    const held = await this.links.holdKnown(id);
    const { state, approvedAt } = held.row;
    if (state !== 'APPROACH_APPROVED' || !approvedAt || Date.parse(now) <= lapsesAt(approvedAt.getTime())) return false;
    await this.links.move(held, { event: 'lapse', change: { approvedBy: null, approvedAt: null, approachBy: null, approachAt: null } });
    return true;
  }

  /** R-FL-17: nobody says any more that we may keep what is theirs, and nothing is under way: thirty days from now it goes. */
  async setDay(id: string, officeId: string): Promise<boolean> {
    if (!(await currentWork().row(FREE, [id]))) return false;
    await currentWork().change(SET_DAY, [id, eraseAfter(await this.days.today(officeId))]);
    return true;
  }

  /** R-FL-17: the row and its key, and what was written of them elsewhere; the marks of "never again" stay. */
  async erase(id: string, now: string): Promise<boolean> {
    if (!(await currentWork().row(HOLD, [id, now]))) return false;
    const links = await currentWork().rows<{ id: string }>(LINKS, [id]);
    for (const link of links) await this.forget(link.id);
    await currentWork().change(ERASE, [id]);
    await this.sealer.destroyKeys(id);
    return true;
  }

  private async forget(linkId: string): Promise<void> {
    const held = await this.links.holdKnown(linkId);
    const { CLIENT } = held.secrets.safeguards ?? {};
    const secrets = {
      riskNote: undefined,
      relativeRisk: undefined,
      channel: undefined,
      safetyPlan: undefined,
      safeguards: CLIENT && { CLIENT },
    };
    await this.links.keep(held, {
      action: 'erase',
      change: { approachBy: null, approachAt: null, approvedBy: null, approvedAt: null },
      secrets,
    });
    await this.contacts.forgetRelative(linkId);
  }
}
