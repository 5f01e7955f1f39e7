import { RuleBroken } from '../process/process';
import { assertNameMayGo, nameGap, type NameFacts, nameScope } from './name.rules';

const KEY = { id: 'k-2', state: 'CONFIRMED' } as const;
const GOES: NameFacts = {
  state: 'ACCEPTED',
  takenOverAt: null,
  caseState: 'ACTIVE',
  isRead: true,
  consented: ['REQUEST', 'NAME'],
  partnerGaps: [],
  key: KEY,
  told: [],
};
const refusalOf = (facts: NameFacts): RuleBroken | null => {
  try {
    assertNameMayGo(facts);
    return null;
  } catch (error) {
    if (error instanceof RuleBroken) return error;
    throw error;
  }
};

describe('the name once more (walls.md 3.3)', () => {
  it('goes to a partner that accepted, or has begun, on a consent that names it, to a key whose digits were heard', () => {
    for (const state of ['ACCEPTED', 'IN_SERVICE'] as const) expect(nameGap({ ...GOES, state })).toBeNull();
    expect(refusalOf(GOES)).toBeNull();
  });

  it.each<[NameFacts, string, string]>([
    [{ ...GOES, state: 'RECEIVED' }, 'NOT_ACCEPTED', 'not-open'],
    [{ ...GOES, state: 'COMPLETED' }, 'OVER', 'not-open'],
    [{ ...GOES, state: 'DISCONTINUED', consented: null }, 'OVER', 'not-open'],
    [{ ...GOES, state: 'IN_SERVICE', takenOverAt: new Date() }, 'HANDED_OVER', 'not-open'],
    [{ ...GOES, caseState: 'CLOSED' }, 'CASE_CLOSED', 'not-open'],
    [{ ...GOES, isRead: false }, 'NOT_YOURS', 'item-not-offered'],
    [{ ...GOES, partnerGaps: ['AGREEMENT'] }, 'AGREEMENT', 'partner-may-not-receive'],
    [{ ...GOES, partnerGaps: ['NOT_ACTIVE', 'AGREEMENT'] }, 'NOT_ACTIVE', 'partner-may-not-receive'],
    [{ ...GOES, partnerGaps: ['NOT_OFFERED'] }, 'NOT_OFFERED', 'partner-may-not-receive'],
    [{ ...GOES, consented: null }, 'NOT_CONSENTED', 'consent-missing'],
    [{ ...GOES, consented: ['REQUEST', 'CONTACT_RULES'] }, 'NOT_CONSENTED', 'consent-missing'],
    [{ ...GOES, key: null }, 'NO_KEY', 'key-not-confirmed'],
    [{ ...GOES, key: { ...KEY, state: 'REFUSED' } }, 'NO_KEY', 'key-not-confirmed'],
    [{ ...GOES, key: { ...KEY, state: 'REGISTERED' } }, 'KEY_NOT_CONFIRMED', 'key-not-confirmed'],
    [{ ...GOES, told: [{ keyId: KEY.id, scope: ['NAME'] }] }, 'ALREADY_SENT', 'not-open'],
  ])('says why it does not go, and is refused by the same word: %# %s', (facts, gap, code) => {
    expect([nameGap(facts), refusalOf(facts)?.code]).toEqual([gap, code]);
    expect(Object.values(refusalOf(facts)?.fields ?? {})).toEqual([[gap]]);
  });

  it('goes again to another key, and where the consent by now covers the way of contact too', () => {
    expect(nameGap({ ...GOES, told: [{ keyId: 'k-1', scope: ['CONTACT_RULES', 'NAME'] }] })).toBeNull();
    const wider = { ...GOES, consented: ['CONTACT_RULES', 'NAME'], told: [{ keyId: KEY.id, scope: ['NAME'] }] };
    expect(nameGap(wider)).toBeNull();
    expect(nameGap({ ...wider, told: [{ keyId: KEY.id, scope: ['CONTACT_RULES', 'NAME'] }] })).toBe('ALREADY_SENT');
    expect(nameGap({ ...GOES, told: [{ keyId: KEY.id, scope: ['CONTACT_RULES', 'NAME'] }] })).toBe('ALREADY_SENT');
  });

  it('takes the agreed way of contact along where the consent names the rules of contact', () => {
    expect(nameScope(['REQUEST', 'NAME'])).toEqual(['NAME']);
    expect(nameScope(['NAME', 'CONTACT_RULES', 'REQUEST'])).toEqual(['CONTACT_RULES', 'NAME']);
  });
});
