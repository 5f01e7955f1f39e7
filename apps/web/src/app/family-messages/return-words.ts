import type { MessageHoldReason } from '@panah/domain/vocabulary/family';

/** One kind sentence for each reason, ready to send: what stands in the way, and what would help. */
const SENTENCES: Readonly<Record<MessageHoldReason, string>> = {
  LOCATION_DETAIL: $localize`:@@familyMessages.kindLocation:There is something in it from which a place could be guessed. Could you say it without the place? Everything else is good as it is.`,
  THIRD_PARTY: $localize`:@@familyMessages.kindThird:Somebody else is spoken of who has not been asked. Could you leave out who it is?`,
  GROUP_OR_POLITICAL: $localize`:@@familyMessages.kindGroup:We carry family news, so that nobody comes to harm by a message. Could you leave this part for another time?`,
  PRESSURE: $localize`:@@familyMessages.kindPressure:One part could be read as asking for more than the other may want to give. Could you say it more openly, so that a no is easy too?`,
  DISTRESSING: $localize`:@@familyMessages.kindDistressing:This is heavy news. We would like to prepare the other for it first. Let us talk about how and when.`,
  ATTACHMENT_META: $localize`:@@familyMessages.kindAttachment:The picture still tells more than it shows. Please add it anew, cleaned.`,
  CONSENT_MISSING: $localize`:@@familyMessages.kindConsent:Something has to be asked first before this can go. The words are kept meanwhile.`,
  TRANSLATION: $localize`:@@familyMessages.kindTranslation:It is translated first, so that every word arrives as it is meant.`,
  IDENTITY_DOUBT: $localize`:@@familyMessages.kindIdentity:We would like to be sure once more who is writing to whom. We will come back to you.`,
  OTHER: $localize`:@@familyMessages.kindOther:Thank you for writing this. Before it can go, there is one thing we would like to talk about.`,
};

/** The sentences of the reasons, in their order. */
export const kindWords = (reasons: readonly string[]): string =>
  Object.entries(SENTENCES)
    .filter(([reason]) => reasons.includes(reason))
    .map(([, sentence]) => sentence)
    .join('\n\n');
