import type { DocumentType } from '@panah/domain/vocabulary/documents';

const BY_WORD: readonly [RegExp, DocumentType][] = [
  [/pass|identity|\bid\b|ausweis|shenas|گذرنامه|شناسنامه/i, 'ID_COPY'],
  [/decision|bescheid|vendim|رأی|تصمیم/i, 'DECISION'],
  [/appeal|ankes|اعتراض/i, 'APPEAL'],
  [/permit|leje|اقامت/i, 'PERMIT'],
  [/mandate|prokur|وکالت/i, 'LEGAL_MANDATE'],
  [/medic|hospital|پزشک/i, 'MEDICAL'],
  [/contract|rent|qira|اجاره/i, 'TENANCY'],
  [/consent|رضایت/i, 'CONSENT_FORM'],
  [/translat|ترجمه/i, 'TRANSLATION'],
  [/letter|mail|نامه/i, 'CORRESPONDENCE'],
];

/** What a document may be, from the name of its file; the person who brings it decides. */
export function suggestedType(fileName: string, open: readonly string[]): string {
  const found = BY_WORD.find(([word, type]) => word.test(fileName) && open.includes(type))?.[1];
  return found ?? (open.includes('OTHER') ? 'OTHER' : (open[0] ?? ''));
}
