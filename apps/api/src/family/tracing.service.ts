import { Injectable } from '@nestjs/common';
import type { DeathInput, DeathNewsInput, FindingInput, TracingPlanInput, TracingStepInput } from '@panah/contracts/family-steps.contract';
import { assertYes } from '@panah/domain/family/grounds';
import {
  assertFound,
  assertMayStep,
  assertMayTrace,
  assertNewsMayBeTold,
  assertNotFound,
  deathCertainty,
} from '@panah/domain/family/tracing.rules';
import type { RelatedPersonContext, TracingMethod, TracingOutcome } from '@panah/domain/vocabulary/family';
import { currentActor } from '../platform/access/current-reach';
import { invalid } from '../platform/errors/problem';
import { LinkDays } from './link-days';
import { LinkRecords } from './link.records';
import { LinkTaking } from './link-taking';
import { RelativeRecords } from './relative.records';
import { type TracingRow, TracingRecords } from './tracing.records';

/** From a plan to look for somebody until they are found, known to be dead, or not found (model 3.6). */
@Injectable()
export class TracingService {
  constructor(
    private readonly taking: LinkTaking,
    private readonly links: LinkRecords,
    private readonly tracing: TracingRecords,
    private readonly relatives: RelativeRecords,
    private readonly days: LinkDays,
  ) {}

  async begin(id: string, version: number, { methods, plan, context, riskNote }: TracingPlanInput): Promise<void> {
    const { held, grounds, used } = await this.taking.holdGuarded(
      id,
      'family-link:start_tracing',
      version,
      'start_tracing',
      'start_tracing',
    );
    const ways = methods as TracingMethod[];
    assertMayTrace(
      { methods: ways, context: context as RelatedPersonContext, riskNote },
      assertYes(grounds, 'CLIENT', 'C08_TRACING').scope,
    );
    await this.links.move(held, {
      event: 'start_tracing',
      change: { ...used, methods: ways },
      secrets: { plan, riskNote: riskNote ?? null },
    });
  }

  async step(id: string, version: number, { method, on, outcome, details, externalRef }: TracingStepInput): Promise<void> {
    const { held, grounds } = await this.taking.hold(id, 'family-link:step', version, 'step');
    assertMayStep(method as TracingMethod, held.row.methods, assertYes(grounds, 'CLIENT', 'C08_TRACING').scope);
    await this.days.assertCome(held.row.officeId, on);
    await this.links.move(held, { event: 'step' });
    const secrets = { details, externalRef: externalRef ?? null };
    await this.tracing.add(held.row, { method: method as TracingMethod, outcome: outcome as TracingOutcome, on, secrets });
  }

  /** Somebody is found: from here on they are a data subject of their own. The client is not told by it. */
  async find(id: string, version: number, { tracingStepId, context, contactPoints, country }: FindingInput): Promise<void> {
    const { held, grounds } = await this.taking.hold(id, 'family-link:located', version, 'located');
    assertYes(grounds, 'CLIENT', 'C08_TRACING');
    const steps = await this.tracing.of(id);
    const [step] = chosen(steps, [tracingStepId], 'tracingStepId');
    assertFound(step?.outcome ?? 'PENDING', context as RelatedPersonContext);
    const { wish } = await this.taking.peopleOf(held);
    const ways = contactPoints.map(({ kind, value, rule }) => ({ kind, value, rule: rule ?? null }));
    const secrets = { names: wish?.secrets.relative.names ?? [], contactPoints: ways };
    const relatedPersonId = await this.relatives.add(held.row, { context, country, secrets });
    const change = { relatedPersonId, locatedBy: step?.byId ?? currentActor().staffId, verification: 'V0' as const };
    await this.links.move(held, { event: 'located', change });
    await this.tracing.give(
      id,
      steps.filter(({ outcome }) => outcome === 'LOCATED' || outcome === 'POSSIBLE'),
      relatedPersonId,
    );
  }

  /** R-FL-13 */
  async learnOfDeath(id: string, version: number, { tracingStepIds, independent, ...deathPlan }: DeathInput): Promise<void> {
    const { held } = await this.taking.hold(id, 'family-link:deceased', version, 'deceased');
    const steps = chosen(await this.tracing.of(id), tracingStepIds, 'tracingStepIds');
    const certainty = deathCertainty(
      steps.map(({ outcome }) => outcome),
      independent,
    );
    await this.links.move(held, { event: 'deceased', secrets: { deathPlan, deathCertainty: certainty } });
  }

  /** R-FL-13: told in person, with somebody beside them; the first word that the client is given. */
  async tellDeath(id: string, version: number, { on, ...news }: DeathNewsInput): Promise<void> {
    const { held } = await this.taking.hold(id, 'family-link:inform', version, 'inform');
    assertNewsMayBeTold(news);
    await this.days.assertCome(held.row.officeId, on);
    await this.links.move(held, { event: 'inform', change: { clientHeardAt: held.row.clientHeardAt ?? new Date() } });
  }

  async giveUp(id: string, version: number): Promise<void> {
    const { held } = await this.taking.hold(id, 'family-link:not_found', version, 'not_found');
    const tried = (await this.tracing.of(id)).map(({ method }) => method);
    assertNotFound(tried);
    await this.links.move(held, { event: 'not_found', change: { outcome: 'NOT_FOUND', closedAt: new Date() } });
  }
}

function chosen(steps: readonly TracingRow[], ids: readonly string[], field: string): TracingRow[] {
  const found = steps.filter((step) => ids.includes(step.id));
  if (found.length !== ids.length) throw invalid({ [field]: ['unknown'] });
  return found;
}
