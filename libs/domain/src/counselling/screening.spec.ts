import fc from 'fast-check';
import { refusal } from '../process/refusal.spec-help';
import { instrument, type Instrument } from '../vocabulary/counselling';
import { type Answers, assertFlagsAnswered, assertLicensed, type Score, scoreOf, scoreToKeep, shapeOf } from './screening';

const kept = (name: Instrument, answers: Answers, cut?: number): Partial<Score> => {
  const { score, band, positive, flags } = scoreToKeep(name, answers, cut);
  return { score, band, positive, flags };
};
const of = (count: number, answer: number): number[] => Array.from({ length: count }, () => answer);

describe('R-CN-05: the scores of Annex D', () => {
  it('PHQ-9', () => {
    expect(kept('PHQ9', [1, 1, 2, 1, 0, 1, 2, 0, 0])).toEqual({ score: 8, band: 'MILD', positive: false, flags: [] });
    expect(kept('PHQ9', [3, 3, 3, 2, 2, 3, 2, 1, 1])).toEqual({ score: 20, band: 'SEVERE', positive: true, flags: ['PHQ9_ITEM9'] });
    expect(kept('PHQ9', [1, 1, 2, 1, 0, 1, 2, null, 1])).toEqual({ score: 10, band: 'MODERATE', positive: true, flags: ['PHQ9_ITEM9'] });
    expect(scoreOf('PHQ9', [null, null, null, 1, 1, 1, 1, 1, 1])).toBeNull();
    expect(kept('PHQ9', [0, 0, 0, 0, 0, 0, 0, 0, null])).toMatchObject({ flags: ['PHQ9_ITEM9_ASK'] });
  });

  it('PHQ-9 and GAD-7 change their bands where the model says', () => {
    const at = (name: 'PHQ9' | 'GAD7', score: number) => {
      const count = shapeOf(name).items.length;
      const answers = Array.from({ length: count }, (_, item) => Math.min(3, Math.max(0, score - item * 3)));
      return kept(name, answers);
    };
    expect([0, 4, 5, 9, 10, 14, 15, 19, 20, 27].map((score) => at('PHQ9', score).band)).toEqual([
      'MINIMAL',
      'MINIMAL',
      'MILD',
      'MILD',
      'MODERATE',
      'MODERATE',
      'MODERATELY_SEVERE',
      'MODERATELY_SEVERE',
      'SEVERE',
      'SEVERE',
    ]);
    expect([0, 4, 5, 9, 10, 14, 15, 21].map((score) => at('GAD7', score).band)).toEqual([
      'MINIMAL',
      'MINIMAL',
      'MILD',
      'MILD',
      'MODERATE',
      'MODERATE',
      'SEVERE',
      'SEVERE',
    ]);
    expect([9, 10].map((score) => at('PHQ9', score).positive)).toEqual([false, true]);
    expect(kept('GAD7', [2, 2, 2, 2, 0, 0, 0], 8).positive).toBe(true);
    expect(kept('GAD7', [2, 2, 2, 2, 0, 0, 0]).positive).toBe(false);
  });

  it('GAD-7 bears one blank and no second; the two-item forms bear none', () => {
    expect(kept('GAD7', [1, 1, 1, 1, 1, 1, null])).toMatchObject({ score: 7, band: 'MILD' });
    expect(scoreOf('GAD7', [1, 1, 1, 1, 1, null, null])).toBeNull();
    expect(kept('PHQ2', [1, 2])).toMatchObject({ score: 3, positive: true });
    expect(kept('GAD2', [1, 1])).toMatchObject({ score: 2, positive: false });
    expect(scoreOf('PHQ2', [null, 2])).toBeNull();
  });

  it('PC-PTSD-5: a gate that says no is 0; the cut is the one that was chosen', () => {
    expect(kept('PCPTSD5', [0, null, null, null, null, null])).toMatchObject({ score: 0, positive: false });
    expect(kept('PCPTSD5', [1, 1, 1, 1, 0, 0])).toMatchObject({ score: 3, positive: false });
    expect(kept('PCPTSD5', [1, 1, 1, 1, 0, 0], 3)).toMatchObject({ score: 3, positive: true });
    expect(kept('PCPTSD5', [1, 1, 1, 1, 1, 0])).toMatchObject({ score: 4, positive: true });
    expect(scoreOf('PCPTSD5', [1, 1, 1, null, 1, 0])).toBeNull();
  });

  it('ITQ: one of none, PTSD, CPTSD', () => {
    const [p, pf, d, df] = [
      [3, 1, 2, 0, 0, 4],
      [2, 0, 1],
      [2, 0, 1, 3, 2, 2],
      [0, 3, 0],
    ];
    expect(scoreToKeep('ITQ', [...p, ...pf, ...d, ...df])).toMatchObject({ band: 'CPTSD', subscores: { PTSD: 10, DSO: 10 } });
    expect(scoreToKeep('ITQ', [...p, ...pf, 1, 1, 1, 3, 2, 2, ...df])).toMatchObject({ band: 'PTSD', subscores: { PTSD: 10, DSO: 10 } });
    expect(scoreToKeep('ITQ', [...of(6, 4), 1, 1, 1, ...of(6, 4), ...df])).toMatchObject({
      band: 'NONE',
      positive: false,
      subscores: { PTSD: 24, DSO: 24 },
    });
    expect(scoreOf('ITQ', [null, 1, 2, 0, 0, 4, ...pf, ...d, ...df])).toBeNull();
  });

  it('WHO-5, RHS-15, RHS-13, K10, K6, PCL-5, Washington Group', () => {
    expect(kept('WHO5', [3, 3, 2, 2, 2])).toMatchObject({ score: 48, band: 'LOW' });
    expect(kept('WHO5', [3, 3, 3, 2, 2])).toMatchObject({ score: 52, band: null, positive: false });
    expect(kept('WHO5', [1, 1, 2, 1, 2])).toMatchObject({ score: 28, band: 'LIKELY_DEPRESSION' });
    expect(scoreOf('WHO5', [1, 1, 2, 1, null])).toBeNull();
    const eleven = [...of(11, 1), 0, 0, 0];
    expect(kept('RHS15', [...eleven, 5])).toMatchObject({ score: 11, positive: true });
    expect(kept('RHS15', [...eleven, 4])).toMatchObject({ score: 11, positive: false });
    expect(kept('RHS15', [...of(12, 1), 0, 0, 0])).toMatchObject({ score: 12, positive: true });
    expect(kept('RHS13', [...of(11, 1), 0, 0])).toMatchObject({ score: 11, positive: true });
    expect(scoreToKeep('K10', [2, 3, 2, 1, 3, 2, 3, 2, 2, 2])).toMatchObject({ score: 22, band: 'HIGH', bandSet: 'ABS' });
    expect(kept('K6', [3, 2, 2, 2, 2, 2])).toMatchObject({ score: 13, positive: true });
    expect(kept('PCL5', [...of(15, 2), ...of(5, 0)])).toMatchObject({ score: 30, positive: false });
    expect(kept('PCL5', [...of(15, 2), 1, 0, 0, 0, 0])).toMatchObject({ score: 31, positive: true });
    expect(kept('PCL5', [...of(15, 2), 1, 0, 0, 0, 0], 33)).toMatchObject({ positive: false });
    expect(kept('WGSS', [1, 2, 2, 1, 1, 2])).toMatchObject({ score: null, positive: false });
    expect(kept('WGSS', [1, 3, 2, 1, 1, 2])).toMatchObject({ positive: true });
  });
});

describe('a filled form', () => {
  const form = fc.constantFrom(...instrument.codes);
  const filled = form.chain((name) =>
    fc.tuple(fc.constant(name), fc.tuple(...shapeOf(name).items.map(({ min, max }) => fc.integer({ min, max })))),
  );

  it('that is whole always bears a score, within what its answers can add up to', () => {
    fc.assert(
      fc.property(filled, ([name, answers]) => {
        const { score } = scoreToKeep(name, answers);
        const most = shapeOf(name).items.reduce((total, { max }) => total + max, 0) * (name === 'WHO5' ? 4 : 1);
        expect(score === null || (score >= 0 && score <= most)).toBe(true);
      }),
    );
  });

  it('scores no lower when one answer is higher, and stays positive', () => {
    fc.assert(
      fc.property(filled, fc.nat(), ([name, answers], at) => {
        const { items } = shapeOf(name);
        const item = at % items.length;
        const higher = answers.map((answer, index) => (index === item ? Math.min(answer + 1, items[index]?.max ?? 0) : answer));
        const [before, after] = [scoreToKeep(name, answers), scoreToKeep(name, higher)];
        expect(after.score ?? 0).toBeGreaterThanOrEqual(before.score ?? 0);
        if (name !== 'WHO5') expect(Number(after.positive)).toBeGreaterThanOrEqual(Number(before.positive));
      }),
    );
  });

  it('says which answers it does not know, and how many it wants', () => {
    expect(refusal(() => scoreOf('PHQ2', [1, 4])).fields).toEqual({ items: ['out-of-range'] });
    expect(refusal(() => scoreOf('PHQ2', [1, 1.5])).facts).toEqual({ wrong: ['2'] });
    expect(refusal(() => scoreOf('PHQ2', [1])).fields).toEqual({ items: ['wrong-number'] });
    expect(refusal(() => scoreOf('K10', of(10, 0))).fields).toEqual({ items: ['out-of-range'] });
    expect(refusal(() => scoreOf('PCL5', of(20, 0), 12)).fields).toEqual({ cut: ['unknown'] });
  });

  it('with too many blanks is refused with field and reason', () => {
    const { code, facts, fields } = refusal(() => scoreToKeep('PHQ9', [null, null, null, 1, 1, 1, 1, 1, 1]));
    expect([code, facts, fields]).toEqual(['too-many-blanks', { blank: 3, most: 2 }, { items: ['too-many-blanks'] }]);
  });
});

describe('R-RI-05: an answer that points to self-harm', () => {
  it('is kept only with what was done and who was told', () => {
    expect(refusal(() => assertFlagsAnswered(['PHQ9_ITEM9'], '', ' ')).fields).toEqual({ actionTaken: ['missing'], toldWhom: ['missing'] });
    expect(refusal(() => assertFlagsAnswered(['PHQ9_ITEM9_ASK'], '', '')).fields).toEqual({ actionTaken: ['missing'] });
    expect(() => assertFlagsAnswered(['PHQ9_ITEM9'], 'We made a plan', 'Whoever is on duty')).not.toThrow();
    expect(() => assertFlagsAnswered([], '', '')).not.toThrow();
  });
});

describe('R-CN-06: an instrument is used on a licence', () => {
  const licence = { instrument: 'WHO5', textSource: 'A paper form', language: 'fa', agreementOn: null } as const;
  it('and RHS-15 on a utilisation agreement too', () => {
    expect(refusal(() => assertLicensed('WHO5', 'fa', null)).code).toBe('licence-missing');
    expect(() => assertLicensed('WHO5', 'fa', licence)).not.toThrow();
    expect(refusal(() => assertLicensed('RHS15', 'fa', { ...licence, instrument: 'RHS15' })).code).toBe('agreement-missing');
    expect(() => assertLicensed('RHS15', 'fa', { ...licence, instrument: 'RHS15', agreementOn: '2026-01-02' })).not.toThrow();
  });
});
