import { refusal } from '../process/refusal.spec-help';
import { type RiskFactor, riskFactor, type RiskFactorRating } from '../vocabulary/risk';
import { type Ratings, riskFloor } from './risk-floor';
import { contactDueAt, missedContactGoesTo, missedContacts, reviewAt, safetyPlanDueAt } from './risk-rhythm';
import { assertSecondPerson, judgeRisk, lowersFar, type RiskJudgement, risesToDanger, type StandingRisk } from './risk.rules';

const all = (rating: RiskFactorRating): Record<RiskFactor, RiskFactorRating> =>
  Object.fromEntries(riskFactor.codes.map((factor) => [factor, rating])) as Record<RiskFactor, RiskFactorRating>;
const but = (changed: Ratings): Ratings => ({ ...all('ABSENT'), ...changed });

const NOW = '2026-11-21T10:00:00.000Z';
const judgement = (more: Partial<RiskJudgement> = {}): RiskJudgement => ({
  assessedAt: NOW,
  sources: ['SELF'],
  ratings: all('ABSENT'),
  refusedForGood: false,
  notes: {},
  worries: 'Being alone at night',
  ownScale: 4,
  level: 'LOW',
  levelReason: 'Nothing points to harm',
  overrideReason: '',
  actionTaken: '',
  toldWhom: '',
  ...more,
});

describe('R-RI-01: the lowest level that the factors allow', () => {
  it('looks at twenty-nine factors', () => expect(riskFactor.codes).toHaveLength(29));

  it.each<[Ratings, string]>([
    [{ SH2: 'PRESENT' }, 'IMMINENT'],
    [{ TH1: 'PRESENT' }, 'HIGH'],
    [{ TH2: 'PRESENT', TH3: 'PRESENT', TH5: 'PRESENT' }, 'HIGH'],
    [{ TH3: 'PRESENT' }, 'MEDIUM'],
    [{}, 'LOW'],
    [{ SH1: 'UNKNOWN' }, 'MEDIUM'],
  ])('%j, the rest absent: %s', (changed, floor) => expect(riskFloor(but(changed), false)).toBe(floor));

  it.each<[RiskFactor, RiskFactorRating]>([
    ['SH2', 'ESCALATING'],
    ['TH6', 'ESCALATING'],
    ['EX2', 'ESCALATING'],
    ['SH4', 'PRESENT'],
    ['SH4', 'ESCALATING'],
    ['DP1', 'ESCALATING'],
  ])('%s %s is imminent by itself', (factor, rating) => expect(riskFloor(but({ [factor]: rating }), false)).toBe('IMMINENT'));

  it.each<RiskFactor>(['TH1', 'TH6', 'LP2', 'LP3', 'LP5', 'EX1', 'EX2', 'EX3', 'EX4', 'DP1', 'DP2'])('%s now is high by itself', (factor) =>
    expect(riskFloor(but({ [factor]: 'PRESENT' }), false)).toBe('HIGH'),
  );

  it('thoughts of self-harm are medium, and high when they get worse', () => {
    expect([riskFloor(but({ SH1: 'PRESENT' }), false), riskFloor(but({ SH1: 'ESCALATING' }), false)]).toEqual(['MEDIUM', 'HIGH']);
  });

  it.each<RiskFactor>(['SH1', 'SH2', 'TH1', 'TH6', 'DP1'])('not knowing %s is medium', (factor) =>
    expect(riskFloor(but({ [factor]: 'UNKNOWN' }), false)).toBe('MEDIUM'),
  );

  it('not knowing another one is low; what lies in the past is low', () => {
    expect([riskFloor(but({ TH4: 'UNKNOWN' }), false), riskFloor(all('PAST'), false)]).toEqual(['LOW', 'LOW']);
  });

  it('two threats are medium, three are high; a factor that was left out is not known', () => {
    expect(riskFloor(but({ TH2: 'PRESENT', TH4: 'ESCALATING' }), false)).toBe('MEDIUM');
    expect(riskFloor(but({ TH2: 'PRESENT', TH4: 'ESCALATING', TH11: 'PRESENT' }), false)).toBe('HIGH');
    expect(riskFloor({}, false)).toBe('MEDIUM');
  });
});

describe('R-RI-01: after protection was finally refused', () => {
  it('no level below high stands by itself, whatever the factors say; what is worse stays as it is', () => {
    expect([riskFloor(all('ABSENT'), true), riskFloor(but({ TH3: 'PRESENT' }), true)]).toEqual(['HIGH', 'HIGH']);
    expect([riskFloor(but({ TH1: 'PRESENT' }), true), riskFloor(but({ SH2: 'PRESENT' }), true)]).toEqual(['HIGH', 'IMMINENT']);
  });

  it('a lower one needs a reason and a second person', () => {
    const low = judgement({ refusedForGood: true });
    expect(refusal(() => judgeRisk(low, null, NOW)).facts).toEqual({ floor: 'HIGH', level: 'LOW' });
    expect(judgeRisk({ ...low, overrideReason: 'Another country has taken her in' }, null, NOW).second).toBe('BELOW_FLOOR');
  });
});

const stands = (level: StandingRisk['level'], ...lately: StandingRisk['lately']): StandingRisk => ({ level, assessedAt: NOW, lately });

describe('an assessment becomes final', () => {
  it('R-RI-06 with a second person also when it was brought down step by step', () => {
    expect(judgeRisk(judgement(), stands('MEDIUM', 'MEDIUM', 'HIGH'), NOW).second).toBe('LOWERED');
    expect(judgeRisk(judgement({ level: 'MEDIUM' }), stands('HIGH', 'HIGH', 'IMMINENT'), NOW).second).toBe('LOWERED');
    expect(judgeRisk(judgement({ level: 'MEDIUM' }), stands('HIGH', 'HIGH'), NOW).second).toBeNull();
  });

  it('never lower than what stands on a look that was earlier; higher it may be', () => {
    const earlier = { assessedAt: '2026-11-20T10:00:00Z' };
    const refused = refusal(() => judgeRisk(judgement({ ...earlier, level: 'MEDIUM' }), stands('HIGH'), NOW));
    expect([refused.code, refused.fields]).toEqual(['older-than-what-stands', { assessedAt: ['older'] }]);
    expect(judgeRisk(judgement({ ...earlier, level: 'HIGH' }), stands('MEDIUM'), NOW).level).toBe('HIGH');
  });

  it('by one person, at the floor or above it', () => {
    expect(judgeRisk(judgement(), null, NOW)).toEqual({ level: 'LOW', floor: 'LOW', second: null, selfHarm: false });
    expect(judgeRisk(judgement({ level: 'HIGH' }), null, NOW).second).toBeNull();
  });

  it('only when every factor is rated, and each that is there now has a word', () => {
    const { TH1, ...rest } = all('ABSENT');
    expect(refusal(() => judgeRisk(judgement({ ratings: rest }), null, NOW)).facts).toEqual({ unrated: ['TH1'], unsaid: [] });
    expect(TH1).toBe('ABSENT');
    const unsaid = refusal(() => judgeRisk(judgement({ ratings: but({ TH3: 'PRESENT' }), level: 'MEDIUM' }), null, NOW));
    expect([unsaid.code, unsaid.fields]).toEqual(['risk-incomplete', { notes: ['missing'] }]);
  });

  it('not without the person’s own view, a level and its reason; not tomorrow', () => {
    const empty = judgement({
      sources: [],
      worries: ' ',
      ownScale: null,
      level: null,
      levelReason: '',
      assessedAt: '2026-11-22T10:00:00Z',
    });
    expect(Object.keys(refusal(() => judgeRisk(empty, null, NOW)).fields ?? {}).sort()).toEqual([
      'assessedAt',
      'level',
      'levelReason',
      'ownScale',
      'sources',
      'worries',
    ]);
  });

  it('R-RI-01: below the floor it asks for a reason, and then for a second person', () => {
    const low = judgement({ ratings: but({ TH1: 'PRESENT' }), notes: { TH1: 'A letter' }, level: 'MEDIUM' });
    expect([refusal(() => judgeRisk(low, null, NOW)).code, refusal(() => judgeRisk(low, null, NOW)).facts]).toEqual([
      'level-below-floor',
      { floor: 'HIGH', level: 'MEDIUM' },
    ]);
    expect(judgeRisk({ ...low, overrideReason: 'It was years ago' }, null, NOW).second).toBe('BELOW_FLOOR');
  });

  it('R-RI-05: thoughts of self-harm are answered first: what was done, and who was told', () => {
    const thoughts = judgement({ ratings: but({ SH1: 'PRESENT' }), notes: { SH1: 'At night' }, level: 'MEDIUM' });
    const refused = refusal(() => judgeRisk(thoughts, null, NOW));
    expect([refused.code, refused.fields]).toEqual(['self-harm-unanswered', { actionTaken: ['missing'], toldWhom: ['missing'] }]);
    expect(judgeRisk({ ...thoughts, actionTaken: 'Stayed with her', toldWhom: 'The counsellor' }, null, NOW).selfHarm).toBe(true);
  });

  it('R-RI-06: from high down by two levels it takes a second person; by one it does not', () => {
    expect([lowersFar('IMMINENT', 'MEDIUM'), lowersFar('HIGH', 'LOW'), lowersFar('IMMINENT', 'LOW')]).toEqual([true, true, true]);
    expect([lowersFar('HIGH', 'MEDIUM'), lowersFar('IMMINENT', 'HIGH'), lowersFar('MEDIUM', 'LOW'), lowersFar(null, 'LOW')]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(judgeRisk(judgement(), stands('HIGH'), NOW).second).toBe('LOWERED');
    expect(() => assertSecondPerson('a', 'b')).not.toThrow();
    expect(refusal(() => assertSecondPerson('a', 'a')).code).toBe('same-person');
  });

  it('calls somebody when risk rises to high or worse, and not again while it stays', () => {
    expect([risesToDanger(null, 'HIGH'), risesToDanger('MEDIUM', 'HIGH'), risesToDanger('HIGH', 'IMMINENT')]).toEqual([true, true, true]);
    expect([risesToDanger('HIGH', 'HIGH'), risesToDanger('IMMINENT', 'HIGH'), risesToDanger(null, 'MEDIUM')]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('the rhythm of a level', () => {
  it.each([
    ['IMMINENT', '2026-11-22T10:00:00.000Z'],
    ['HIGH', '2026-11-28T10:00:00.000Z'],
    ['MEDIUM', '2026-12-21T10:00:00.000Z'],
    ['LOW', '2027-02-19T10:00:00.000Z'],
  ] as const)('R-RI-02: %s is looked at again by %s', (level, at) => expect(reviewAt(level, NOW)).toBe(at));

  it('R-RI-03: at high or worse a safety plan is due within 24 hours, below it is not', () => {
    expect([safetyPlanDueAt('HIGH', NOW), safetyPlanDueAt('MEDIUM', NOW)]).toEqual(['2026-11-22T10:00:00.000Z', null]);
  });

  it('R-RI-11: contact every day, 7, 14 or 30 days, counted from the last one or from the assessment', () => {
    const due = (['IMMINENT', 'HIGH', 'MEDIUM', 'LOW'] as const).map((level) => contactDueAt(level, null, NOW).slice(0, 10));
    expect(due).toEqual(['2026-11-22', '2026-11-28', '2026-12-05', '2026-12-21']);
    expect(contactDueAt('HIGH', '2026-11-25T00:00:00Z', NOW)).toBe('2026-12-02T00:00:00.000Z');
    expect([missedContacts('HIGH', null, NOW, '2026-11-28T09:00:00Z'), missedContacts('HIGH', null, NOW, '2026-12-06T00:00:00Z')]).toEqual([
      0, 2,
    ]);
  });

  it('R-RI-11: one missed goes to the worker, two to the coordinator; at high or worse two begin the protocol', () => {
    expect([0, 1, 2].map((missed) => missedContactGoesTo('LOW', missed))).toEqual([null, 'WORKER', 'COORDINATOR']);
    expect([1, 2].map((missed) => missedContactGoesTo('HIGH', missed))).toEqual(['WORKER', 'MISSING_PROTOCOL']);
  });
});
