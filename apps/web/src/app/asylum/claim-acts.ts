import { ClaimStepInput, type ClaimView } from '@panah/contracts/asylum.contract';
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
import type { Act, ActField } from './act';
import type { AsylumApi } from './asylum.api';

const languages = () => LANGUAGES.map((code) => ({ code, label: languageName(code, readerLanguage()) }));
const on = (label = $localize`:@@asylum.on:On`): ActField => ({ name: 'on', label, kind: 'day' });
const AT: ActField = { name: 'at', label: $localize`:@@asylum.at:At`, kind: 'time' };
const PLACE: ActField = {
  name: 'place',
  label: $localize`:@@asylum.place:Where`,
  kind: 'text',
  optional: true,
  hint: $localize`:@@asylum.placeHint:Kept like an address: shown only on request.`,
};
const INFORMED: ActField = {
  name: 'informed',
  label: $localize`:@@asylum.informed:The procedure was explained, in a language they understand`,
  kind: 'check',
};
const LANGUAGE = (): ActField => ({
  name: 'language',
  label: $localize`:@@asylum.language:Language`,
  kind: 'select',
  choices: languages(),
});
const WISH = (): ActField => ({
  name: 'interpreter',
  label: $localize`:@@asylum.interpreter:By whom they wish to be interpreted`,
  kind: 'select',
  choices: choicesOf(interpreterWish),
});
const WORDS = (label: string, optional = false): ActField => ({ name: 'words', label, kind: 'area', optional });
const CLIENT: ActField = { name: 'clientDecision', label: $localize`:@@asylum.clientDecision:The client decided so`, kind: 'check' };
const SIGNED: ActField = { name: 'signed', label: $localize`:@@asylum.signed:The client signed`, kind: 'check' };
const EXPLAINED: ActField = { name: 'explained', label: $localize`:@@asylum.explained:What follows from it was explained`, kind: 'check' };
const FINAL: ActField = { name: 'isFinal', label: $localize`:@@asylum.isFinal:Nobody can appeal against it any more`, kind: 'check' };
const COPY: ActField = {
  name: 'documentId',
  label: $localize`:@@asylum.copy:Copy on file`,
  kind: 'paper',
  optional: true,
  paper: 'DECISION',
};
const DECIDED: ActField = { name: 'decidedOn', label: $localize`:@@asylum.decidedOn:Decided on`, kind: 'day' };
const SERVED: ActField = {
  name: 'servedOn',
  label: $localize`:@@asylum.servedOn:Served on`,
  kind: 'day',
  hint: $localize`:@@asylum.servedHint:The day on which it reached the person in law. The clock starts with it.`,
};
const METHOD = (): ActField => ({
  name: 'serviceMethod',
  label: $localize`:@@asylum.serviceMethod:How it was served`,
  kind: 'select',
  choices: choicesOf(serviceMethod),
});
const POSSIBLE: ActField = { name: 'appealPossible', label: $localize`:@@asylum.appealPossible:Can it be appealed?`, kind: 'yes-no' };
const STOPS = (): ActField => ({
  name: 'suspensive',
  label: $localize`:@@asylum.suspensive:Does an appeal stop removal?`,
  kind: 'select',
  choices: choicesOf(suspensiveEffect),
  optional: true,
});
const BY_HAND: ActField = {
  name: 'appealDueOn',
  label: $localize`:@@asylum.appealDueOn:Last day to appeal, if a lawyer has said it`,
  kind: 'day',
  optional: true,
};
const type = (fits: (code: never) => boolean): ActField => ({
  name: 'decisionType',
  label: $localize`:@@asylum.decision:Decision`,
  kind: 'select',
  choices: choicesOf(decisionType).filter(({ code }) => fits(code as never)),
});
const outcome = (fits: (code: never) => boolean): ActField => ({
  name: 'outcome',
  label: $localize`:@@asylum.outcome:Outcome`,
  kind: 'select',
  choices: choicesOf(appealOutcome).filter(({ code }) => fits(code as never)),
});
const negative = (): ActField[] => [DECIDED, SERVED, METHOD(), POSSIBLE, STOPS()];
const lost = (): ActField[] => [outcome(isLostAppeal), ...negative()];

const FIELDS: Readonly<Record<ClaimAction, () => ActField[]>> = {
  make: () => [on(), LANGUAGE(), INFORMED],
  register: () => [on()],
  lodge: () => [on()],
  start_responsibility: () => [on()],
  responsible_here: () => [on()],
  transfer_decision: () => [type((code) => code === 'TRANSFER'), ...negative(), BY_HAND, COPY],
  start_admissibility: () => [on()],
  admissible: () => [on()],
  inadmissible: () => [type((code) => code === 'INADMISSIBLE'), ...negative(), BY_HAND, COPY],
  start_examination: () => [on()],
  set_interview: () => [on(), AT, LANGUAGE(), WISH(), PLACE],
  reschedule: () => [on(), AT, WORDS($localize`:@@asylum.whyMoved:Why it is moved`)],
  held: () => [on()],
  decide_positive: () => [type(isGrant), DECIDED, SERVED, METHOD(), COPY],
  decide_negative: () => [type((code) => !isGrant(code) && code !== 'TRANSFER' && code !== 'WITHDRAWN'), ...negative(), BY_HAND, COPY],
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
  ruling_positive: () => [outcome((code) => code === 'ALLOWED'), type(isGrant), DECIDED, SERVED, METHOD(), FINAL, COPY],
  remitted: () => [outcome((code) => code === 'ANNULLED_REMITTED'), DECIDED, SERVED, COPY],
  ruling_negative: () => [...lost(), { ...CLIENT, label: $localize`:@@asylum.noFurther:The client wants no further remedy` }, COPY],
  further_appeal: () => [...lost(), on($localize`:@@asylum.lodgedOn:Lodged on`), COPY],
  withdraw: () => [SIGNED, EXPLAINED],
  suspend: () => [on($localize`:@@asylum.notice:Notice of the authority of`)],
  resume: () => [on()],
  abandon: () => [CLIENT],
  withdraw_appeal: () => [SIGNED, EXPLAINED],
};

/** Tick boxes and answers begin open; a code of which there is one, and one is needed, is taken already. */
const startOf = ({ kind, choices, optional }: ActField): unknown => {
  if (kind === 'select') return choices?.length === 1 && !optional ? choices[0]?.code : '';
  return kind === 'day' || kind === 'check' || kind === 'yes-no' || kind === 'paper' ? null : kind === 'checks' ? [] : '';
};

export const starting = (fields: readonly ActField[], known: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> =>
  Object.fromEntries(fields.map((field) => [field.name, known[field.name] ?? startOf(field)]));

/** A step of a claim as a dialog. What the claim knows already stands in it. */
export function claimAct(api: AsylumApi, claim: ClaimView, action: ClaimAction): Act {
  const pending = claim.decisions.length > 0 && claim.actions.includes('further_appeal');
  const fields = FIELDS[action]().map((field) => (pending && DECISION_FIELDS.includes(field.name) ? { ...field, optional: true } : field));
  const { language, interpreter } = claim;
  const at =
    action === 'reschedule' ? { on: claim.interviewOn, at: claim.interviewAt } : action === 'held' ? { on: claim.interviewOn } : {};
  return {
    title: claimEvent.label(action, readerLanguage()),
    contract: ClaimStepInput,
    start: starting(fields, { language, interpreter, ...at }),
    fields,
    caseId: claim.caseId,
    send: (value, intent) => api.step(claim.id, action, value, intent),
  };
}

const DECISION_FIELDS: readonly string[] = ['outcome', 'decidedOn', 'servedOn', 'serviceMethod', 'appealPossible', 'suspensive'];

/** A ruling that goes against the client, before they have decided what to do. */
export function rulingAct(api: AsylumApi, claim: ClaimView): Act {
  const fields = [...lost(), COPY];
  return {
    title: $localize`:@@asylum.ruling:A ruling was served`,
    text: $localize`:@@asylum.rulingText:The day of a further appeal stands at once; what the client wants to do is said afterwards.`,
    contract: ClaimStepInput,
    start: starting(fields),
    fields,
    caseId: claim.caseId,
    send: (value, intent) => api.onClaim(claim.id, 'rulings', value, intent),
  };
}
