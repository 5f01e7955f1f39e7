import { RuleBroken } from '../process/process';
import { assertOffered, gapOfItem, inOrder, isRestrictedItem, refersFor, restrictedIn, wordToTell } from './item.rules';

const none = { needs: [], documents: [] };
const refusal = (act: () => void): RuleBroken | null => {
  try {
    act();
    return null;
  } catch (error) {
    return error as RuleBroken;
  }
};

describe('what a package may tell', () => {
  it('R-RE-04: an address goes to whoever houses or protects, and the name to nobody before the acceptance', () => {
    expect(['HOUSING', 'SAFETY', 'LEGAL', 'HEALTH'].map((service) => gapOfItem('ADDRESS', service))).toEqual([
      null,
      null,
      'NOT_FOR_SERVICE',
      'NOT_FOR_SERVICE',
    ]);
    expect(gapOfItem('NAME', 'HOUSING')).toBe('AFTER_ACCEPTANCE');
    expect(refusal(() => assertOffered({ items: ['PSEUDONYM', 'ADDRESS'], ...none }, 'LEGAL'))?.fields).toEqual({
      'items.ADDRESS': ['NOT_FOR_SERVICE'],
    });
    expect(refusal(() => assertOffered({ items: ['PSEUDONYM', 'ADDRESS'], ...none }, 'HOUSING'))).toBeNull();
  });

  it('R-RE-04: what is restricted is agreed to one by one: an address, the legal status, a need, a document', () => {
    const needs = [
      { id: 'one', restricted: true },
      { id: 'two', restricted: false },
    ];
    const documents = [{ id: 'three', restricted: true }];
    const items = ['PSEUDONYM', 'NEEDS', 'DOCUMENTS', 'LEGAL_STATUS', 'ADDRESS'] as const;
    expect(restrictedIn({ items, needs, documents })).toEqual(['LEGAL_STATUS', 'ADDRESS', 'NEED:one', 'DOCUMENT:three']);
    expect(restrictedIn({ items: ['PSEUDONYM'], needs, documents })).toEqual([]);
    expect(isRestrictedItem('REQUEST')).toBe(false);
  });

  it('names needs and documents one by one, exactly where they are ticked', () => {
    const one = [{ id: 'one', restricted: false }];
    expect(refusal(() => assertOffered({ items: ['NEEDS'], ...none }, 'LEGAL'))?.fields).toEqual({ needIds: ['missing'] });
    expect(refusal(() => assertOffered({ items: ['PSEUDONYM'], needs: [], documents: one }, 'LEGAL'))?.fields).toEqual({
      documentIds: ['missing'],
    });
    expect(refusal(() => assertOffered({ items: ['NEEDS'], needs: one, documents: [] }, 'LEGAL'))).toBeNull();
  });

  it('stands in one order, and each item behind the word that opens it', () => {
    expect(inOrder(['NEEDS', 'PSEUDONYM', 'SAFETY'])).toEqual(['PSEUDONYM', 'SAFETY', 'NEEDS']);
    expect([wordToTell('ADDRESS'), wordToTell('PSEUDONYM')]).toEqual(['location:reveal', 'client:read']);
  });

  it('a specialist refers for their own service, a caseworker for any', () => {
    expect([
      refersFor('LEGAL', 'LEGAL'),
      refersFor('LEGAL', 'HOUSING'),
      refersFor('COUNSELLOR', 'MHPSS'),
      refersFor('CASEWORKER', 'HEALTH'),
    ]).toEqual([true, false, true, true]);
  });
});
