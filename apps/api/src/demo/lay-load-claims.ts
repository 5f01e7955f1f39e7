import { ENDED } from '@panah/domain/asylum/claim.process';
import { addMonths } from '@panah/domain/dates/calendar-days';
import { EXAMPLE_COUNTRY } from '@panah/domain/vocabulary/countries';
import { newId } from '../platform/new-id';
import type { Chance } from './chance';
import { type DrawnDecision, drawRoad, type RoadStep } from './claim-road';
import type { LaidCase } from './lay-case';
import { addClaim, addDecision, addRepresentation } from './lay-claim-parts';
import { layLoadDeadlines } from './lay-load-deadlines';
import { endOf } from './lay-load-housing';
import { layLoadPermits } from './lay-load-permits';
import { laySpecialist } from './lay-team';
import type { Life } from './lives';
import { dayAgo, type LegalDesk, type LoadClaim, writtenAgo } from './load-claim';
import { momentAgo, type Setting } from './setting';
import type { Shelf } from './shelf';

/** Shares as model.md 8.2 has them; what it does not say is a plain guess. */
const HAS_ONE = 0.57;
const IN_EXAMPLE = 0.5;
const BEGAN_BEFORE = { share: 0.7, median: 260, spread: 0.7 };
const PROCEDURES = { FIRST_APPLICATION: 84, FAMILY_REUNIFICATION: 7, HUMANITARIAN: 5, STATELESSNESS: 4 } as const;
const CAPACITIES = { LAWYER_STATE: 34, LAWYER_NGO: 38, LAWYER_PRIVATE: 12, LEGAL_ADVISER_OWN: 12, UNHCR_PARTNER: 4 } as const;
const REPRESENTED = { share: 0.68, ended: 0.16, later: 0.04, forThisClaim: 0.5 };

/** Lays whether somebody asked for protection, how far that came, by which days something had to be done, and which papers followed. */
export function layLoadClaim(
  shelf: Shelf,
  setting: Setting,
  chance: Chance,
  { file, life, desk }: { file: LaidCase; life: Life; desk: LegalDesk },
): void {
  const [opened, end] = [life.openedDaysAgo ?? 0, endOf(life)];
  if (!chance.happens(HAS_ONE) || opened - end < 3) return;
  const lawyerId = chance.pick(desk.lawyerIds);
  const team = { ...file, streams: ['REFUGE_LEGAL'], state: life.state };
  const stay = { opened: momentAgo(setting, opened, 9 * 60), closed: end > 0 ? momentAgo(setting, end, 12 * 60) : null };
  laySpecialist(shelf, setting, team, { staffId: lawyerId, role: 'LEGAL' }, stay);
  const begunAgo = chance.happens(BEGAN_BEFORE.share)
    ? opened + Math.round(chance.longTailed(BEGAN_BEFORE.median, BEGAN_BEFORE.spread))
    : opened - chance.between(1, Math.min(30, opened - end - 1));
  const claim: LoadClaim = {
    shelf,
    setting,
    chance,
    desk,
    begunAgo,
    opened,
    end,
    matter: {
      id: newId(),
      file,
      country: chance.happens(IN_EXAMPLE) ? EXAMPLE_COUNTRY : file.country,
      // who was asked to join has not answered while the needs are assessed
      by: life.state === 'ASSESSMENT' ? file.workerId : lawyerId,
    },
    procedure: chance.weighted(PROCEDURES),
    road: drawRoad(chance, begunAgo, end),
  };
  layClaimItself(claim);
  const decisionIds = new Map(claim.road.flatMap((step) => (step.decision ? [[step, layDecision(claim, step.decision)] as const] : [])));
  layLoadDeadlines(claim, decisionIds);
  layLoadPermits(claim);
  layRepresentative(claim);
}

function layClaimItself(claim: LoadClaim): void {
  const { shelf, setting, matter, procedure, road, begunAgo } = claim;
  const [last, state] = [road.at(-1), road.at(-1)?.to ?? 'PREPARING'];
  const dayOfStep = (action: RoadStep['action']): string | null => {
    const step = road.findLast((each) => each.action === action);
    return step ? dayAgo(claim, step.ago) : null;
  };
  const [since, lodgedOn] = [dayAgo(claim, last?.ago ?? begunAgo), dayOfStep('lodge')];
  addClaim(
    shelf,
    setting,
    matter,
    {
      procedure_type: procedure,
      state,
      state_since: since,
      made_on: dayOfStep('make'),
      registered_on: dayOfStep('register'),
      lodged_on: lodgedOn,
      decision_target_on: lodgedOn && addMonths(lodgedOn, 6),
      interview_on: dayOfStep('set_interview'),
      ended_on: ENDED.includes(state) ? since : null,
      opened_at: writtenAgo(claim, begunAgo),
    },
    {},
  );
}

function layDecision(claim: LoadClaim, decision: DrawnDecision): string {
  const { type, outcome, instance, decidedAgo, servedAgo, method, suspensive, appealPossible } = decision;
  return addDecision(claim.shelf, claim.setting, claim.matter, {
    decision_type: type,
    outcome,
    instance,
    decided_on: dayAgo(claim, decidedAgo),
    served_on: dayAgo(claim, servedAgo),
    service_method: method,
    appeal_possible: appealPossible,
    suspensive,
    recorded_at: writtenAgo(claim, servedAgo),
  });
}

/** Most have somebody who represents them; with some that is over, with a few it has not begun. */
function layRepresentative(claim: LoadClaim): void {
  const { shelf, setting, chance, matter, desk, opened, end } = claim;
  if (!chance.happens(REPRESENTED.share)) return;
  const { recipient, name } = chance.pick(desk.representatives);
  const later = end === 0 && chance.happens(REPRESENTED.later);
  const fromAgo = later ? -chance.between(1, 20) : chance.between(end, opened);
  const toAgo = !later && (end > 0 || chance.happens(REPRESENTED.ended)) ? chance.between(end, fromAgo) : null;
  addRepresentation(
    shelf,
    setting,
    matter,
    {
      claim_id: chance.happens(REPRESENTED.forThisClaim) ? matter.id : null,
      capacity: chance.weighted(CAPACITIES),
      recipient,
      from_on: dayAgo(claim, fromAgo),
      to_on: toAgo === null ? null : dayAgo(claim, toAgo),
      added_at: writtenAgo(claim, Math.max(fromAgo, 0)),
    },
    { name, whoKind: 'PROFESSIONAL', contact: null },
  );
}
