import { refusal } from '../process/refusal.spec-help';
import { needCode } from '../vocabulary/needs';
import { actOnNeedBy, assertNeed, assertNeedsStated, isRestrictedNeed, needCategory } from './need.rules';

describe('a need', () => {
  it('is one of 57', () => {
    expect(needCode.codes).toHaveLength(57);
  });

  it('of the model’s restricted codes is restricted, and no other', () => {
    expect(needCode.codes.filter(isRestrictedNeed).sort()).toEqual(
      ['PS-DV', 'PS-TR', 'HL-SU', 'HL-CG', 'MH-SU', 'MH-TR', 'MH-DP', 'MH-GR', 'MH-ID', 'MH-IS', 'MH-TO', 'MH-SG'].sort(),
    );
  });

  it('counts in the category of the UN partners, or in none', () => {
    expect([needCategory('PS-TH'), needCategory('HL-PR'), needCategory('MH-TO'), needCategory('HS-NF')]).toEqual(['LP', 'WR', 'TR', null]);
  });

  it('is acted on within a day or three by its severity', () => {
    expect([actOnNeedBy('S4', '2026-11-20'), actOnNeedBy('S3', '2026-11-20'), actOnNeedBy('S2', '2026-11-20')]).toEqual([
      '2026-11-21',
      '2026-11-23',
      null,
    ]);
  });

  it('is open once, and was not found tomorrow', () => {
    const known = [{ code: 'HS-TM', status: 'CONFIRMED' as const }];
    const life = { bornFrom: '1980-01-01', today: '2026-11-20' };
    expect(refusal(() => assertNeed('HS-TM', '2026-11-20', life, known)).code).toBe('need-known');
    expect(() => assertNeed('HS-TM', '2026-11-20', life, [{ code: 'HS-TM', status: 'MET' }])).not.toThrow();
    expect(refusal(() => assertNeed('HS-IN', '2026-11-21', life, known)).fields).toEqual({ identifiedOn: ['in-future'] });
    expect(refusal(() => assertNeed('HS-IN', '1979-12-31', life, known)).fields).toEqual({ identifiedOn: ['before-birth'] });
    expect(refusal(() => assertNeed('XX-YY', '2026-11-20', life, [])).code).toBe('need-unknown');
  });

  it('is stated when the assessment ends, or that there is none', () => {
    expect(refusal(() => assertNeedsStated(0, false)).code).toBe('needs-missing');
    expect(refusal(() => assertNeedsStated(2, true)).code).toBe('needs-there');
    expect(() => assertNeedsStated(0, true)).not.toThrow();
    expect(() => assertNeedsStated(1, false)).not.toThrow();
  });
});
