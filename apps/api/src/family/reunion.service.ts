import { Injectable } from '@nestjs/common';
import type { ReunionPlanInput } from '@panah/contracts/family-steps.contract';
import { assertOutcome, eraseAfter } from '@panah/domain/family/closing.rules';
import { assertCooled, assertDirect, assertMayMeet, checkInDue, coolingUntil } from '@panah/domain/family/contact.rules';
import { yesOf } from '@panah/domain/family/grounds';
import { RuleBroken } from '@panah/domain/process/process';
import type { ReunificationOutcome, ReunificationRoute } from '@panah/domain/vocabulary/family';
import { invalid } from '../platform/errors/problem';
import { StaffRecords } from '../staff/staff.records';
import { ContactRecords } from './contact.records';
import { directFacts } from './direct-facts';
import { LinkDays } from './link-days';
import { LinkRecords } from './link.records';
import { type HeldLink, LinkTaking } from './link-taking';
import { RelativeRecords } from './relative.records';
import { TellingRecords } from './telling.records';

/** From the plan of a meeting to the end of a link. */
@Injectable()
export class ReunionService {
  constructor(
    private readonly taking: LinkTaking,
    private readonly links: LinkRecords,
    private readonly contacts: ContactRecords,
    private readonly tellings: TellingRecords,
    private readonly relatives: RelativeRecords,
    private readonly staff: StaffRecords,
    private readonly days: LinkDays,
  ) {}

  /** Both want to meet, a legal colleague looked at the way there, and it is safe. */
  async plan(id: string, version: number, { safetyPlan, route, legalCheckedBy }: ReunionPlanInput): Promise<void> {
    const { held, grounds, people, used } = await this.taking.holdGuarded(
      id,
      'family-link:plan_reunion',
      version,
      'plan_reunion',
      'plan_reunion',
    );
    assertDirect(directFacts(held, grounds, people));
    assertMayMeet(grounds, 'MEETING');
    const colleagues = await this.staff.colleaguesIn(held.row.officeId, 'LEGAL');
    if (!colleagues.some((each) => each.id === legalCheckedBy)) throw invalid({ legalCheckedBy: ['unknown'] });
    const cooling = held.row.coolingUntil ?? new Date(coolingUntil(Date.now()));
    const change = { ...used, route: route as ReunificationRoute, coolingUntil: cooling };
    await this.links.move(held, { event: 'plan_reunion', change, secrets: { safetyPlan, legalCheckedBy } });
  }

  /** What both allowed is asked again on the day itself. */
  async reunite(id: string, version: number, on: string): Promise<void> {
    const { held, grounds, people, used } = await this.taking.holdGuarded(id, 'family-link:reunite', version, 'reunite', 'reunite');
    assertDirect(directFacts(held, grounds, people));
    assertMayMeet(grounds, 'MEETING');
    const now = Date.now();
    assertCooled(held.row.coolingUntil?.getTime() ?? null, now, now);
    const today = await this.days.today(held.row.officeId);
    if (on !== today) throw new RuleBroken('not-on-the-day', { today }, { on: ['not-today'] });
    const secrets = { supporter: held.secrets.safetyPlan ?? '', prepared: true };
    await this.contacts.add(held.row, { step: 'REUNION', at: new Date(now), checkInDue: new Date(checkInDue(now)), secrets });
    await this.links.move(held, { event: 'reunite', change: used });
  }

  async followUp(id: string, version: number): Promise<void> {
    const { held } = await this.taking.hold(id, 'family-link:follow_up', version, 'follow_up');
    await this.links.move(held, { event: 'follow_up' });
  }

  async close(id: string, version: number, code: string): Promise<void> {
    const { held, grounds } = await this.taking.hold(id, 'family-link:close', version, 'close');
    const { row, secrets } = held;
    const outcome = code as ReunificationOutcome;
    const anyNews = row.toClient > 0 || row.toRelative > 0 || (await this.tellings.any(id));
    const fateKnown = secrets.deathCertainty !== undefined;
    assertOutcome({ state: row.state, outcome, anyNews, met: await this.contacts.haveMet(id), fateKnown });
    await this.letGo({ held, grounds });
    const change = { outcome, closedAt: new Date(), stateBefore: null, pauseReason: null };
    await this.links.move(held, { event: 'close', change });
  }

  /** R-FL-17: whoever did not say that we may keep what is theirs is kept for thirty days more. */
  private async letGo({ held, grounds }: HeldLink): Promise<void> {
    const relative = await this.relatives.hold(held.row);
    if (!relative || relative.row.eraseAfter || yesOf(grounds, 'RELATIVE', 'C22_RELATIVE_DATA')) return;
    await this.relatives.change(relative, { eraseAfter: eraseAfter(await this.days.today(held.row.officeId)) });
  }
}
