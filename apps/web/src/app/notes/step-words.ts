import type { TimelineStepView } from '@panah/contracts/timeline.contract';
import { TIMELINE_SUBJECTS, type TimelineKind } from '@panah/domain/timeline/timeline-kinds';
import { consentPurpose } from '@panah/domain/vocabulary/consents';
import { stepSaid } from '@panah/domain/vocabulary/timeline';
import type { IconName } from '../platform/icon/icons';
import { readerLanguage } from '../platform/reader/language';

const ICONS: Readonly<Record<Exclude<TimelineKind, 'NOTES'>, IconName>> = {
  CASE: 'step',
  CONSENT: 'tick',
  SAFETY: 'shield',
  PLAN: 'log',
  TASKS: 'done',
  DOCUMENTS: 'doc',
  LEGAL: 'flag',
  HOUSING: 'home',
};

/** What happened, in the reader's words. */
export const stepText = ({ subject, action, to, about }: TimelineStepView): string => {
  const said = stepSaid(subject, action, to, readerLanguage());
  return consentPurpose.has(about) ? `${said}: ${consentPurpose.label(about, readerLanguage())}` : said;
};

export const stepIcon = ({ subject }: TimelineStepView): IconName =>
  ICONS[TIMELINE_SUBJECTS.find(({ type }) => type === subject)?.kind ?? 'CASE'];
