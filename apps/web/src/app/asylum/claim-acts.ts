import { ClaimStepInput } from '@panah/contracts/claim-steps.contract';
import type { ClaimView } from '@panah/contracts/asylum.contract';
import type { ClaimAction } from '@panah/domain/asylum/claim.process';
import { isGrant, isLostAppeal } from '@panah/domain/asylum/decision.rules';
import {
  appealOutcome,
  claimEvent,
  decisionType,
  interpreterWish,
  serviceMethod,
  suspensiveEffect,
  suspensiveRecorded,
} from '@panah/domain/vocabulary/claims';
import { LANGUAGES, languageName } from '@panah/domain/vocabulary/languages';
import { choicesOf } from '../platform/form/choices';
import { readerLanguage } from '../platform/reader/language';
import type { FormQuestion, OwnField, QuestionField, UsualField } from '../platform/form/form-question';
import { act, paper } from './act-fields';
import type { AsylumApi } from './asylum.api';

const languages = () => LANGUAGES.map((code) => ({ code, label: languageName(code, readerLanguage()) }));
const on = (label = $localize`:@@asylum.on:On`): UsualField => ({ name: 'on', label, kind: 'day' });
const AT: UsualField = { name: 'at', label: $localize`:@@asylum.at:At`, kind: 'time' };
const PLACE: UsualField = {
  name: 'place',
  label: $localize`:@@asylum.place:Where`,
  kind: 'text',
  optional: true,
  hint: $localize`:@@asylum.placeHint:Kept like an address: shown only on request.`,
};
const INFORMED: UsualField = {
  name: 'informed',
  label: $localize`:@@asylum.informed:The procedure was explained, in a language they understand`,
  kind: 'check',
};
const LANGUAGE = (): UsualField => ({
  name: 'language',
  label: $localize`:@@asylum.language:Language`,
  kind: 'select',
  choices: languages(),
});
const WISH = (): UsualField => ({
  name: 'interpreter',
  label: $localize`:@@asylum.interpreter:By whom they wish to be interpreted`,
  kind: 'select',
  choices: choicesOf(interpreterWish),
});
const WORDS = (label: string, optional = false): UsualField => ({ name: 'words', label, kind: 'area', optional });
const CLIENT: UsualField = { name: 'clientDecision', label: $localize`:@@asylum.clientDecision:The client decided so`, kind: 'check' };
const SIGNED: UsualField = { name: 'signed', label: $localize`:@@asylum.signed:The client signed`, kind: 'check' };
const EXPLAINED: UsualField = {
  name: 'explained',
  label: $localize`:@@asylum.explained:What follows from it was explained`,
  kind: 'check',
};
const FINAL: UsualField = { name: 'isFinal', label: $localize`:@@asylum.isFinal:Nobody can appeal against it any more`, kind: 'check' };
const copy = (file: string): OwnField => paper(file, 'documentId', $localize`:@@asylum.copy:Copy on file`, 'DECISION');
const DECIDED: UsualField = { name: 'decidedOn', label: $localize`:@@asylum.decidedOn:Decided on`, kind: 'day' };
const SERVED: UsualField = {
  name: 'servedOn',
  label: $localize`:@@asylum.servedOn:Served on`,
  kind: 'day',
  hint: $localize`:@@asylum.servedHint:The day on which it reached the person in law. The clock starts with it.`,
};
const METHOD = (): UsualField => ({
  name: 'serviceMethod',
  label: $localize`:@@asylum.serviceMethod:How it was served`,
  kind: 'select',
  choices: choicesOf(serviceMethod),
});
const POSSIBLE: UsualField = { name: 'appealPossible', label: $localize`:@@asylum.appealPossible:Can it be appealed?`, kind: 'yes-no' };
const STOPS = (): UsualField => ({
  name: 'suspensive',
  label: $localize`:@@asylum.suspensive:Does an appeal stop removal?`,
  kind: 'select',
  choices: choicesOf(suspensiveEffect),
  optional: true,
});
const BY_HAND: UsualField = {
  name: 'appealDueOn',
  label: $localize`:@@asylum.appealDueOn:Last day to appeal, if a lawyer has said it`,
  kind: 'day',
  optional: true,
};
const type = (fits: (code: never) => boolean): UsualField => ({
  name: 'decisionType',
  label: $localize`:@@asylum.decision:Decision`,
  kind: 'select',
  choices: choicesOf(decisionType).filter(({ code }) => fits(code as never)),
});
const outcome = (fits: (code: never) => boolean): UsualField => ({
  name: 'outcome',
  label: $localize`:@@asylum.outcome:Outcome`,
  kind: 'select',
  choices: choicesOf(appealOutcome).filter(({ code }) => fits(code as never)),
});
const negative = (): UsualField[] => [DECIDED, SERVED, METHOD(), POSSIBLE, STOPS()];
const lost = (): UsualField[] => [outcome(isLostAppeal), ...negative()];

const FIELDS: Readonly<Record<ClaimAction, (file: string) => QuestionField[]>> = {
  make: () => [on(), LANGUAGE(), INFORMED],
  register: () => [on()],
  lodge: () => [on()],
  start_responsibility: () => [on()],
  responsible_here: () => [on()],
  transfer_decision: (file) => [type((code) => code === 'TRANSFER'), ...negative(), BY_HAND, copy(file)],
  start_admissibility: () => [on()],
  admissible: () => [on()],
  inadmissible: (file) => [type((code) => code === 'INADMISSIBLE'), ...negative(), BY_HAND, copy(file)],
  start_examination: () => [on()],
  set_interview: () => [on(), AT, LANGUAGE(), WISH(), PLACE],
  reschedule: () => [on(), AT, WORDS($localize`:@@asylum.whyMoved:Why it is moved`)],
  held: () => [on()],
  decide_positive: (file) => [type(isGrant), DECIDED, SERVED, METHOD(), copy(file)],
  decide_negative: (file) => [
    type((code) => !isGrant(code) && code !== 'TRANSFER' && code !== 'WITHDRAWN'),
    ...negative(),
    BY_HAND,
    copy(file),
  ],
  final: () => [on(), FINAL],
  appeal_upgrade: () => [on(), CLIENT],
  lodge_appeal: () => [
    on(),
    {
      name: 'suspensiveRecorded',
      label: $localize`:@@asylum.suspended:Is removal stopped meanwhile?`,
      kind: 'select',
      choices: choicesOf(suspensiveRecorded),
    },
    WORDS($localize`:@@asylum.whyLate:If late: why`, true),
  ],
  lapse: () => [CLIENT],
  transfer_executed: () => [on()],
  hearing_held: () => [on()],
  ruling_positive: (file) => [outcome((code) => code === 'ALLOWED'), type(isGrant), DECIDED, SERVED, METHOD(), FINAL, copy(file)],
  remitted: (file) => [outcome((code) => code === 'ANNULLED_REMITTED'), DECIDED, SERVED, copy(file)],
  ruling_negative: (file) => [
    ...lost(),
    { ...CLIENT, label: $localize`:@@asylum.noFurther:The client wants no further remedy` },
    copy(file),
  ],
  further_appeal: (file) => [...lost(), on($localize`:@@asylum.lodgedOn:Lodged on`), copy(file)],
  withdraw: () => [SIGNED, EXPLAINED],
  suspend: () => [on($localize`:@@asylum.notice:Notice of the authority of`)],
  resume: () => [on()],
  abandon: () => [CLIENT],
  withdraw_appeal: () => [SIGNED, EXPLAINED],
};

/** A step of a claim as a question. What the claim knows already stands in it. */
export function claimAct(api: AsylumApi, claim: ClaimView, action: ClaimAction): FormQuestion {
  const pending = claim.decisions.length > 0 && claim.actions.includes('further_appeal');
  const fields = FIELDS[action](claim.caseId).map((field) =>
    pending && DECISION_FIELDS.includes(field.name) ? { ...field, optional: true } : field,
  );
  return act(
    claimEvent.label(action, readerLanguage()),
    ClaimStepInput,
    fields,
    (value, intent) => api.step(claim.id, action, value, intent),
    { start: knownOf(claim, action, fields) },
  );
}

/** Of what the claim knows, what the step asks. */
function knownOf(claim: ClaimView, action: ClaimAction, fields: readonly QuestionField[]): object {
  const { language, interpreter, interviewOn, interviewAt } = claim;
  const at = action === 'reschedule' ? { on: interviewOn, at: interviewAt } : action === 'held' ? { on: interviewOn } : {};
  const known = Object.entries({ language, interpreter, ...at });
  return Object.fromEntries(known.filter(([name]) => fields.some((field) => field.name === name)));
}

const DECISION_FIELDS: readonly string[] = ['outcome', 'decidedOn', 'servedOn', 'serviceMethod', 'appealPossible', 'suspensive'];

/** A ruling that goes against the client, before they have decided what to do. */
export function rulingAct(api: AsylumApi, claim: ClaimView): FormQuestion {
  return act(
    $localize`:@@asylum.ruling:A ruling was served`,
    ClaimStepInput,
    [...lost(), copy(claim.caseId)],
    (value, intent) => api.onClaim(claim.id, 'rulings', value, intent),
    { text: $localize`:@@asylum.rulingText:The day of a further appeal stands at once; what the client wants to do is said afterwards.` },
  );
}
