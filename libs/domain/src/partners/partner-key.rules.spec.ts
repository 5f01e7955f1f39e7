import { actionsFrom } from '../process/process';
import { refusal } from '../process/refusal.spec-help';
import { partnerKeyProcess } from './partner-key.process';
import { assertSameFingerprint } from './partner-key.rules';

const fingerprint = '01234 56789 01234 56789 01234 56789';

describe('the key of a partner', () => {
  it.each([fingerprint, fingerprint.replaceAll(' ', ''), fingerprint.replaceAll(' ', '-'), '۰۱۲۳۴ ۵۶۷۸۹ ۰۱۲۳۴ ۵۶۷۸۹ ۰۱۲۳۴ ۵۶۷۸۹'])(
    'is the one whose digits were heard: %s',
    (typed) => {
      expect(() => assertSameFingerprint(typed, fingerprint)).not.toThrow();
    },
  );

  it.each(['', fingerprint.slice(0, -1), fingerprint.replace('1', '2'), `${fingerprint} 0`, '01234 56789'])(
    'is not the one whose digits were heard as %j',
    (typed) => {
      expect(refusal(() => assertSameFingerprint(typed, fingerprint))).toMatchObject({
        code: 'fingerprint-refused',
        fields: { fingerprint: ['wrong'] },
      });
    },
  );

  it('is never used again once refused or replaced', () => {
    expect([actionsFrom(partnerKeyProcess, 'REFUSED'), actionsFrom(partnerKeyProcess, 'REPLACED')]).toEqual([[], []]);
  });
});
