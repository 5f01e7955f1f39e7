import { normaliseName } from './normalise';
import { PERSIAN_NAMES } from './persian-names';
import { ALBANIAN_NAMES } from './albanian-names';
import { compareNames, rankNames } from './ranking';
import { scriptOf } from './script';
import { trigramSimilarity } from './similarity';

const inOrder = (query: string, names: string[]) =>
  rankNames(
    query,
    names.map((name) => ({ names: [name] })),
  ).map(({ candidate }) => candidate.names[0]);

describe('the normal form of a name (R-ID-09)', () => {
  it.each([
    ['علي', 'علی'],
    ['كريم', 'کریم'],
    ['حسن‌زاده', 'حسن زاده'],
    ['مُحَمَّد', 'محمد'],
    ['آزاده', 'ازاده'],
    ['Mohamad-Reza', 'mohamad reza'],
    ["Sa'id", 'Said'],
    ['Gëzim', 'Gezim'],
    ['Şahin', 'Shahin'],
  ])('%s and %s are one name', (a, b) => {
    expect(normaliseName(a)).toBe(normaliseName(b));
  });

  it('different names stay different', () => {
    expect(normaliseName('محمد')).not.toBe(normaliseName('محمود'));
  });
});

describe('the writing of a name', () => {
  it.each([
    ['علی', 'PERSIAN'],
    ['Ali', 'LATIN'],
    ['Ali علی', 'MIXED'],
    ['12', 'OTHER'],
    ['Иван', 'OTHER'],
  ])('%s is in %s', (text, script) => {
    expect(scriptOf(text)).toBe(script);
  });
});

describe('likeness by trigrams, as pg_trgm counts', () => {
  it.each([
    ['word', 'words', 4 / 7],
    ['two words', 'words two', 1],
    ['Reza', 'reza', 1],
    ['abc', 'xyz', 0],
    ['', '', 0],
  ])('%s ~ %s', (a, b, similarity) => {
    expect(trigramSimilarity(a, b)).toBeCloseTo(similarity, 6);
  });
});

describe('ranking of found names (model.md A.7)', () => {
  it.each([
    ['Mahmud', ['محمد', 'محمود']],
    ['Mahmoud', ['محمد', 'محمود']],
    ['Hassan', ['حسین', 'حسن']],
    ['Hossein', ['حسن', 'حسین']],
    ['Husayn', ['حسن', 'حسین']],
    ['Parvaneh', ['پروین', 'پروانه']],
    ['Parvin', ['پروانه', 'پروین']],
    ['Zahra', ['زهره', 'زهرا']],
    ['Zohre', ['زهرا', 'زهره']],
    ['محمود', ['Mohammad', 'Mahmud']],
    ['حسین', ['Hassan', 'Hossein']],
  ])('%s puts the right one of %s first', (query, names) => {
    expect(inOrder(query, names)).toEqual([...names].reverse());
  });

  it('the same normal form comes before the same key', () => {
    expect(inOrder('محمد', ['محمود', 'Mohammad', 'محمّد'])[0]).toBe('محمّد');
  });

  it('a name that does not agree at all is left out', () => {
    expect(inOrder('Mahmud', ['شیرین', 'Genc'])).toEqual([]);
  });

  it('a spelling outside the keys is still near', () => {
    expect(compareNames('Farrokhpour', 'Farrogpour').match).toBe('NEAR');
  });
});

describe('names for demo people', () => {
  it('are as many as the lists have, each once and with a usual spelling', () => {
    expect([PERSIAN_NAMES.length, ALBANIAN_NAMES.length]).toEqual([245, 122]);
    expect(new Set(PERSIAN_NAMES.map(({ fa, kind }) => `${kind} ${fa}`)).size).toBe(245);
    expect([...PERSIAN_NAMES, ...ALBANIAN_NAMES].every(({ latin }) => latin.length > 0)).toBe(true);
  });
});
