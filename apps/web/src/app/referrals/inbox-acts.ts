import {
  InboxAcceptanceInput,
  InboxDeletionInput,
  InboxOutcomeInput,
  InboxProgressInput,
  InboxQuestionInput,
  type InboxReferralView,
  InboxRefusalInput,
  InboxStartInput,
  InboxStopInput,
} from '@panah/contracts/inbox.contract';
import { referralDeclineReason, referralOutcome } from '@panah/domain/vocabulary/referrals';
import { choicesOf } from '../platform/form/choices';
import type { FormQuestion } from '../platform/form/form-question';
import type { Api } from '../platform/http/api';
import { inboxPath } from './inbox-line';

/** What a partner answers, as data; `true` where the referral is gone for it afterwards. */
type Act = FormQuestion<InboxReferralView | true>;

interface Asked {
  api: Api;
  id: string;
  kind: string;
  /** Whoever reads it. */
  name: string;
  /** The day it is. */
  today: string;
}

const send =
  (api: Api, id: string, noun: string): Act['send'] =>
  async (input, intent) =>
    (await api.post<InboxReferralView | null>(`${inboxPath(id)}/${noun}`, input, intent)) ?? true;
const area = (name: string, label: string) => ({ name, kind: 'area', label }) as const;

const ACTS: Readonly<Record<string, (asked: Asked) => Act>> = {
  accept: ({ api, id, name, kind }) => ({
    title: $localize`:@@referrals.accept:Accept`,
    text:
      kind === 'TRANSFER'
        ? $localize`:@@referrals.acceptOffer:You say that you will take this case over after a meeting with the office. Name who will see to the person; they say by it that nothing ties them to what they have read.`
        : $localize`:@@referrals.acceptText:Whoever sees to this person says by accepting that nothing ties them to what they have read.`,
    act: $localize`:@@referrals.acceptAct:Accept; nothing ties us`,
    contract: InboxAcceptanceInput,
    start: { focalWorker: name, noConflict: true },
    fields: [{ name: 'focalWorker', kind: 'text', label: $localize`:@@referrals.focal:Who will see to them` }],
    send: send(api, id, 'acceptance'),
  }),
  decline: ({ api, id }) => ({
    title: $localize`:@@referrals.decline:Decline`,
    text: $localize`:@@referrals.declineText:It is closed to you at once, and they look for somebody else.`,
    act: $localize`:@@referrals.decline:Decline`,
    danger: true,
    contract: InboxRefusalInput,
    fields: [
      { name: 'reason', kind: 'choice', label: $localize`:@@referrals.reason:Why`, choices: choicesOf(referralDeclineReason) },
      { ...area('text', $localize`:@@referrals.declineWords:In words`), optional: true },
    ],
    send: send(api, id, 'refusal'),
  }),
  ask: ({ api, id }) => ({
    title: $localize`:@@referrals.ask:Ask`,
    text: $localize`:@@referrals.askText:Your time to answer stands still until they have answered, 72 hours at most, once.`,
    act: $localize`:@@referrals.send:Send`,
    contract: InboxQuestionInput,
    fields: [area('text', $localize`:@@referrals.askWords:What you need to know`)],
    send: send(api, id, 'question'),
  }),
  start: ({ api, id, today }) => ({
    title: $localize`:@@referrals.startTitle:The service has begun`,
    contract: InboxStartInput,
    start: { on: today },
    fields: [{ name: 'on', kind: 'day', label: $localize`:@@referrals.startOn:First day` }],
    send: send(api, id, 'start'),
  }),
  report: ({ api, id }) => ({
    title: $localize`:@@referrals.reportTitle:A short report`,
    act: $localize`:@@referrals.send:Send`,
    contract: InboxProgressInput,
    fields: [area('text', $localize`:@@referrals.reportWords:How it goes`)],
    send: send(api, id, 'progress'),
  }),
  complete: ({ api, id }) => ({
    title: $localize`:@@referrals.completeTitle:The service is over`,
    act: $localize`:@@referrals.send:Send`,
    contract: InboxOutcomeInput,
    fields: [
      { name: 'outcome', kind: 'choice', label: $localize`:@@referrals.factOutcome:Outcome`, choices: choicesOf(referralOutcome) },
      area('text', $localize`:@@referrals.completeWords:What came of it`),
    ],
    send: send(api, id, 'outcome'),
  }),
  discontinue: ({ api, id }) => ({
    title: $localize`:@@referrals.stopTitle:Stop before it is over`,
    text: $localize`:@@referrals.stopText:It is closed to you at once; they are told why.`,
    act: $localize`:@@referrals.stop:Stop`,
    danger: true,
    contract: InboxStopInput,
    fields: [area('text', $localize`:@@referrals.reason:Why`)],
    send: send(api, id, 'discontinuation'),
  }),
  'confirm-deletion': ({ api, id }) => ({
    title: $localize`:@@referrals.deletionTitle:Say what you deleted`,
    text: $localize`:@@referrals.deletionText:Whatever you kept of it: notes, copies, printed pages. “Nothing was kept” is an answer too.`,
    act: $localize`:@@referrals.send:Send`,
    contract: InboxDeletionInput,
    fields: [area('what', $localize`:@@referrals.deletionWords:What was deleted`)],
    send: send(api, id, 'deletion'),
  }),
};

/** The question behind a button. Throws where there is none to ask. */
export function actOf(action: string, asked: Asked): Act {
  const act = ACTS[action];
  if (!act) throw new Error(`Nothing is asked for "${action}".`);
  return act(asked);
}
