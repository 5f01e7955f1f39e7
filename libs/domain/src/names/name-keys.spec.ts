import fc from 'fast-check';
import { isStrongKey, keysOfName, nameKeyPrefixes, nameKeys, prefixesOfKey } from './name-keys';
import { PERSIAN_NAMES } from './persian-names';

const VECTORS: readonly (readonly [name: string, keys: string])[] = [
  ['محمدرضا', 'MHMDRZ'],
  ['Mohamad-Reza', 'MHMDRZ'],
  ['محمود', 'MHMD / MHMVD'],
  ['Mahmoud', 'MHMD'],
  ['فاطمه', 'FTM'],
  ['Fatemeh', 'FTM'],
  ['قاسم', 'GSM'],
  ['Ghasem', 'GSM'],
  ['Qasem', 'GSM'],
  ['خواجوی', 'XJ / XJV / XVJ / XVJV'],
  ['Khajavi', 'XJV / XV'],
  ['نورالدین', 'NRLDN / NRDN / NVRLDN / NVRDN'],
  ['Noureddin', 'NRDN'],
  ['مشهدی', 'M$HD / M$D'],
  ['Mashadi', 'M$D / MSHD'],
  ['شیرین', '$RN'],
  ['Chirine', 'CRN / $RN / XRN'],
  ['یوسف', 'YSF / YVSF'],
  ['Jusuf', 'JSF / YSF'],
  ['Mahmud', 'MHMD'],
  ['حسن‌زاده', 'HSNZD'],
  ['Hassan Zadeh', 'HSNZD'],
  ['علی', 'AL'],
  ['Ali', 'AL'],
];

const keysOfList = new Map(PERSIAN_NAMES.flatMap(({ fa, latin }) => [fa, ...latin]).map((name) => [name, nameKeys(name)]));
const share = (a: string, b: string) => (keysOfList.get(a) ?? []).some((key) => keysOfList.get(b)?.includes(key));

function pairs<T>(list: readonly T[]): [T, T][] {
  return list.flatMap((left, at) => list.slice(at + 1).map((right): [T, T] => [left, right]));
}

describe('the keys of a name (model.md A.3)', () => {
  it.each(VECTORS)('A.6: %s is kept under %s', (name, keys) => {
    expect(nameKeys(name).sort()).toEqual(keys.split(' / ').sort());
  });

  it('A.5: a name typed in Latin is found from its Persian spelling (628 of 630 measured)', () => {
    const spellings = PERSIAN_NAMES.flatMap(({ fa, latin }) => latin.map((name): [string, string] => [fa, name]));
    const missed = spellings.filter(([fa, latin]) => !share(fa, latin)).map(([, latin]) => latin);
    expect([spellings.length, missed]).toEqual([630, ['Rida']]);
  });

  it('A.5: two Latin spellings of one name meet (576 of 579 measured)', () => {
    const spellings = PERSIAN_NAMES.flatMap(({ latin }) => pairs(latin));
    const met = spellings.filter(([a, b]) => share(a, b)).length;
    expect(spellings).toHaveLength(579);
    expect(met).toBeGreaterThanOrEqual(576);
  });

  it.each([
    ['given-m', 2701, 2],
    ['given-f', 2775, 8],
    ['surname', 4560, 2],
  ])('A.5: of different names (%s) in %i pairs, at most %i share a key', (kind, total, most) => {
    const different = pairs(PERSIAN_NAMES.filter((name) => name.kind === kind));
    expect(different).toHaveLength(total);
    expect(different.filter(([a, b]) => share(a.fa, b.fa)).length).toBeLessThanOrEqual(most);
  });

  it.each([
    ['علي كريمي', 'علی کریمی'],
    ['حسن‌زاده', 'حسن زاده'],
    ['مُحَمَّد', 'محمد'],
    ['Çeliku', 'Cheliku'],
    ["Fat'hi", 'فتحی'],
    ['Şirin', 'شیرین'],
    ['Ali کریمی', 'علی Karimi'],
    ["'Ali", 'Ali'],
  ])('R-ID-09: %s and %s meet, whatever letters were used', (a, b) => {
    const keys = nameKeys(a);
    expect(nameKeys(b).some((key) => keys.includes(key))).toBe(true);
  });

  it('the end of an inner word does not hide a joined name', () => {
    const joined = nameKeys('فاطمه رضایی');
    expect(nameKeys('Fateme Rezai').some((key) => joined.includes(key))).toBe(true);
    expect(nameKeys('Fatemeh-Rezaei').some((key) => joined.includes(key))).toBe(true);
  });

  it('text without a letter of either writing has no key', () => {
    expect(['', ' ', '123', '…', 'Иван'].flatMap(nameKeys)).toEqual([]);
  });

  it('never more than 32 keys, never an empty one, no doubled symbol', () => {
    const letters = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz 'اآبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیءؤئ‌");
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 40 }), (text) => {
        const keys = nameKeys(text);
        expect(keys.length).toBeLessThanOrEqual(32);
        for (const key of keys) expect(key).toMatch(/^(?:([A-Z$])(?!\1))+$/);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('capitals, gaps and hyphens never change the keys of a Latin name', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PERSIAN_NAMES.flatMap(({ latin }) => latin)), (name) => {
        expect(nameKeys(` ${name.toUpperCase().replaceAll(' ', '-')} `)).toEqual(nameKeys(name));
      }),
    );
  });

  it('A.4: a short key finds nobody by itself', () => {
    expect([isStrongKey('AL'), isStrongKey('HSN')]).toEqual([false, true]);
  });

  it('A.4: parts, their words and the joined name are all kept', () => {
    expect(keysOfName(['Mohammad Reza', 'Karimi'])).toEqual(expect.arrayContaining(['MHMDRZ', 'KRM', 'MHMD', 'RZ', 'MHMDRZKRM']));
  });
});

describe('searching while typing', () => {
  it.each(['shok', 'Shokouf', 'شکو', 'شکوفه', 'Shokoufeh', 'Chok'])('"%s" already finds شکوفه', (typed) => {
    const kept = nameKeys('شکوفه').flatMap(prefixesOfKey);
    expect(nameKeyPrefixes(typed).some((prefix) => kept.includes(prefix))).toBe(true);
  });

  it.each(['', ' ', 'م', 'a', 'b', 'Sh', 'Sous'])('"%s" is too little to search for', (typed) => {
    expect(nameKeyPrefixes(typed)).toEqual([]);
  });

  it('every beginning of a name finds it, in the same writing and across', () => {
    for (const { fa, latin } of PERSIAN_NAMES) {
      const kept = new Set([fa, ...latin].flatMap(nameKeys).flatMap(prefixesOfKey));
      for (const name of [fa, ...latin]) {
        for (let length = 1; length <= name.length; length++) {
          const prefixes = nameKeyPrefixes(name.slice(0, length));
          if (prefixes.length > 0 && !prefixes.some((prefix) => kept.has(prefix))) throw new Error(`${name.slice(0, length)} misses ${fa}`);
        }
      }
    }
  });
});
