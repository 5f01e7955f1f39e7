import { actionsFrom } from '../process/process';
import { refusal } from '../process/refusal.spec-help';
import { legalBasisProcess } from './legal-basis.process';
import {
  assertNamedAnswers,
  assertNarrow,
  assertSecondPerson,
  assertVerbalInTime,
  basisEnd,
  confirmedEnd,
  NARROW_SCOPE,
} from './legal-basis.rules';
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

  it('is spoken within the hour; written down later than within the day it carries nothing more', () => {
    expect(() => assertVerbalInTime(at, after(1))).not.toThrow();
    expect(refusal(() => assertVerbalInTime(at, after(1.01))).code).toBe('too-late');
    expect([confirmedEnd(at, after(24)), confirmedEnd(at, after(24.01))]).toEqual([after(72), after(24)]);
  });

  it('is answered by whoever was named, once: they agreed, or they did not', () => {
    expect(actionsFrom(legalBasisProcess, 'APPROVED')).toEqual(['confirm', 'object']);
    expect(actionsFrom(legalBasisProcess, 'OBJECTED')).toEqual([]);
    const named = { state: 'APPROVED', secondId: 'b', confirmedAt: null } as const;
    for (const answer of ['confirm', 'object'] as const) {
      expect(() => assertNamedAnswers(answer, named, 'b')).not.toThrow();
      expect(refusal(() => assertNamedAnswers(answer, named, 'a')).code).toBe('not-the-second-person');
      expect(refusal(() => assertNamedAnswers(answer, { ...named, confirmedAt: at }, 'b')).code).toBe('not-open');
    }
  });
});
