import { riskFloor } from '@panah/domain/risk/risk-floor';
import { reviewAt, safetyPlanDueAt } from '@panah/domain/risk/risk-rhythm';
import type { RiskLevel } from '@panah/domain/vocabulary/cases';
import { type RiskFactor, riskFactor, type RiskFactorRating } from '@panah/domain/vocabulary/risk';
import { dangerPlace, type DangerSecrets } from '../duty/danger';
import { newId } from '../platform/new-id';
import { planPlace, riskPlace, type RiskSecrets, type SafetyPlanSecrets } from '../risk/risk-assessment';
import { ratingOf } from '../risk/risk-input';
import { Chance } from './chance';
import { layIncident } from './lay-incident';
import type { LaidCase } from './lay-case';
import { layLine } from './lay-line';
import { layMoves } from './lay-moves';
import type { Life } from './lives';
import { dayOf, type Setting } from './setting';
import type { Shelf } from './shelf';

const HOUR = 3_600_000;

/** What is there now at each level, and what was said about it. */
const THERE: Readonly<Record<RiskLevel, Partial<Record<RiskFactor, [RiskFactorRating, string | null]>>>> = {
  LOW: { TH4: ['PAST', null] },
  MEDIUM: { TH4: ['PRESENT', 'A cousin calls every week and asks where she lives.'], IS1: ['PRESENT', 'Knows nobody in town yet.'] },
  HIGH: {
    TH1: ['PRESENT', 'A written message with a date in it.'],
    TH3: ['PRESENT', 'Two people asked for him at the language course.'],
    TH4: ['PRESENT', 'The brother is asked to pass words on.'],
  },
  IMMINENT: { EX2: ['ESCALATING', 'Has to leave the room tonight, and has no food.'], TH3: ['PRESENT', 'Somebody waited outside.'] },
};
/** How long ago the last assessment was, at most, in days: most are in time. */
const AGO: Readonly<Record<RiskLevel, number>> = { LOW: 80, MEDIUM: 26, HIGH: 6, IMMINENT: 0 };
const SHARES: Readonly<Record<RiskLevel, number>> = { LOW: 48, MEDIUM: 31, HIGH: 16, IMMINENT: 5 };
const WORRIES = ['That somebody finds the address.', 'The nights.', 'That the papers do not come in time.', 'نگران خانواده‌اش است.'];

/** What the risk of a case leaves on its row; nothing where nobody assessed it yet. */
export interface LaidRisk {
  risk_level: RiskLevel;
  risk_assessed_at: Date;
  risk_review_at: Date;
  safety_plan_due: Date | null;
}

interface Judged {
  id: string;
  level: RiskLevel;
  at: Date;
}

/** What was found out about the safety of a client; drawn apart, so that the rest of a demonstration stays as it was. */
export function drawRisk(setting: Setting, life: Life): { judged: Judged; columns: LaidRisk } | null {
  const opened = life.openedDaysAgo ?? 0;
  if (!setting.keepsLog || life.state === 'ASSESSMENT' || opened < 5) return null;
  const chance = chanceOf(life);
  const level = chance.weighted<RiskLevel>(life.state === 'CLOSED' ? { ...SHARES, HIGH: 0, IMMINENT: 0 } : SHARES);
  const daysAgo = Math.min(opened - 4, chance.between(0, AGO[level]));
  const at = new Date(setting.now - daysAgo * 24 * HOUR - (level === 'IMMINENT' ? 20 * 60_000 : 3 * HOUR));
  const due = safetyPlanDueAt(level, at.toISOString());
  const columns = {
    risk_level: level,
    risk_assessed_at: at,
    risk_review_at: new Date(reviewAt(level, at.toISOString())),
    safety_plan_due: due !== null && level === 'IMMINENT' ? new Date(due) : null,
  };
  return { judged: { id: newId(), level, at }, columns };
}

/** Lays the assessment, the plan where one is due, the danger that was called, and now and then an incident. */
export function laySafety(shelf: Shelf, setting: Setting, file: LaidCase, life: Life, { id, level, at }: Judged): void {
  const chance = chanceOf(life);
  const place = { org_id: setting.orgId, office_id: file.officeId, client_id: file.clientId, case_id: file.id };
  const secrets = secretsOf(level, chance);
  layLine(shelf, setting, { ...lineOf(file), at, word: 'risk:assess', subjectType: 'risk_assessment', subjectId: id, changed: ['state'] });
  shelf.add(
    'risk_assessment',
    {
      id,
      ...place,
      author_id: file.workerId,
      state: 'FINAL',
      assessed_at: at,
      floor: riskFloor(ratingOf(secrets.ratings), false),
      level,
      saved_at: at,
      final_at: at,
      review_at: new Date(reviewAt(level, at.toISOString())),
      seal_version: 1,
      version: 2,
    },
    { place: riskPlace({ id, clientId: file.clientId, sealVersion: 1 }), payload: secrets },
  );
  layMoves(shelf, setting, file, { type: 'risk_assessment', id }, [
    { action: 'finalise', from: 'DRAFT', to: 'FINAL', by: file.workerId, at },
  ]);
  if (level === 'HIGH') layPlan(shelf, setting, file, at);
  if (level === 'HIGH' || level === 'IMMINENT') layDanger(shelf, setting, file, { id, level, at });
  if (life.state !== 'CLOSED' && chance.happens(level === 'HIGH' ? 0.8 : 0.12)) layIncident(shelf, setting, chance, file);
}

const chanceOf = ({ openedDaysAgo, receivedDaysAgo, noteDaysAgo }: Life): Chance =>
  new Chance((openedDaysAgo ?? 0) * 7919 + receivedDaysAgo * 104_729 + noteDaysAgo.length * 31 + 7);

const lineOf = ({ officeId, clientId, workerId }: LaidCase) => ({ officeId, clientId, actorId: workerId });

function secretsOf(level: RiskLevel, chance: Chance): RiskSecrets {
  return {
    sources: ['SELF', 'WORKER'],
    seenAlone: true,
    ratings: riskFactor.codes.map((factor) => {
      const [rating, note] = THERE[level][factor] ?? ['ABSENT', null];
      return { factor, rating, note };
    }),
    protective: 'A friend in the course; keeps appointments.',
    worries: chance.pick(WORRIES),
    ownScale: { LOW: 2, MEDIUM: 5, HIGH: 7, IMMINENT: 9 }[level],
    levelReason: 'As told by the person and seen at the last meeting.',
    overrideReason: null,
    actionTaken: null,
    toldWhom: null,
  };
}

function layPlan(shelf: Shelf, setting: Setting, file: LaidCase, at: Date): void {
  const id = newId();
  const payload: SafetyPlanSecrets = {
    measures: [
      { measure: 'SAFE_CONTACT', detail: null, owner: 'The person', done: true },
      { measure: 'ALT_STAY', detail: 'With a friend, two streets away', owner: 'The person', done: false },
      { measure: 'ACCOMPANIMENT', detail: null, owner: 'Primary worker', done: false },
    ],
    warningSigns: 'Unknown people who ask for them; calls from hidden numbers.',
    ownSteps: 'Stays among people, goes to the library, calls the first on the list.',
    callFirst: ['The friend from the course', 'The office', 'The police'],
    places: 'The library; the friend’s flat.',
    mustNot: 'Nobody rings at the door without a call before.',
    declinedBecause: null,
    copyGiven: 'MEMORISED',
    copyIsSafe: true,
  };
  shelf.add(
    'safety_plan',
    {
      id,
      org_id: setting.orgId,
      office_id: file.officeId,
      client_id: file.clientId,
      case_id: file.id,
      author_id: file.workerId,
      state: 'CURRENT',
      outcome: 'AGREED',
      valid_from: dayOf(at),
      review_on: dayOf(new Date(at.getTime() + 30 * 24 * HOUR)),
      written_at: at,
      seal_version: 1,
      version: 1,
    },
    { place: planPlace({ id, clientId: file.clientId, sealVersion: 1 }), payload },
  );
  layMoves(shelf, setting, file, { type: 'safety_plan', id }, [{ action: 'write', from: null, to: 'CURRENT', by: file.workerId, at }]);
}

/** What is imminent waits for somebody; what was high before is taken. */
function layDanger(shelf: Shelf, setting: Setting, file: LaidCase, { id: sourceId, level, at }: Judged): void {
  const id = newId();
  const waits = level === 'IMMINENT';
  const payload: DangerSecrets = { words: null, settlement: null };
  shelf.add(
    'danger',
    {
      id,
      org_id: setting.orgId,
      office_id: file.officeId,
      client_id: file.clientId,
      case_id: file.id,
      kind: waits ? 'RISK_IMMINENT' : 'RISK_HIGH',
      source_id: sourceId,
      silent: false,
      state: waits ? 'OPEN' : 'TAKEN',
      raised_by: file.workerId,
      raised_at: at,
      taken_by: waits ? null : file.coordinatorId,
      taken_at: waits ? null : new Date(at.getTime() + 12 * 60_000),
      seal_version: 1,
      version: waits ? 1 : 2,
    },
    { place: dangerPlace({ id, clientId: file.clientId, sourceId, sealVersion: 1 }), payload },
  );
  const taken = { action: 'take', from: 'OPEN', to: 'TAKEN', by: file.coordinatorId, at: new Date(at.getTime() + 12 * 60_000) };
  const raised = { action: 'raise', from: null, to: 'OPEN', by: file.workerId, at };
  layMoves(shelf, setting, file, { type: 'danger', id }, waits ? [raised] : [raised, taken]);
}
