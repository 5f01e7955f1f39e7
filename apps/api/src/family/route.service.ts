import { Injectable } from '@nestjs/common';
import type { FamilyRouteView } from '@panah/contracts/family-links.contract';
import type { RouteStepInput } from '@panah/contracts/family-steps.contract';
import { rulesFrom } from '@panah/domain/asylum/country-profile';
import { reckon } from '@panah/domain/asylum/legal-deadline';
import { RuleBroken } from '@panah/domain/process/process';
import { ProfileRecords } from '../asylum/profile.records';
import { LinkDays } from './link-days';
import { LinkRecords } from './link.records';
import { LinkTaking } from './link-taking';
import { RouteRecords } from './route.records';
import { routeStepView } from './route.view';

/** The legal way to living together: steps of the authorities, each with the day by which it is due (R-AS-12). */
@Injectable()
export class RouteService {
  constructor(
    private readonly taking: LinkTaking,
    private readonly links: LinkRecords,
    private readonly route: RouteRecords,
    private readonly profiles: ProfileRecords,
    private readonly days: LinkDays,
  ) {}

  /** What a rule of the country says about the day counts before what somebody was told; where no lawyer verified one, only what was told. */
  async add(id: string, version: number, { kind, country, from, dueOn }: RouteStepInput): Promise<void> {
    const { held } = await this.taking.hold(id, 'family-link:route', version);
    if (held.row.state === 'CLOSED') throw new RuleBroken('not-open', { state: held.row.state, action: 'route', open: [] });
    if (dueOn && dueOn < from) throw new RuleBroken('deadline-before-trigger', { triggerDate: from }, { dueOn: ['before-trigger'] });
    const computed = kind === 'APPLICATION' ? await this.window(country, from) : null;
    const by = computed && { code: computed.code, version: computed.version };
    await this.route.add(held.row, { kind, country, from, dueOn: computed?.dueOn ?? dueOn ?? null, by });
    await this.links.keep(held, { action: 'route' });
  }

  async end(id: string, stepId: string, version: number, on: string): Promise<void> {
    const { held } = await this.taking.hold(id, 'family-link:route', version);
    const step = await this.route.hold(stepId, id);
    if (step.doneOn) throw new RuleBroken('already-done', { doneOn: step.doneOn });
    if (on < step.from) throw new RuleBroken('deadline-before-trigger', { triggerDate: step.from }, { on: ['before-trigger'] });
    await this.days.assertCome(held.row.officeId, on);
    await this.route.end(step, on);
    await this.links.keep(held, { action: 'route_done' });
  }

  async ofWish(id: string): Promise<FamilyRouteView> {
    return { id, steps: (await this.route.ofWish(id)).map(routeStepView) };
  }

  /** R-AS-12: how long a family may be brought on easier terms, counted from the day on which protection was served. */
  private async window(country: string, from: string): Promise<{ dueOn: string; code: string; version: number } | null> {
    const profile = await this.profiles.of(country);
    const rules = rulesFrom(profile, { trigger: 'POSITIVE_SERVED', on: from, procedure: null, decision: 'REFUGEE' });
    const rule = rules.find(({ value }) => value.type === 'FR_PRIVILEGED_WINDOW') ?? null;
    const { dueOn, gap } = reckon(profile, rule, { trigger: 'POSITIVE_SERVED', on: from });
    return rule && dueOn && gap === null ? { dueOn, code: rule.code, version: rule.version } : null;
  }
}
