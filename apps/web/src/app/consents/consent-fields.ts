import { capacityCheck, consentDecision, consentMethod, freeChoiceCheck, interpreterKind } from '@panah/domain/vocabulary/consents';
import { PaperChoice } from '../documents/paper-choice.part';
import { type Choice, choicesOf } from '../platform/form/choices';
import type { OwnField, UsualField } from '../platform/form/form-question';
import { languageChoices } from '../platform/form/place-choices';

/** What is asked when somebody answers whether something may be told: at once, later, or to a coordinator who hears it again. */
export const CONSENT_FIELDS = {
  decision: {
    name: 'decision',
    kind: 'choice',
    inRow: true,
    label: $localize`:@@consents.decision:The answer`,
    choices: choicesOf(consentDecision),
  },
  method: {
    name: 'method',
    kind: 'choice',
    inRow: true,
    label: $localize`:@@consents.method:How it was given`,
    choices: choicesOf(consentMethod),
  },
  freeChoice: {
    name: 'freeChoice',
    kind: 'choice',
    inRow: true,
    label: $localize`:@@consents.freeChoice:Who was there`,
    choices: choicesOf(freeChoiceCheck),
  },
  capacity: {
    name: 'capacity',
    kind: 'choice',
    inRow: true,
    label: $localize`:@@consents.capacity:Could the person decide?`,
    choices: choicesOf(capacityCheck),
  },
  evidence: { name: 'evidence', kind: 'text', label: $localize`:@@consents.evidence:Where the signed paper lies` },
  witness: { name: 'witness', kind: 'text', label: $localize`:@@consents.witness:The witness` },
  supporter: { name: 'supporter', kind: 'text', label: $localize`:@@consents.supporter:Supporter, guardian or representative` },
  language: { name: 'language', kind: 'select', label: $localize`:@@consents.language:Explained in`, choices: languageChoices() },
  interpreterKind: {
    name: 'interpreterKind',
    kind: 'select',
    label: $localize`:@@consents.interpreter:Interpreter`,
    choices: choicesOf(interpreterKind),
    empty: $localize`:@@consents.noInterpreter:None`,
  },
  interpreterName: { name: 'interpreterName', kind: 'text', label: $localize`:@@consents.interpreterName:Name of the interpreter` },
  expiresOn: {
    name: 'expiresOn',
    kind: 'day',
    label: $localize`:@@consents.expiresOn:Ends sooner, on`,
    hint: $localize`:@@consents.expiresHint:Left empty, it ends when the purpose does.`,
    optional: true,
  },
} as const satisfies Readonly<Record<string, UsualField>>;

/** Which colleague interprets. */
export const colleagueField = (choices: readonly Choice[]): UsualField => ({
  name: 'interpreterId',
  kind: 'select',
  label: $localize`:@@consents.interpreterId:Which colleague`,
  choices,
});

/** How much it covers. */
export const scopeField = (choices: readonly Choice[]): UsualField => ({
  name: 'scope',
  kind: 'checks',
  inRow: true,
  label: $localize`:@@consents.scope:What it covers`,
  choices,
});

/** The paper of the file that shows it. */
export const shownBy = (caseId: string): OwnField => ({
  name: 'documentId',
  kind: 'own',
  component: PaperChoice,
  inputs: { caseId },
  label: $localize`:@@consents.document:The document that shows it`,
  optional: true,
});
