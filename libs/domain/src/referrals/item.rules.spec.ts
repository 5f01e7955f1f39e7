import { RuleBroken } from '../process/process';
import {
  assertGuardianSaid,
  assertOffered,
  type Choice,
  chosenBy,
  gapOfItem,
  inOrder,
  isRestrictedItem,
  refersFor,
  restrictedIn,
  wordToTell,
} from './item.rules';

const none: Pick<Choice, 'needs' | 'documents'> = { needs: [], documents: [] };
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
      { id: 'one', restricted: true, health: false },
      { id: 'two', restricted: false, health: false },
    ];
    const documents = [{ id: 'three', restricted: true, health: false }];
    const items = ['PSEUDONYM', 'NEEDS', 'DOCUMENTS', 'LEGAL_STATUS', 'ADDRESS'] as const;
    expect(restrictedIn({ items, needs, documents })).toEqual(['LEGAL_STATUS', 'ADDRESS', 'NEED:one', 'DOCUMENT:three']);
    expect(restrictedIn({ items: ['PSEUDONYM'], needs, documents })).toEqual([]);
    expect(chosenBy(['ADDRESS', 'NEED:one', 'DOCUMENT:three'])).toEqual({
      items: ['NEEDS', 'HEALTH', 'DOCUMENTS', 'ADDRESS'],
      needIds: ['one'],
      documentIds: ['three'],
    });
    expect(chosenBy(['LEGAL_STATUS'])).toEqual({ items: ['LEGAL_STATUS'], needIds: [], documentIds: [] });
    expect(isRestrictedItem('REQUEST')).toBe(false);
  });

  it('names needs and documents one by one, exactly where they are ticked', () => {
    const one = [{ id: 'one', restricted: false, health: false }];
    expect(refusal(() => assertOffered({ items: ['NEEDS'], ...none }, 'LEGAL'))?.fields).toEqual({ needIds: ['missing'] });
    expect(refusal(() => assertOffered({ items: ['PSEUDONYM'], needs: [], documents: one }, 'LEGAL'))?.fields).toEqual({
      documentIds: ['missing'],
    });
    expect(refusal(() => assertOffered({ items: ['NEEDS'], needs: one, documents: [] }, 'LEGAL'))).toBeNull();
  });

  it('R-RE-04: what tells of health stands under health information, need or document, and never without it', () => {
    const [cold, ill] = [false, true].map((health) => [{ id: 'one', restricted: true, health }]);
    const asked = (items: string[], needs = none.needs, documents = none.documents) =>
      refusal(() => assertOffered({ items, needs, documents } as Choice, 'HEALTH'))?.fields ?? null;
    expect(asked(['HEALTH'], ill)).toBeNull();
    expect(asked(['NEEDS'], ill)).toEqual({ needIds: ['missing'], 'items.HEALTH': ['missing'] });
    expect(asked(['HEALTH'], cold)).toEqual({ needIds: ['missing'], 'items.HEALTH': ['missing'] });
    expect(asked(['DOCUMENTS', 'HEALTH'], [], ill)).toBeNull();
    expect(asked(['DOCUMENTS'], [], ill)).toEqual({ 'items.HEALTH': ['missing'] });
    expect(restrictedIn({ items: ['HEALTH'], needs: ill ?? [], documents: [] })).toEqual(['NEED:one']);
  });

  it('model 2.14: who cares for a minor, or speaks for somebody, is told in words', () => {
    const asked = (items: ('PSEUDONYM' | 'GUARDIAN')[], words: string | null, isNeeded: boolean) =>
      refusal(() => assertGuardianSaid(items, words, isNeeded))?.fields ?? null;
    expect(asked(['PSEUDONYM'], null, false)).toBeNull();
    expect(asked(['PSEUDONYM'], 'Her aunt', true)).toEqual({ 'items.GUARDIAN': ['missing'] });
    expect(asked(['GUARDIAN'], null, false)).toEqual({ guardian: ['missing'] });
    expect(asked(['GUARDIAN'], 'Her aunt', true)).toBeNull();
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
