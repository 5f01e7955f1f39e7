import { closureCheck } from '../vocabulary/closures';
import { assertStock, type ClosureStock, followUpOn, retentionUntil, type StockFacts } from './closure.rules';

const stock: ClosureStock = {
  reason: 'GOALS_ACHIEVED',
  clientTold: 'YES',
  clientNotToldWhy: null,
  followUp: 'NO',
  followUpChannel: null,
  checklist: closureCheck.codes,
  safetyCheck: null,
};
const facts: StockFacts = { workBegan: true, hasClosureReview: true, safeChannels: new Set(['PHONE']) };
const fieldsOf = (more: Partial<ClosureStock>, known: Partial<StockFacts> = {}): Record<string, string[]> | undefined => {
  try {
    assertStock({ ...stock, ...more }, { ...facts, ...known });
  } catch (thrown) {
    return (thrown as { fields?: Record<string, string[]> }).fields;
  }
  return undefined;
};

describe('model 2.16: a closure takes stock', () => {
  it('is whole when everything was said', () => {
    expect(fieldsOf({})).toBeUndefined();
    expect(fieldsOf({ clientTold: 'NO', clientNotToldWhy: 'Nobody knows where she is' })).toBeUndefined();
    expect(fieldsOf({ followUp: 'YES', followUpChannel: 'PHONE' })).toBeUndefined();
  });

  it('names each part that is missing', () => {
    expect(fieldsOf({ clientTold: 'NO' })).toEqual({ clientNotToldWhy: ['missing'] });
    expect(fieldsOf({}, { hasClosureReview: false })).toEqual({ outcomes: ['missing'] });
    expect(fieldsOf({}, { hasClosureReview: false, workBegan: false })).toBeUndefined();
    expect(fieldsOf({ followUp: 'YES' })).toEqual({ followUpChannel: ['missing'] });
    expect(fieldsOf({ followUp: 'YES', followUpChannel: 'EMAIL' })).toEqual({ followUpChannel: ['not-safe'] });
    expect(fieldsOf({ checklist: ['PAPERS'] })).toEqual({ checklist: ['incomplete'] });
  });

  it('R-CA-08 asks what is known of the person’s safety where contact was lost', () => {
    expect(fieldsOf({ reason: 'LOST_CONTACT' })).toEqual({ safetyCheck: ['missing'] });
    expect(fieldsOf({ reason: 'LOST_CONTACT', safetyCheck: 'A relative saw him well in May' })).toBeUndefined();
  });

  it('R-RT-01 keeps a case seven years after its closure; the follow-up comes six months after', () => {
    expect(retentionUntil('2026-11-22')).toBe('2033-11-22');
    expect(retentionUntil('2028-02-29')).toBe('2035-02-28');
    expect(followUpOn('2026-08-31')).toBe('2027-02-28');
  });
});
