import fc from 'fast-check';
import { type PersonFacts, candidateScore, worthShowing } from './candidate-score';

const given = (names: string[], family: string[], more: Partial<PersonFacts> = {}): PersonFacts => ({ given: names, family, ...more });
const reza = given(['رضا'], ['کریمی']);

describe('how likely two records are one person (model.md A.8, R-ID-06)', () => {
  it.each<[string, PersonFacts, PersonFacts, number]>([
    ['identical in one writing', reza, given(['رضا'], ['كريمي']), 44],
    ['the same keys across writings', reza, given(['Reza'], ['Karimi']), 36],
    ['given and family name swapped', reza, given(['Karimi'], ['Reza']), 32],
    ['nothing in common', reza, given(['Shirin'], ['Tabrizi']), 0],
  ])('%s', (_, a, b, names) => {
    expect(candidateScore(a, b).points.names).toBe(names);
  });

  it.each([
    [3, 44],
    [50, 44],
    [51, 44 * 0.7],
    [2, 44 * 1.15],
  ])('when %i clients share the keys, the names give %d', (sharing, points) => {
    expect(candidateScore(reza, reza, sharing).points.names).toBeCloseTo(points, 6);
  });

  it.each([
    [['علی'], ['علی'], 12],
    [['علی'], ['Ali'], 10],
    [['Askari'], ['Asgari'], 0],
    [['Gholamabbasi'], ['Gholamabbadi'], 5],
    [['علی'], ['Shahram'], -8],
    [['علی'], [], 0],
  ])('father %s and %s', (a, b, points) => {
    expect(candidateScore({ ...reza, father: a }, { ...reza, father: b }).points.father).toBe(points);
  });

  it.each([
    ['the same Jalali year', '1983-03-21', '1984-03-20', '1983-03-21', '1984-03-20', 16],
    ['a day within a decade', '1965-01-01', '1965-01-01', '1960-01-01', '1969-12-31', 10],
    ['a gap of a year', '1983-01-01', '1983-12-31', '1985-01-01', '1985-12-31', 4],
    ['a gap of three years', '1983-01-01', '1983-12-31', '1987-01-01', '1987-12-31', 0],
    ['a gap of eight years', '1991-01-01', '1991-12-31', '1982-01-01', '1982-12-31', -15],
  ])('birth: %s', (_, from, to, otherFrom, otherTo, points) => {
    const score = candidateScore({ ...reza, birth: { from, to } }, { ...reza, birth: { from: otherFrom, to: otherTo } });
    expect(score.points.birth).toBe(points);
  });

  it.each([
    ['F', 'F', 4],
    ['F', 'M', -10],
    ['U', 'M', 0],
    [null, 'M', 0],
  ])('sex %s and %s', (a, b, points) => {
    expect(candidateScore({ ...reza, sex: a }, { ...reza, sex: b }).points.sex).toBe(points);
  });

  it('a shared document, birthplace and relative count', () => {
    const facts: PersonFacts = { ...reza, birthplace: ['شیراز'], relatives: ['Maryam Karimi'], documents: ['h1'] };
    const other: PersonFacts = { ...facts, birthplace: ['Shiraz'], relatives: ['مریم کریمی'] };
    expect(candidateScore(facts, other)).toMatchObject({
      score: 100,
      verdict: 'LIKELY',
      points: { birthplace: 8, relatives: 8, documents: 60 },
    });
  });

  it('names alone never make somebody likely', () => {
    expect(candidateScore(reza, reza, 1).verdict).toBe('POSSIBLE');
  });

  it('is the same from either side and stays within 0 and 100', () => {
    const name = fc.constantFrom('رضا', 'Reza', 'محمود', 'Mahmud', 'محمد', 'Karimi', 'کریمی', 'Tabrizi');
    const person = fc.record({
      given: fc.array(name, { maxLength: 2 }),
      family: fc.array(name, { maxLength: 2 }),
      father: fc.array(name, { maxLength: 1 }),
      sex: fc.constantFrom('F', 'M', 'U'),
    });
    fc.assert(
      fc.property(person, person, (a, b) => {
        const { score } = candidateScore(a, b);
        expect(score).toBe(candidateScore(b, a).score);
        expect(score >= 0 && score <= 100).toBe(true);
      }),
    );
  });

  it('shows twenty at most, best first, and nothing under 45', () => {
    const scored = Array.from({ length: 60 }, (_, n) => ({ score: n + 1 }));
    expect(worthShowing(scored).map(({ score }) => score)).toEqual([60, 59, 58, 57, 56, 55, 54, 53, 52, 51, 50, 49, 48, 47, 46, 45]);
    expect(worthShowing(Array.from({ length: 60 }, () => ({ score: 80 })))).toHaveLength(20);
  });
});
