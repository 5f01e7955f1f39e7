import fc from 'fast-check';
import { actionsFrom, move, RuleBroken } from '../process/process';
import { refusal } from '../process/refusal.spec-help';
import { caseProcess, type CaseAction, type CaseState, isCaseAction } from './case.process';
import { assertCaseStep, type CaseFacts, type CaseStep, openActions } from './case.rules';

const today = '2026-03-02';
const facts: CaseFacts = {
  state: 'ACTIVE',
  stateBeforeRequest: null,
  planSubmittedBy: null,
  closureRequestedBy: null,
  closureReason: null,
  riskLevel: 'LOW',
};
const step: CaseStep = { by: 'coordinator', today };
const plan = {
  participation: 'FULL',
  participationReason: null,
  agreement: 'AGREED',
  copyGiven: null,
  goals: [
    {
      id: 'g',
      domain: 'D02',
      statement: 'A room of my own',
      baseline: 1,
      target: 3,
      targetOn: '2026-06-01',
      needIds: [],
      actions: [{ id: 'a', type: 'HOUSING_SEARCH', text: 'Look for rooms', ownerKind: 'CLIENT', ownerId: null, dueOn: '2026-04-01' }],
    },
  ],
};
const grounds = { type: 'DECISION', state: 'FINAL' } as const;

const refused = (action: CaseAction, given: Partial<CaseStep>, file: Partial<CaseFacts>) =>
  refusal(() => assertCaseStep(action, { ...step, ...given }, { ...facts, ...file }));
const allowed = (action: CaseAction, given: Partial<CaseStep>, file: Partial<CaseFacts>) =>
  assertCaseStep(action, { ...step, ...given }, { ...facts, ...file });

describe('a case', () => {
  it('goes from assessment to closure and opens again as a new period', () => {
    const path: CaseAction[] = [
      'complete_assessment',
      'submit_plan',
      'approve_plan',
      'hold',
      'resume',
      'request_closure',
      'approve_closure',
      'reopen',
    ];
    let state: CaseState = caseProcess.initial;
    const passed = path.map((action) => (state = move(caseProcess, state, action)));
    expect(passed).toEqual(['PLANNING', 'PLANNING', 'ACTIVE', 'ON_HOLD', 'ACTIVE', 'CLOSURE_REQUESTED', 'CLOSED', 'ASSESSMENT']);
  });

  it('R-RE-07: is offered, comes back or goes over with its transfer, and nobody takes these steps on the case itself', () => {
    expect(move(caseProcess, 'ACTIVE', 'offer_transfer')).toBe('TRANSFER_PENDING');
    expect(actionsFrom(caseProcess, 'TRANSFER_PENDING')).toEqual(['transfer_accepted', 'transfer_declined', 'transfer_revoked']);
    expect(openActions({ ...facts, state: 'TRANSFER_PENDING' })).toEqual([]);
    expect(openActions(facts)).not.toContain('offer_transfer');
    expect(openActions(facts)).toContain('hold');
  });

  it('can only be opened again once it is closed', () => {
    expect(actionsFrom(caseProcess, 'CLOSED')).toEqual(['reopen']);
  });
});

describe('approving a plan', () => {
  const planning = { state: 'PLANNING', planSubmittedBy: 'worker' } as const;

  it('R-CA-04: is refused to the one who wrote it', () => {
    expect(refused('approve_plan', { by: 'worker' }, planning).code).toBe('same-person');
    expect(refused('approve_plan', { plan, planAuthors: ['another', 'coordinator'] }, planning).code).toBe('same-person');
    expect(() => allowed('approve_plan', { plan, planAuthors: ['worker'] }, planning)).not.toThrow();
  });

  it('is not open before a plan was submitted, nor is returning it', () => {
    expect(openActions({ ...facts, state: 'PLANNING' })).toEqual(['submit_plan', 'request_closure']);
    expect(openActions({ ...facts, ...planning })).toEqual(['approve_plan', 'return_plan', 'request_closure']);
    expect(refused('approve_plan', {}, { state: 'PLANNING' }).facts).toMatchObject({ open: ['submit_plan', 'request_closure'] });
  });

  it('is returned with a reason only', () => {
    expect(refused('return_plan', { reason: ' ' }, planning).code).toBe('reason-missing');
    expect(() => allowed('return_plan', { reason: 'Dates are missing' }, planning)).not.toThrow();
  });
});

describe('submitting a plan', () => {
  it('takes a plan in which nothing is missing', () => {
    expect(refused('submit_plan', {}, { state: 'PLANNING' }).code).toBe('plan-missing');
    expect(refused('submit_plan', { plan: { ...plan, agreement: null } }, { state: 'PLANNING' }).fields).toEqual({
      agreement: ['missing'],
    });
    expect(() => allowed('submit_plan', { plan }, { state: 'PLANNING' })).not.toThrow();
  });
});

describe('ending the assessment', () => {
  it('says what the person needs, or that they need nothing', () => {
    expect(refused('complete_assessment', { note: grounds }, { state: 'ASSESSMENT' }).code).toBe('needs-missing');
    expect(() => allowed('complete_assessment', { note: grounds, needs: 2 }, { state: 'ASSESSMENT' })).not.toThrow();
  });

  it('rests on a final assessment of risk (model 3.1)', () => {
    const said = { note: grounds, needs: 2 };
    expect(refused('complete_assessment', said, { state: 'ASSESSMENT', riskLevel: null }).code).toBe('risk-not-assessed');
    expect(() => allowed('complete_assessment', said, { state: 'ASSESSMENT', riskLevel: 'IMMINENT' })).not.toThrow();
  });
});

describe('steps that ask for grounds', () => {
  it.each([
    ['complete_assessment', 'ASSESSMENT', { noNeeds: true }],
    ['revise_plan', 'ACTIVE', {}],
    ['request_closure', 'ACTIVE', { closureReason: 'CLIENT_WISH' }],
  ] as const)('%s takes a signed assessment or decision', (action, state, given) => {
    expect(() => allowed(action, { ...given, note: grounds }, { state })).not.toThrow();
    expect(() => allowed(action, { ...given, note: { type: 'ASSESSMENT', state: 'FINAL' } }, { state })).not.toThrow();
    for (const note of [
      null,
      { ...grounds, state: 'DRAFT' as const },
      { ...grounds, state: 'VOIDED' as const },
      { ...grounds, type: 'CONTACT' as const },
    ])
      expect(refused(action, { ...given, note }, { state }).code).toBe('grounds-missing');
  });
});

describe('putting a case on hold', () => {
  const hold = { holdReason: 'TRAVEL', reviewOn: '2026-05-31' } as const;

  it('takes a reason and a day within 90 days', () => {
    expect(() => allowed('hold', hold, {})).not.toThrow();
    expect(refused('hold', {}, {}).fields).toEqual({ holdReason: ['missing'], reviewOn: ['missing'] });
  });

  it.each([
    ['2026-06-01', 'too-late'],
    ['2026-03-02', 'not-in-future'],
    ['2026-02-01', 'not-in-future'],
  ])('is refused with a review on %s: %s', (reviewOn, gap) => {
    const no = refused('hold', { ...hold, reviewOn }, {});
    expect([no.fields, no.facts]).toEqual([{ reviewOn: [gap] }, { latest: '2026-05-31' }]);
  });

  it('at high risk needs a reason outside the client’s hands', () => {
    expect(refused('hold', hold, { riskLevel: 'HIGH' }).code).toBe('hold-at-high-risk');
    expect(() => allowed('hold', { ...hold, holdReason: 'HOSPITAL' }, { riskLevel: 'IMMINENT' })).not.toThrow();
    expect(() => allowed('hold', hold, { riskLevel: 'MEDIUM' })).not.toThrow();
  });
});

describe('closing a case', () => {
  const requested = {
    state: 'CLOSURE_REQUESTED',
    stateBeforeRequest: 'ACTIVE',
    closureRequestedBy: 'worker',
    closureReason: null,
  } as const;

  it('R-CA-04: is approved by somebody else than asked for it', () => {
    expect(refused('approve_closure', { by: 'worker' }, requested).code).toBe('same-person');
    expect(() => allowed('approve_closure', {}, requested)).not.toThrow();
  });

  it.each([
    ['ACTIVE', 'reject_closure'],
    ['ON_HOLD', 'reject_closure'],
    ['ASSESSMENT', 'reject_closure_early'],
    ['PLANNING', 'reject_closure_early'],
  ] as const)('asked for in %s, it is refused by %s', (stateBeforeRequest, action) => {
    expect(openActions({ ...requested, stateBeforeRequest, planSubmittedBy: null, riskLevel: null })).toEqual(['approve_closure', action]);
    expect(refused(action, {}, { ...requested, stateBeforeRequest }).code).toBe('reason-missing');
    expect(() => allowed(action, { reason: 'Two goals are open' }, { ...requested, stateBeforeRequest })).not.toThrow();
  });

  it('needs a reason from the list', () => {
    expect(refused('request_closure', { note: grounds }, {}).fields).toEqual({ closureReason: ['missing'] });
  });

  it.each([
    ['ACTIVE', 'HIGH'],
    ['ON_HOLD', 'IMMINENT'],
  ] as const)('from %s at %s risk ends only for what nobody can change (model 3.1)', (state, riskLevel) => {
    const request = (closureReason: CaseStep['closureReason']) =>
      [
        { closureReason, note: grounds },
        { state, riskLevel },
      ] as const;
    for (const reason of ['GOALS_ACHIEVED', 'CLIENT_WISH', 'MOVED_AWAY', 'OTHER'] as const) {
      const { code, fields } = refused('request_closure', ...request(reason));
      expect([reason, code, fields]).toEqual([reason, 'closure-at-high-risk', { closureReason: ['not-at-this-risk'] }]);
    }
    for (const reason of ['RETURNED_GROUP', 'DECEASED', 'SAFETY_STAFF'] as const)
      expect(() => allowed('request_closure', ...request(reason))).not.toThrow();
    expect(() => allowed('request_closure', { closureReason: 'CLIENT_WISH', note: grounds }, { state, riskLevel: 'MEDIUM' })).not.toThrow();
  });

  it('before work began is asked for at any risk: nobody is held', () => {
    for (const state of ['ASSESSMENT', 'PLANNING'] as const)
      expect(() =>
        allowed('request_closure', { closureReason: 'CLIENT_WISH', note: grounds }, { state, riskLevel: 'IMMINENT' }),
      ).not.toThrow();
  });

  it('for the safety of staff at high risk is approved with a coordinator’s own words (model 3.1)', () => {
    const asked = { state: 'CLOSURE_REQUESTED', closureRequestedBy: 'worker', closureReason: 'SAFETY_STAFF', riskLevel: 'HIGH' } as const;
    expect(refused('approve_closure', {}, asked).code).toBe('reason-missing');
    expect(() => allowed('approve_closure', { reason: 'The police advise it' }, asked)).not.toThrow();
    expect(() => allowed('approve_closure', {}, { ...asked, riskLevel: 'LOW' })).not.toThrow();
  });

  it('R-CA-08: nobody is lost before four attempts on two channels over thirty days', () => {
    const attempts = [
      { on: '2026-01-01', channel: 'SMS' },
      { on: '2026-01-10', channel: 'SMS' },
      { on: '2026-01-20', channel: 'EMAIL' },
      { on: '2026-01-31', channel: 'SMS' },
    ] as const;
    const lost = { closureReason: 'LOST_CONTACT', note: grounds } as const;
    expect(() => allowed('request_closure', { ...lost, attempts }, {})).not.toThrow();
    for (const few of [
      [],
      attempts.slice(1),
      attempts.map((one) => ({ ...one, channel: 'SMS' as const })),
      attempts.map((one) => ({ ...one, on: '2026-01-01' })),
    ])
      expect(refused('request_closure', { ...lost, attempts: few }, {}).code).toBe('lost-contact-unproven');
  });

  it('R-CA-09: a return to the group is closed like any other, and opened again with a reason like any other', () => {
    expect(() => allowed('request_closure', { closureReason: 'RETURNED_GROUP', note: grounds }, {})).not.toThrow();
    expect(() => allowed('reopen', { reason: 'Called again' }, { state: 'CLOSED' })).not.toThrow();
    expect(refused('reopen', {}, { state: 'CLOSED' }).code).toBe('reason-missing');
  });
});

describe('the guards', () => {
  it('never let through what the drawing does not draw', () => {
    const states = Object.keys(caseProcess.states) as CaseState[];
    const actions = [...new Set(states.flatMap((state) => actionsFrom(caseProcess, state)))].filter(isCaseAction);
    fc.assert(
      fc.property(fc.constantFrom(...states), fc.constantFrom(...actions), (state, action) => {
        if (actionsFrom(caseProcess, state).includes(action)) return;
        expect(refused(action, { reason: 'x', note: grounds }, { state }).code).toBe('not-open');
      }),
    );
  });

  it('R-CA-04: let nobody approve their own request, whoever they are', () => {
    fc.assert(
      fc.property(fc.uuid(), (by) => {
        const own = { state: 'CLOSURE_REQUESTED', stateBeforeRequest: 'ACTIVE', closureRequestedBy: by } as const;
        expect(() => allowed('approve_closure', { by }, own)).toThrow(RuleBroken);
      }),
    );
  });
});
