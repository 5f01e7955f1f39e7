import {
  type FamilyMessageView,
  MessageDeliveryInput,
  MessageHoldInput,
  MessageRejectionInput,
  MessageReturnInput,
  MessageUndeliveredInput,
  TranslationRequestInput,
} from '@panah/contracts/family-messages.contract';
import type { Label } from '@panah/domain/vocabulary/code-list';
import { familyMessageEvent, messageHoldReason } from '@panah/domain/vocabulary/family';
import type { Choice } from '../platform/form/choices';
import type { FormQuestion, QuestionField } from '../platform/form/form-question';
import { languageChoices } from '../platform/form/place-choices';
import { readerLanguage } from '../platform/reader/language';
import { ReturnWordsField } from './return-words-field';
import type { MessagesApi } from './messages.api';
import { MESSAGE_RULES } from './messages.texts';

/** What a question about a message is made of. */
export interface AskedOf {
  api: MessagesApi;
  message: FamilyMessageView;
  /** What of the highlighted was ticked. */
  seen: readonly string[];
  /** Reasons in the words of this office. */
  reasons: readonly Choice[];
}

type Question = FormQuestion<FamilyMessageView>;

interface Act {
  label: string;
  /** Nothing is asked: one press. */
  noun?: string;
  /** It goes on to the other side only when every finding is ticked. */
  rests?: true;
  danger?: true;
  /** What the message is there for now; where nothing is, no button stands out. */
  onward?: true;
  ask?: (asked: AskedOf) => Question;
}

const labelOf = (event: string): string => (familyMessageEvent.has(event) ? familyMessageEvent.label(event, readerLanguage()) : event);
const WORDS_OF_LETTER: QuestionField = {
  name: 'words',
  kind: 'own',
  component: ReturnWordsField,
  label: $localize`:@@familyMessages.returnWords:To whoever wrote it`,
  hint: $localize`:@@familyMessages.returnHint:Change these words as you like. The message itself stays as it was written.`,
};

function posted<Input extends object>(
  { api, message }: AskedOf,
  noun: string,
  question: Omit<FormQuestion<FamilyMessageView, Input>, 'send' | 'texts'>,
): Question {
  return { ...question, texts: MESSAGE_RULES, send: (input: Input, intent) => api.step(message.id, noun, input, intent) };
}

/** In the order in which they stand on the page. */
export const MESSAGE_ACTS: Readonly<Record<string, Act>> = {
  submit: { label: labelOf('submit'), noun: 'submission', onward: true },
  review: { label: labelOf('review'), noun: 'review', onward: true },
  approve: { label: labelOf('approve'), noun: 'approval', rests: true, onward: true },
  translate: {
    label: labelOf('translate'),
    rests: true,
    ask: (asked) =>
      posted<TranslationRequestInput>(asked, 'translation-request', {
        title: labelOf('translate'),
        text: $localize`:@@familyMessages.translateText:A third person translates it, and sees this one message.`,
        act: labelOf('translate'),
        contract: TranslationRequestInput,
        start: { seen: asked.seen },
        fields: [
          {
            name: 'translatorId',
            kind: 'select',
            label: $localize`:@@familyMessages.translator:Translator`,
            choices: asked.message.translators.map(({ id, name }) => ({ code: id, label: name })),
          },
          {
            name: 'language',
            kind: 'select',
            label: $localize`:@@familyMessages.intoLanguage:Into`,
            choices: languageChoices().filter(({ code }) => code !== asked.message.language),
          },
        ],
      }),
  },
  approve_again: { label: labelOf('approve_again'), noun: 'second-look', onward: true },
  deliver: {
    label: $localize`:@@familyMessages.deliver:Note that it was delivered`,
    onward: true,
    ask: (asked) =>
      posted<MessageDeliveryInput>(asked, 'delivery', {
        title: $localize`:@@familyMessages.deliver:Note that it was delivered`,
        text: $localize`:@@familyMessages.deliverText:Nobody on the other side learns when, or that it was.`,
        contract: MessageDeliveryInput,
        fields: [
          { name: 'at', kind: 'moment', label: $localize`:@@familyMessages.deliveredAt:When` },
          { name: 'reaction', kind: 'area', optional: true, label: $localize`:@@familyMessages.reaction:How it was taken` },
        ],
      }),
  },
  return: {
    label: labelOf('return'),
    ask: (asked) =>
      posted<MessageReturnInput>(asked, 'return', {
        title: $localize`:@@familyMessages.returnTitle:Return it to whoever wrote it`,
        act: labelOf('return'),
        contract: MessageReturnInput,
        fields: [
          { name: 'reasons', kind: 'checks', label: $localize`:@@familyMessages.reasons:What stands in the way`, choices: asked.reasons },
          WORDS_OF_LETTER,
        ],
      }),
  },
  'ask-rejection': {
    label: $localize`:@@familyMessages.askRejection:Ask for a rejection`,
    ask: (asked) =>
      posted<MessageRejectionInput>(asked, 'rejection-request', {
        title: $localize`:@@familyMessages.askRejection:Ask for a rejection`,
        text: $localize`:@@familyMessages.askRejectionText:A coordinator decides on the reason alone, and reads no word of the message.`,
        act: $localize`:@@familyMessages.ask:Ask`,
        contract: MessageRejectionInput,
        fields: [
          {
            name: 'reason',
            kind: 'choice',
            label: $localize`:@@familyMessages.reason:Reason`,
            choices: asked.reasons.filter(({ code }) => ['PRESSURE', 'IDENTITY_DOUBT'].includes(code)),
          },
        ],
      }),
  },
  hold: {
    label: labelOf('hold'),
    ask: (asked) =>
      posted<MessageHoldInput>(asked, 'holding', {
        title: labelOf('hold'),
        text: $localize`:@@familyMessages.holdText:It does not go out until somebody has looked it over again.`,
        act: labelOf('hold'),
        contract: MessageHoldInput,
        fields: [{ name: 'reason', kind: 'select', label: $localize`:@@familyMessages.reason:Reason`, choices: asked.reasons }],
      }),
  },
  undelivered: {
    label: labelOf('undelivered'),
    ask: (asked) =>
      posted<MessageUndeliveredInput>(asked, 'non-delivery', {
        title: labelOf('undelivered'),
        text: $localize`:@@familyMessages.undeliveredText:It stays here and is not carried again. The other side does not learn of it.`,
        contract: MessageUndeliveredInput,
        fields: [{ name: 'reason', kind: 'area', label: $localize`:@@familyMessages.whyNot:Why not` }],
      }),
  },
  recall: { label: labelOf('recall'), noun: 'recall', danger: true },
};

/** Reasons as choices; the office has its own word for the group. */
export const holdReasons = (group: Label): readonly Choice[] =>
  messageHoldReason.codes.map((code) => ({ code, label: messageHoldReason.label(code, readerLanguage(), group) }));
