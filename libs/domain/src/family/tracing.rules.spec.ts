import { refusal } from '../process/refusal.spec-help';
import { tracingMethod } from '../vocabulary/family';
import {
  assertFound,
  assertMayStep,
  assertMayTrace,
  assertNewsMayBeTold,
  assertNotFound,
  deathCertainty,
  listedFor,
  notListed,
} from './tracing.rules';
import { scopeOf } from '../consents/purposes';

describe('how somebody is looked for', () => {
  it('R-FL-19: open sources and public appeals only where the consent lists them', () => {
    const plan = { methods: ['OPEN_SOURCE', 'MEDIA_APPEAL'], context: 'DIASPORA_FREE' } as const;
    expect(refusal(() => assertMayTrace(plan, ['OWN_RECORDS', 'OPEN_SOURCE']))).toMatchObject({
      code: 'tracing-method-not-allowed',
      facts: { methods: ['MEDIA_APPEAL'] },
    });
    expect(() => assertMayTrace(plan, ['OPEN_SOURCE', 'MEDIA_APPEAL'])).not.toThrow();
  });

  it('R-FL-19: every way but what the client knows stands among what can be agreed to, and one stands for no other', () => {
    for (const method of tracingMethod.codes) {
      const listed = listedFor(method);
      if (listed) expect(scopeOf('C08_TRACING')).toContain(listed);
      expect(
        notListed(
          [method],
          scopeOf('C08_TRACING').filter((code) => code !== listed),
        ),
      ).toEqual(listed ? [method] : []);
      expect(notListed([method], listed ? [listed] : [])).toEqual([]);
    }
  });

  it('writes down first what could happen to somebody in the group or in the state of origin', () => {
    const plan = { methods: ['CLIENT_KNOWLEDGE'], riskNote: ' ' } as const;
    for (const context of ['IN_GROUP', 'HOME_STATE'] as const) {
      expect(refusal(() => assertMayTrace({ ...plan, context }, []))).toMatchObject({
        code: 'risk-note-missing',
        fields: { riskNote: ['missing'] },
      });
      expect(() => assertMayTrace({ ...plan, context, riskNote: 'Played: asked about at a roll-call.' }, [])).not.toThrow();
    }
    expect(() => assertMayTrace({ ...plan, context: 'OTHER_STATE' }, [])).not.toThrow();
  });

  it('takes no step by a way that the plan leaves out, or that is allowed no more', () => {
    expect(refusal(() => assertMayStep('RED_CROSS', ['OWN_RECORDS'], ['RED_CROSS'])).code).toBe('tracing-method-not-planned');
    expect(refusal(() => assertMayStep('RED_CROSS', ['RED_CROSS'], [])).code).toBe('tracing-method-not-allowed');
    expect(() => assertMayStep('RED_CROSS', ['RED_CROSS'], ['RED_CROSS'])).not.toThrow();
  });

  it('finds somebody by a step that found them, alive', () => {
    expect(refusal(() => assertFound('POSSIBLE', 'UNKNOWN')).fields).toEqual({ tracingStepId: ['not-located'] });
    expect(refusal(() => assertFound('LOCATED', 'DECEASED')).code).toBe('context-deceased');
    expect(() => assertFound('LOCATED', 'UNKNOWN')).not.toThrow();
  });

  it('R-FL-13: a death is confirmed, or reported twice from different sources and labelled so', () => {
    expect(deathCertainty(['NO_RESULT', 'DECEASED_CONFIRMED'], false)).toBe('CONFIRMED');
    expect(deathCertainty(['DECEASED_REPORTED', 'DECEASED_REPORTED'], true)).toBe('TWO_REPORTS');
    expect(refusal(() => deathCertainty(['DECEASED_REPORTED', 'DECEASED_REPORTED'], false)).fields).toEqual({ independent: ['missing'] });
    expect(refusal(() => deathCertainty(['DECEASED_REPORTED', 'NO_RESULT'], true)).fields).toEqual({ tracingStepIds: ['not-certain'] });
  });

  it('R-FL-13: never by telephone, never to somebody alone, never to somebody who does not want to know', () => {
    const so = { clientWantsToKnow: true, supportPresent: true, inPerson: true };
    expect(() => assertNewsMayBeTold(so)).not.toThrow();
    for (const field of Object.keys(so))
      expect(refusal(() => assertNewsMayBeTold({ ...so, [field]: false })).fields).toEqual({ [field]: ['needed'] });
  });

  it('gives nobody up before three ways were tried', () => {
    expect(refusal(() => assertNotFound(['RED_CROSS', 'RED_CROSS', 'PARTNER'])).facts).toEqual({ tried: 2, needs: 3 });
    expect(() => assertNotFound(['RED_CROSS', 'PARTNER', 'OWN_RECORDS'])).not.toThrow();
  });
});
