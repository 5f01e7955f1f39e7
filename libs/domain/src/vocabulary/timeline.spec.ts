import { caseProcess } from '../cases/case.process';
import { consentProcess } from '../consents/consent.process';
import { disclosureProcess } from '../consents/disclosure.process';
import { legalBasisProcess } from '../consents/legal-basis.process';
import { counsellingProcess } from '../counselling/counselling.process';
import { dangerProcess } from '../duty/danger.process';
import { incidentProcess } from '../incidents/incident.process';
import { planProcess } from '../plans/plan.process';
import { referralProcess } from '../referrals/referral.process';
import { riskAssessmentProcess } from '../risk/risk.process';
import { taskProcess } from '../tasks/task.process';
import { stepSaid } from './timeline';

const DRAWINGS = {
  case: caseProcess,
  consent: consentProcess,
  disclosure: disclosureProcess,
  legal_basis: legalBasisProcess,
  counselling: counsellingProcess,
  danger: dangerProcess,
  incident: incidentProcess,
  plan: planProcess,
  referral: referralProcess,
  risk_assessment: riskAssessmentProcess,
  task: taskProcess,
};

describe('the words of the timeline', () => {
  it.each(Object.entries(DRAWINGS))('tell each step of the drawing of a %s as something that happened', (subject, { states }) => {
    const actions = Object.values(states).flatMap((next) => Object.keys(next));
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions)
      for (const language of ['en', 'fa'] as const)
        expect([action, stepSaid(subject, action, '', language)]).not.toEqual([action, stepSaid('unknown', 'unknown', '', language)]);
  });

  it('say what came of an appointment', () => {
    expect(stepSaid('appointment', 'result', 'NOT_HELD', 'en')).toBe('Appointment not held');
    expect(stepSaid('appointment', 'result', 'HELD', 'fa')).toBe('قرار برگزار شد');
  });
});
