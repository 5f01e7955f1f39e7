import { type AccountView, TieAnswer } from '@panah/contracts/account.contract';
import { StaffStepInput, type StaffView, TieDecisionInput } from '@panah/contracts/staff.contract';
import type { StaffAction } from '@panah/domain/staff/staff.process';
import { staffAction } from '@panah/domain/vocabulary/staff';
import type { FormQuestion } from '../platform/form/form-question';
import { readerLanguage } from '../platform/reader/language';
import type { StaffApi } from './staff.api';
import { tieChoices } from './tie-choices';

const TEXTS: Readonly<Partial<Record<StaffAction, string>>> = {
  suspend: $localize`:@@staff.askSuspend:They are out with their next request, until somebody reinstates them.`,
  reinstate: $localize`:@@staff.askReinstate:They can sign in again, with the roles they have.`,
  reset: $localize`:@@staff.askReset:Password, authenticator and recovery codes are gone at once. You get a one-time code to hand over, and a second person confirms the account anew.`,
  end: $localize`:@@staff.askEnd:The account is closed for good, with every role. This cannot be taken back; what they did stays in their name.`,
};

/** Asks why before a step of an account. */
export function staffStepQuestion(staff: StaffApi, staffId: string, action: StaffAction): FormQuestion<StaffView, StaffStepInput> {
  const label = staffAction.label(action, readerLanguage());
  const text = TEXTS[action];
  return {
    title: label,
    ...(text ? { text } : {}),
    act: label,
    danger: action !== 'reinstate',
    contract: StaffStepInput,
    fields: [
      {
        name: 'reason',
        kind: 'area',
        label: $localize`:@@staff.reason:Reason`,
        hint: $localize`:@@staff.reasonHint:Stays in the history of the account.`,
      },
    ],
    send: ({ reason }, intent) => staff.step(staffId, action, reason, intent),
  };
}

/** R-AC-14: a coordinator decides about a declared tie. */
export const tieDecisionQuestion = (staff: StaffApi, staffId: string): FormQuestion<StaffView, TieDecisionInput> => ({
  title: $localize`:@@staff.decideTieTitle:Decide about the declared tie`,
  act: $localize`:@@staff.decideTie:Decide`,
  contract: TieDecisionInput,
  fields: [
    {
      name: 'decision',
      kind: 'choice',
      label: $localize`:@@staff.decision:Decision`,
      choices: [
        { code: 'CLEARED', label: $localize`:@@staff.tieClear:No hindrance: their clients open again` },
        { code: 'UPHELD', label: $localize`:@@staff.tieUphold:A hindrance: clients stay closed to them` },
      ],
    },
    { name: 'reason', kind: 'area', label: $localize`:@@staff.reason:Reason` },
  ],
  send: ({ decision, reason }, intent) => staff.decideTie(staffId, decision, reason, intent),
});

/** R-AC-14: whether one has a tie to the group or to a state. `answered` is the answer given so far. */
export const ownTieQuestion = (staff: StaffApi, answered: string, group: string): FormQuestion<AccountView, TieAnswer> => ({
  title: $localize`:@@staff.tieTitle:Ties`,
  text: $localize`:@@staff.tieText:Family, work, money or duty count. Who declares a tie does nothing wrong: clients are closed to them until a coordinator has decided, and nobody is told why.`,
  act: $localize`:@@staff.tieSay:Answer`,
  contract: TieAnswer,
  fields: [
    {
      name: 'answer',
      kind: 'choice',
      label: $localize`:@@staff.tieAnswer:Your answer`,
      choices: tieChoices(answered === 'NOT_ASKED', group),
    },
    {
      name: 'words',
      kind: 'area',
      label: $localize`:@@platform.inAFewWords:In a few words`,
      hint: $localize`:@@staff.tieWordsHint:Kept sealed; the coordinator who decides reads it.`,
      optional: true,
    },
  ],
  send: (input) => staff.answerTie(input),
});
