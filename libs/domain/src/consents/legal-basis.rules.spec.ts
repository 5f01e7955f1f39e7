import { actionsFrom } from '../process/process';
import { refusal } from '../process/refusal.spec-help';
import { legalBasisProcess } from './legal-basis.process';
import { assertNarrow, assertSecondPerson, assertVerbalInTime, assertWrittenInTime, basisEnd, NARROW_SCOPE } from './legal-basis.rules';
import { scopeOf } from './purposes';

const at = new Date('2026-11-21T12:00:00Z');
const after = (hours: number): Date => new Date(at.getTime() + hours * 3_600_000);

describe('R-CO-08 a disclosure without consent', () => {
  it('is asked for by one and decided by another', () => {
    expect(actionsFrom(legalBasisProcess, 'ASKED')).toEqual(['approve', 'refuse']);
    expect(refusal(() => assertSecondPerson('a', 'a')).facts).toEqual({ act: 'DISCLOSE_WITHOUT_CONSENT' });
    expect(() => assertSecondPerson('a', 'b')).not.toThrow();
  });

  it('is narrower than a consent could be', () => {
    for (const narrow of Object.values(NARROW_SCOPE)) {
      expect(narrow.length).toBeLessThan(scopeOf('C21_AUTHORITY').length / 2);
      for (const item of narrow) expect(scopeOf('C21_AUTHORITY')).toContain(item);
    }
    const asked = { basis: 'LEGAL_OBLIGATION', purpose: 'C21_AUTHORITY', scope: ['NAME'] } as const;
    expect(() => assertNarrow(asked)).not.toThrow();
    expect(refusal(() => assertNarrow({ ...asked, scope: ['NAME', 'ADDRESS'] })).fields).toEqual({ scope: ['tooWide'] });
    expect(refusal(() => assertNarrow({ ...asked, scope: [] })).fields).toEqual({ scope: ['tooWide'] });
    expect(refusal(() => assertNarrow({ ...asked, purpose: 'C15_PUBLICATION' })).fields).toEqual({ purpose: ['onlyWithConsent'] });
  });

  it('holds for 72 hours when written, for 24 while only spoken', () => {
    expect([basisEnd(at, 'WRITTEN'), basisEnd(at, 'VERBAL')]).toEqual([after(72), after(24)]);
  });

  it('is spoken within the hour and written within the day', () => {
    expect(() => assertVerbalInTime(at, after(1))).not.toThrow();
    expect(refusal(() => assertVerbalInTime(at, after(1.01))).code).toBe('too-late');
    expect(() => assertWrittenInTime(at, after(24))).not.toThrow();
    expect(refusal(() => assertWrittenInTime(at, after(24.01))).code).toBe('too-late');
  });
});
