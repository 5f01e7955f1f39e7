import type { FamilyLinkView } from '@panah/contracts/family-links.contract';
import { familyLinkEvent, linkRemark } from '@panah/domain/vocabulary/family';
import type { FormQuestion } from '../platform/form/form-question';
import { readerLanguage } from '../platform/reader/language';
import type { FamilyApi } from './family.api';
import { FAMILY_RULES } from './family.texts';

/** What a question about a link is made of. */
export interface Asked {
  api: FamilyApi;
  link: FamilyLinkView;
  /** The day it is. */
  today: string;
  /** A day in the reader’s words. */
  sayDay: (iso: string) => string;
}

export type LinkQuestion = FormQuestion<FamilyLinkView>;
type Shape<Input extends object> = Omit<FormQuestion<FamilyLinkView, Input>, 'send' | 'texts'>;

/** A step of a link: the words on its button, and what is asked before it is taken. */
export interface LinkAct {
  label: string;
  danger?: boolean;
  ask: (asked: Asked) => LinkQuestion | Promise<LinkQuestion>;
}

/** The word of the drawing for a step. */
export const eventLabel = (event: string): string => (familyLinkEvent.has(event) ? familyLinkEvent.label(event, readerLanguage()) : event);
/** A line of the history: a step, or what was written down beside it. */
export const historyLabel = (event: string): string =>
  linkRemark.has(event) ? linkRemark.label(event, readerLanguage()) : eventLabel(event);

const OTHER_STEPS: Readonly<Record<string, string>> = {
  contact: $localize`:@@family.noteContact:Note a contact`,
  tell: $localize`:@@family.tell:Note what was told`,
  resume: $localize`:@@family.resume:Go on`,
};
/** The word for a step, also for one that moves nothing. */
export const stepLabel = (step: string): string => OTHER_STEPS[step] ?? eventLabel(step);

/** A question whose answer is posted as a noun of this link. */
export const posted = <Input extends object>({ api, link }: Asked, noun: string, question: Shape<Input>): LinkQuestion => ({
  ...(question as Shape<object>),
  texts: FAMILY_RULES,
  version: link.version,
  send: (input, intent, version) => api.linkStep({ id: link.id, version }, noun, input, intent),
  // several officers work on a link: whoever comes second keeps their words, and the server says whether the step is still open
  meanwhile: async () => ({ start: question.start ?? {}, version: (await api.link(link.id)).version }),
});
