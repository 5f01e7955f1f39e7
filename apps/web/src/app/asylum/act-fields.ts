import { CLAIM_COUNTRIES, countryName, EXAMPLE_COUNTRY } from '@panah/domain/vocabulary/countries';
import type { Type } from '@angular/core';
import type { Choice } from '../platform/form/choices';
import type { Intent } from '../platform/http/api';
import { readerLanguage } from '../platform/reader/language';
import type { Act, ActField } from './act';
import { starting } from './claim-acts';

type Known = Readonly<Record<string, unknown>>;
export type Send = (value: object, intent: Intent) => Promise<unknown>;

export const act = (
  caseId: string,
  title: string,
  contract: Type<object>,
  fields: readonly ActField[],
  send: Send,
  known: Known = {},
  text?: string,
): Act => ({
  title,
  ...(text ? { text } : {}),
  contract,
  start: starting(fields, known),
  fields,
  caseId,
  send,
});

export const day = (name: string, label: string, optional = false): ActField => ({ name, label, kind: 'day', optional });
export const text = (name: string, label: string, optional = true, hint?: string): ActField => ({
  name,
  label,
  kind: 'text',
  optional,
  ...(hint ? { hint } : {}),
});
export const area = (name: string, label: string): ActField => ({ name, label, kind: 'area' });
export const select = (name: string, label: string, choices: readonly Choice[], optional = false): ActField => ({
  name,
  label,
  kind: 'select',
  choices,
  optional,
});

/** By name; the made-up country only where nothing is real. */
export function countries(demo: boolean): readonly Choice[] {
  const shown = CLAIM_COUNTRIES.filter((code) => demo || code !== EXAMPLE_COUNTRY).map((code) => ({
    code,
    label: countryName(code, readerLanguage()),
  }));
  return shown.sort(
    (a, b) => Number(b.code === EXAMPLE_COUNTRY) - Number(a.code === EXAMPLE_COUNTRY) || a.label.localeCompare(b.label, readerLanguage()),
  );
}

export const WHY = $localize`:@@asylum.why:Why, in a few words`;
export const COUNTRY = $localize`:@@asylum.country:Country`;

/** The paper that shows it. */
export const PROOF: ActField = {
  name: 'documentId',
  label: $localize`:@@asylum.proof:Proof on file`,
  kind: 'paper',
  optional: true,
  paper: 'CORRESPONDENCE',
};
