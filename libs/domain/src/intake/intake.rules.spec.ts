import fc from 'fast-check';
import { actionsFrom, move, RuleBroken } from '../process/process';
import { refusal } from '../process/refusal.spec-help';
import { immediateScreen, informationGiven } from '../vocabulary/intake';
import { enquiryProcess } from './enquiry.process';
import {
  assertMayAdmit,
  assertMayDecline,
  assertMayPropose,
  assertMayStartIntake,
  completedSteps,
  type IntakeFacts,
  urgentAnswers,
} from './intake.rules';

const answered = Object.fromEntries(immediateScreen.codes.map((question) => [question, 'UNKNOWN' as const]));
const complete: IntakeFacts = {
  immediateScreen: answered,
  seenAlone: true,
  informationGiven: informationGiven.codes,
  hasNameToUse: true,
  language: 'fa',
  country: 'AL',
  hasSituation: false,
  legalBasis: 'CONSENT',
  consent: { method: 'VERBAL_REMOTE', capacity: 'YES', freeChoice: 'ALONE' },
};

describe('an enquiry', () => {
  it('is admitted or declined from intake, and declined at once when nothing more is wanted', () => {
    expect(actionsFrom(enquiryProcess, 'ENQUIRY')).toEqual(['start_intake', 'decline']);
    expect(actionsFrom(enquiryProcess, 'INTAKE')).toEqual(['propose_admission', 'admit', 'decline']);
    expect(move(enquiryProcess, 'INTAKE', 'propose_admission')).toBe('INTAKE');
    expect(actionsFrom(enquiryProcess, 'ADMITTED')).toEqual([]);
  });
});

describe('proposing admission', () => {
  it('R-ID-01: a name to use, a language, a country and a basis are enough of a person', () => {
    expect(() => assertMayPropose(complete)).not.toThrow();
  });

  it.each([
    ['hasNameToUse', false, 'nameToUse', 'IDENTITY'],
    ['language', null, 'language', 'IDENTITY'],
    ['country', null, 'country', 'IDENTITY'],
    ['legalBasis', null, 'legalBasis', 'LEGAL_BASIS'],
    ['seenAlone', null, 'seenAlone', 'SAFETY'],
  ])('R-ID-01: is refused while %s is %s', (fact, value, field, step) => {
    const no = refusal(() => assertMayPropose({ ...complete, [fact]: value }));
    expect([no.code, no.facts, no.fields]).toEqual(['intake-incomplete', { steps: [step] }, { [field]: ['missing'] }]);
  });

  it('names the questions nobody asked and the things nobody told', () => {
    const { FOOD: _notAsked, ...rest } = answered;
    const no = refusal(() => assertMayPropose({ ...complete, immediateScreen: rest, informationGiven: informationGiven.codes.slice(1) }));
    expect(no.fields).toEqual({ immediateScreen: ['FOOD'], informationGiven: ['WHO_WE_ARE'] });
  });

  it('does not need the person to have been alone, only that it is written down', () => {
    expect(() => assertMayPropose({ ...complete, seenAlone: false })).not.toThrow();
  });

  it('R-CO-05: asks for C01 as it was given, or for another basis; what was said with others there does not open a case', () => {
    expect(refusal(() => assertMayPropose({ ...complete, consent: {} })).fields).toEqual({
      method: ['missing'],
      capacity: ['missing'],
      freeChoice: ['missing'],
    });
    expect(refusal(() => assertMayPropose({ ...complete, consent: { ...complete.consent, freeChoice: 'NOT_ALONE' } })).fields).toEqual({
      freeChoice: ['notAlone'],
    });
    expect(refusal(() => assertMayPropose({ ...complete, consent: { ...complete.consent, interpreter: 'RELATIVE' } })).code).toBe(
      'intake-incomplete',
    );
    expect(() => assertMayPropose({ ...complete, consent: {}, legalBasis: 'VITAL_INTEREST' })).not.toThrow();
  });

  it('takes up where the intake was left', () => {
    expect(completedSteps({ ...complete, language: null })).toEqual(['SAFETY', 'INFORMATION', 'LEGAL_BASIS']);
  });

  it('is open exactly when the four needed steps are complete', () => {
    const facts = fc.record({
      immediateScreen: fc.constantFrom(answered, {}),
      seenAlone: fc.option(fc.boolean(), { nil: null }),
      informationGiven: fc.subarray([...informationGiven.codes]),
      hasNameToUse: fc.boolean(),
      language: fc.constantFrom('fa', null),
      country: fc.constantFrom('AL', null),
      hasSituation: fc.boolean(),
      legalBasis: fc.constantFrom('CONSENT' as const, 'VITAL_INTEREST' as const, null),
      consent: fc.constantFrom(complete.consent, {}),
    });
    fc.assert(
      fc.property(facts, (given) => {
        const done = completedSteps(given).filter((step) => step !== 'SITUATION').length === 4;
        if (done) assertMayPropose(given);
        else expect(() => assertMayPropose(given)).toThrow(RuleBroken);
      }),
    );
  });
});

describe('the immediate screen', () => {
  it('marks what must be done today, whichever way the question is put', () => {
    expect(urgentAnswers({ SAFE_TONIGHT: 'NO', FOOD: 'YES', SELF_HARM: 'YES', THREAT_NOW: 'NO', MEDICINE: 'UNKNOWN' })).toEqual([
      'SAFE_TONIGHT',
      'SELF_HARM',
    ]);
  });
});

describe('starting an intake', () => {
  it.each(['SAFE', 'SAFE_CONDITIONS', null] as const)('is open with contact %s', (contactSafety) => {
    expect(() => assertMayStartIntake({ workerHasNoTie: true, contactSafety })).not.toThrow();
  });

  it.each(['UNSAFE', 'UNVERIFIED', 'COMPROMISED', 'RETIRED'] as const)('is refused with contact %s', (contactSafety) => {
    expect(refusal(() => assertMayStartIntake({ workerHasNoTie: true, contactSafety })).code).toBe('contact-not-safe');
  });

  it('R-AC-13: is refused to a worker who has not said that they have no tie', () => {
    expect(refusal(() => assertMayStartIntake({ workerHasNoTie: false, contactSafety: 'SAFE' })).code).toBe('tie-not-answered');
  });
});

describe('declining', () => {
  it('takes a reason and a word on where else to turn', () => {
    expect(() => assertMayDecline({ reason: 'CAPACITY', signposting: 'Legal clinic, Mondays' })).not.toThrow();
    expect(refusal(() => assertMayDecline({ reason: null, signposting: '  ' })).fields).toEqual({
      reason: ['missing'],
      signposting: ['missing'],
    });
  });
});

describe('admitting', () => {
  it('R-CA-01: names the primary worker in the same act', () => {
    expect(() => assertMayAdmit({ proposedBy: 'a', by: 'b', primaryWorker: 'a' })).not.toThrow();
    expect(refusal(() => assertMayAdmit({ proposedBy: 'a', by: 'b', primaryWorker: null })).code).toBe('primary-worker-missing');
  });

  it('is refused to the one who proposed, and before anybody did', () => {
    expect(refusal(() => assertMayAdmit({ proposedBy: 'a', by: 'a', primaryWorker: 'a' })).code).toBe('same-person');
    expect(refusal(() => assertMayAdmit({ proposedBy: null, by: 'b', primaryWorker: 'a' })).code).toBe('not-proposed');
  });
});
