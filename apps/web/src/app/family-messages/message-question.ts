import { FamilyMessageInput, type FamilyMessageView, MESSAGE_DIRECTIONS } from '@panah/contracts/family-messages.contract';
import type { FormQuestion } from '../platform/form/form-question';
import { languageChoices } from '../platform/form/place-choices';
import { DIRECTIONS } from './message-states';
import type { MessagesApi } from './messages.api';
import { MESSAGE_RULES } from './messages.texts';

const HOW = [
  { code: 'WRITTEN', label: $localize`:@@familyMessages.howWritten:They wrote it` },
  { code: 'DICTATED', label: $localize`:@@familyMessages.howDictated:They said it, we wrote it down` },
];

/** A message from one of the two to the other, in their own words. */
export const messageQuestion = (api: MessagesApi, linkId: string): FormQuestion<FamilyMessageView, FamilyMessageInput> => ({
  title: $localize`:@@familyMessages.write:Write a message`,
  text: $localize`:@@familyMessages.writeText:In their own words. Somebody else looks it over, and nobody rewords it.`,
  act: $localize`:@@familyMessages.keepDraft:Keep it`,
  contract: FamilyMessageInput,
  texts: MESSAGE_RULES,
  start: { how: 'WRITTEN' },
  fields: [
    {
      name: 'direction',
      kind: 'choice',
      inRow: true,
      label: $localize`:@@familyMessages.direction:It goes`,
      choices: MESSAGE_DIRECTIONS.map((code) => ({ code, label: DIRECTIONS[code] ?? code })),
    },
    { name: 'language', kind: 'select', label: $localize`:@@familyMessages.language:Language`, choices: languageChoices() },
    { name: 'how', kind: 'choice', label: $localize`:@@familyMessages.how:How it was written`, choices: HOW },
    { name: 'body', kind: 'area', label: $localize`:@@familyMessages.words:The message, as they say it` },
  ],
  send: (input, intent) => api.write(linkId, input, intent),
});
