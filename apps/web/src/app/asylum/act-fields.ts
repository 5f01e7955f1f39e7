import type { Type } from '@angular/core';
import { CLAIM_COUNTRIES, countryName, EXAMPLE_COUNTRY } from '@panah/domain/vocabulary/countries';
import type { DocumentType } from '@panah/domain/vocabulary/documents';
import { PaperChoice } from '../documents/paper-choice.part';
import type { Choice } from '../platform/form/choices';
import type { FormQuestion, OwnField, QuestionField, UsualField } from '../platform/form/form-question';
import { readerLanguage } from '../platform/reader/language';
import { textsFor } from './asylum.texts';

/** Something that somebody does about a claim, a deadline, a permit: a question; what was left empty is not sent. */
export const act = <Answer, Input extends object>(
  title: string,
  contract: Type<Input>,
  fields: readonly QuestionField[],
  send: FormQuestion<Answer, Input>['send'],
  more: Partial<FormQuestion<Answer, Input>> = {},
): FormQuestion<Answer, Input> => ({
  title,
  contract,
  fields,
  send,
  texts: textsFor(fields.map(({ name }) => name)),
  onlyGiven: true,
  ...more,
  start: { ...onlyCodes<Input>(fields), ...more.start },
});

/** What stands already and may be changed: how the form starts from it, how it is read again, how the change is sent. */
interface Standing<View, Input> {
  it: View;
  start(it: View): Partial<Record<keyof Input, unknown>>;
  read(): Promise<View>;
  send(value: Input, version: number): Promise<View>;
}

/** The same for what stands already; when another was faster, both versions are shown. */
export const change = <View extends { version: number }, Input extends object>(
  title: string,
  contract: Type<Input>,
  fields: readonly QuestionField[],
  { it, start, read, send }: Standing<View, Input>,
): FormQuestion<View, Input> =>
  act(title, contract, fields, (value, _intent, version) => send(value, version), {
    start: start(it),
    version: it.version,
    meanwhile: async () => {
      const now = await read();
      return { start: start(now), version: now.version };
    },
  });

/** A code of which there is one, and one is needed, is taken already. */
const onlyCodes = <Input>(fields: readonly QuestionField[]): Partial<Record<keyof Input, unknown>> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const [only, ...others] = field.kind === 'select' && !field.optional ? (field.choices ?? []) : [];
      return only && !others.length ? [[field.name, only.code]] : [];
    }),
  ) as Partial<Record<keyof Input, unknown>>;

export const day = (name: string, label: string, optional = false): UsualField => ({ name, label, kind: 'day', optional });
export const text = (name: string, label: string, optional = true, hint?: string): UsualField => ({
  name,
  label,
  kind: 'text',
  optional,
  ...(hint ? { hint } : {}),
});
export const area = (name: string, label: string): UsualField => ({ name, label, kind: 'area' });
export const select = (name: string, label: string, choices: readonly Choice[], optional = false): UsualField => ({
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

/** A paper of the file; `first` is the kind that stands first, and that is brought in here. */
export const paper = (caseId: string, name: string, label: string, first: DocumentType): OwnField => ({
  name,
  label,
  kind: 'own',
  component: PaperChoice,
  inputs: { caseId, paper: first },
  optional: true,
});

/** The paper that shows it. */
export const proof = (caseId: string): OwnField => paper(caseId, 'documentId', $localize`:@@asylum.proof:Proof on file`, 'CORRESPONDENCE');
