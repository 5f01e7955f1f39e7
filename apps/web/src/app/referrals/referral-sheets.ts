import type { ReferralView } from '@panah/contracts/referral-views.contract';
import { HandoverMeetingInput } from '@panah/contracts/handovers.contract';
import { ReferralAnswerInput, ReferralStopInput } from '@panah/contracts/referrals.contract';
import { referralItem } from '@panah/domain/vocabulary/referrals';
import { choicesOf } from '../platform/form/choices';
import type { FormQuestion } from '../platform/form/form-question';
import type { ReferralsApi } from './referrals.api';

interface Stop {
  event: string;
  label: string;
  question: (id: string) => FormQuestion<ReferralView, ReferralStopInput>;
}

const NOUNS = { cancel: 'cancellation', revoke: 'revocation', discontinue: 'discontinuation' } as const;
const RECALL = $localize`:@@referrals.recall:Recall`;
const LABELS = { cancel: $localize`:@@referrals.cancel:Cancel it`, revoke: RECALL, discontinue: RECALL };
const RECALL_TEXT = $localize`:@@referrals.recallText:What was not opened is deleted at once; an open page closes. What was read was read: they are asked to confirm what they deleted.`;

/** How a referral is taken back now: before it was sent it is cancelled, afterwards recalled. */
export const stopsOf = (api: ReferralsApi, actions: readonly string[]): Stop[] =>
  (['cancel', 'revoke', 'discontinue'] as const)
    .filter((event) => actions.includes(event))
    .map((event) => ({
      event,
      label: LABELS[event],
      question: (id) => ({
        title: LABELS[event],
        ...(event === 'cancel' ? {} : { text: RECALL_TEXT }),
        act: LABELS[event],
        danger: true,
        contract: ReferralStopInput,
        fields: [{ name: 'reason', kind: 'area', label: $localize`:@@referrals.reason:Why` }],
        send: (input, intent) => api.step(id, NOUNS[event], input, intent),
      }),
    }));

/** That both sides met: from then on the partner can take the case over. */
export const meetingSheet = (api: ReferralsApi, { id }: ReferralView, today: string): FormQuestion<ReferralView, HandoverMeetingInput> => ({
  title: $localize`:@@referrals.meeting:Hand-over meeting`,
  text: $localize`:@@referrals.meetingText:Both sides have met. From then on the partner can take the case over; then it closes here, and the file is locked.`,
  contract: HandoverMeetingInput,
  start: { on: today },
  fields: [
    { name: 'on', kind: 'day', label: $localize`:@@referrals.metOn:Day of the meeting` },
    { name: 'present', kind: 'area', label: $localize`:@@referrals.present:Who was there` },
  ],
  send: (input, intent) => api.step(id, 'hand-over-meeting', input, intent),
});

/** Our words to their question: sealed for them like the rest, on the consent that covers what it is about. */
export const answerSheet = (api: ReferralsApi, { id, items }: ReferralView): FormQuestion<ReferralView, ReferralAnswerInput> => ({
  title: $localize`:@@referrals.answer:Answer`,
  text: $localize`:@@referrals.answerText:It is sealed for them like the rest. It goes only where the consent covers what it is about.`,
  act: $localize`:@@referrals.send:Send`,
  contract: ReferralAnswerInput,
  start: { about: items.includes('REQUEST') ? ['REQUEST'] : items.slice(0, 1) },
  fields: [
    { name: 'text', kind: 'area', label: $localize`:@@referrals.answerWords:Your answer` },
    {
      name: 'about',
      kind: 'checks',
      inRow: true,
      label: $localize`:@@referrals.answerAbout:What it is about`,
      choices: choicesOf(referralItem).filter(({ code }) => items.includes(code)),
    },
  ],
  send: (input, intent) => api.step(id, 'answer', input, intent),
});
