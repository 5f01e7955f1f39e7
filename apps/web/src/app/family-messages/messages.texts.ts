import type { ProblemTextsByCode } from '../platform/problem/problem-texts';
import type { ContractFormOptions } from '../platform/form/contract-form';

/** What the server refuses of a message, in words: what happened, and what is safe to do next. */
export const MESSAGE_PROBLEMS: ProblemTextsByCode = {
  'message-own': $localize`:@@familyMessages.problemOwn:You wrote or translated this yourself. Somebody else looks it over and lets it go.`,
  'message-link-state': $localize`:@@familyMessages.problemLink:The link is not where messages are carried. The words are kept; nothing goes out.`,
  'message-leaks-unseen': $localize`:@@familyMessages.problemUnseen:Something is highlighted that nobody has looked at yet. Tick each finding, or return the message. Nothing has left.`,
  'message-faces': $localize`:@@familyMessages.problemFaces:A picture waits to be looked at: does it show other people? Nothing has left.`,
  'message-translator': $localize`:@@familyMessages.problemTranslator:A third person translates, into another language than the one it is in.`,
  'message-delivery-moment': $localize`:@@familyMessages.problemMoment:It was delivered after it was released, and not later than now.`,
  'message-pictures-full': $localize`:@@familyMessages.problemPictures:No more pictures go along with one message.`,
};

/** The words of this room for rules that only the server knows. */
export const MESSAGE_RULES: ContractFormOptions['texts'] = {
  translatorId: {
    'not-a-third-person': $localize`:@@familyMessages.ruleThird:Neither the writer nor the one who looked it over`,
    'not-a-translator': $localize`:@@familyMessages.ruleTranslator:Does not translate for this link`,
  },
  language: { 'already-in-it': $localize`:@@familyMessages.ruleLanguage:It is in this language already` },
  at: { 'not-between-release-and-now': $localize`:@@familyMessages.ruleMoment:After the release, and not later than now` },
};

const PICTURES_ONLY = $localize`:@@familyMessages.picturesOnly:This is no photograph in JPEG, PNG or WebP. Nothing else goes along with a message.`;

/** Why a picture is not taken, where it is more narrowly so than with any file. */
export const PICTURE_FAULTS: Readonly<Record<string, string>> = {
  'too-large': $localize`:@@familyMessages.pictureTooLarge:This picture is larger than 8 MB. Make it smaller first.`,
  'unknown-kind': PICTURES_ONLY,
  'cannot-be-cleaned': PICTURES_ONLY,
};
