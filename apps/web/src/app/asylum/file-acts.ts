import {
  ClaimDetailsInput,
  ClaimInput,
  type ClaimsView,
  type ClaimView,
  ProcedureEventInput,
  ServiceInput,
  TranslationInput,
} from '@panah/contracts/claims.contract';
import {
  DeadlineDayInput,
  DeadlineEndInput,
  DeadlineInput,
  DeadlineMetInput,
  type DeadlineView,
  MissedReviewInput,
} from '@panah/contracts/legal-deadlines.contract';
import {
  LegalShareInput,
  PermitInput,
  PermitRenewalInput,
  type PermitView,
  PermitWithdrawalInput,
  RepresentationInput,
  type RepresentationView,
} from '@panah/contracts/permits.contract';
import type { LegalDeadlineAction } from '@panah/domain/asylum/legal-deadline.process';
import { interpreterWish, legalRepCapacity, procedureEventType, procedureType, serviceMethod } from '@panah/domain/vocabulary/claims';
import { consentScope } from '@panah/domain/vocabulary/consents';
import { CLAIM_COUNTRIES, countryName, EXAMPLE_COUNTRY } from '@panah/domain/vocabulary/countries';
import { LANGUAGES, languageName } from '@panah/domain/vocabulary/languages';
import { deadlineTrigger, deadlineType, missedRemedy, permitType } from '@panah/domain/vocabulary/legal-deadlines';
import type { Type } from '@angular/core';
import { type Choice, choicesOf } from '../platform/form/choices';
import type { Intent } from '../platform/http/api';
import { readerLanguage } from '../platform/reader/language';
import type { Act, ActField } from './act';
import type { AsylumApi } from './asylum.api';
import { starting } from './claim-acts';

type Known = Readonly<Record<string, unknown>>;
type Send = (value: object, intent: Intent) => Promise<unknown>;

const act = (
  caseId: string,
  title: string,
  contract: Type<object>,
  fields: readonly ActField[],
  send: Send,
  known: Known = {},
  text?: string,
): Act => ({
  title,
  ...(text ? { text } : {}),
  contract,
  start: starting(fields, known),
  fields,
  caseId,
  send,
});

const day = (name: string, label: string, optional = false): ActField => ({ name, label, kind: 'day', optional });
const text = (name: string, label: string, optional = true, hint?: string): ActField => ({
  name,
  label,
  kind: 'text',
  optional,
  ...(hint ? { hint } : {}),
});
const area = (name: string, label: string): ActField => ({ name, label, kind: 'area' });
const select = (name: string, label: string, choices: readonly Choice[], optional = false): ActField => ({
  name,
  label,
  kind: 'select',
  choices,
  optional,
});

/** By name; the made-up country only where nothing is real. */
export function countries(demo: boolean): readonly Choice[] {
  const shown = CLAIM_COUNTRIES.filter((code) => demo || code !== EXAMPLE_COUNTRY).map((code) => ({
    code,
    label: countryName(code, readerLanguage()),
  }));
  return shown.sort(
    (a, b) => Number(b.code === EXAMPLE_COUNTRY) - Number(a.code === EXAMPLE_COUNTRY) || a.label.localeCompare(b.label, readerLanguage()),
  );
}

const WHY = $localize`:@@asylum.why:Why, in a few words`;
const COUNTRY = $localize`:@@asylum.country:Country`;
const details = (): ActField[] => [
  text('authority', $localize`:@@asylum.authority:Authority`),
  text(
    'fileNo',
    $localize`:@@asylum.fileNo:Number of the file there`,
    true,
    $localize`:@@asylum.fileNoHint:Masked until somebody asks for it and says why. Left empty, it stays as it is.`,
  ),
  select(
    'language',
    $localize`:@@asylum.procedureLanguage:Language of the procedure`,
    LANGUAGES.map((code) => ({ code, label: languageName(code, readerLanguage()) })),
    true,
  ),
  select('interpreter', $localize`:@@asylum.interpreter:By whom they wish to be interpreted`, choicesOf(interpreterWish), true),
];

export function newClaim(api: AsylumApi, { id, claims }: ClaimsView, demo: boolean): Act {
  const ended = claims.filter(({ endedOn }) => endedOn !== null);
  const follows: ActField[] = ended.length
    ? [
        select(
          'followsId',
          $localize`:@@asylum.follows:Follows`,
          ended.map((claim) => ({ code: claim.id, label: `${countryName(claim.country, readerLanguage())} · ${claim.since}` })),
          true,
        ),
      ]
    : [];
  const fields = [
    select('country', COUNTRY, countries(demo)),
    select('procedureType', $localize`:@@asylum.procedure:Procedure`, choicesOf(procedureType)),
    ...follows,
    ...details(),
  ];
  const note = $localize`:@@asylum.noStory:What the person lived through is not written here: it belongs into a legally privileged note, and nowhere else.`;
  return act(
    id,
    $localize`:@@asylum.newClaim:New claim`,
    ClaimInput,
    fields,
    (value, intent) => api.openClaim(id, value, intent),
    { procedureType: 'FIRST_APPLICATION' },
    note,
  );
}

export function editClaim(api: AsylumApi, claim: ClaimView): Act {
  const { authority, language, interpreter, specialNeeds, dependants } = claim;
  const send: Send = (value) => api.editClaim(claim.id, { ...value, specialNeeds, dependants }, claim.version);
  return act(claim.caseId, $localize`:@@asylum.editClaim:Details of the claim`, ClaimDetailsInput, details(), send, {
    authority,
    language,
    interpreter,
  });
}

export function newEvent(api: AsylumApi, { id, caseId }: ClaimView): Act {
  const fields = [
    select('type', $localize`:@@asylum.what:What`, choicesOf(procedureEventType)),
    day('on', $localize`:@@asylum.on:On`),
    { name: 'at', label: $localize`:@@asylum.at:At`, kind: 'time', optional: true } as const,
    text('place', $localize`:@@asylum.place:Where`),
    text('accompaniedBy', $localize`:@@asylum.accompanied:Who went along`),
    text(
      'outcome',
      $localize`:@@asylum.eventOutcome:What came of it`,
      true,
      $localize`:@@asylum.eventHint:A few words. What was said belongs into a privileged note.`,
    ),
  ];
  return act(caseId, $localize`:@@asylum.newEvent:Something happened`, ProcedureEventInput, fields, (value, intent) =>
    api.onClaim(id, 'events', value, intent),
  );
}

export function newDeadline(api: AsylumApi, { id, caseId }: ClaimView): Act {
  const fields = [
    select('type', $localize`:@@asylum.what:What`, choicesOf(deadlineType)),
    select('trigger', $localize`:@@asylum.trigger:Counted from`, choicesOf(deadlineTrigger)),
    day('triggerDate', $localize`:@@asylum.triggerDate:Which was on`),
    day('dueOn', $localize`:@@asylum.dueOn:Last day`),
  ];
  return act(
    caseId,
    $localize`:@@asylum.newDeadline:Enter a deadline`,
    DeadlineInput,
    fields,
    (value, intent) => api.onClaim(id, 'deadlines', value, intent),
    { trigger: 'OTHER' },
  );
}

export function correctService(api: AsylumApi, caseId: string, decision: ClaimView['decisions'][number]): Act {
  const fields = [
    day('servedOn', $localize`:@@asylum.servedOn:Served on`),
    select('serviceMethod', $localize`:@@asylum.serviceMethod:How it was served`, choicesOf(serviceMethod)),
  ];
  const { servedOn, serviceMethod: method } = decision;
  const note = $localize`:@@asylum.correctText:Deadlines that rest on it are reckoned anew; the former day stays beside the new one.`;
  const send: Send = (value, intent) => api.onDecision(decision.id, 'service', value, intent);
  return act(
    caseId,
    $localize`:@@asylum.correctService:The day of service was wrong`,
    ServiceInput,
    fields,
    send,
    { servedOn, serviceMethod: method },
    note,
  );
}

export function translated(api: AsylumApi, caseId: string, decisionId: string): Act {
  return act(
    caseId,
    $localize`:@@asylum.translated:Translated for the client`,
    TranslationInput,
    [day('on', $localize`:@@asylum.on:On`)],
    (value, intent) => api.onDecision(decisionId, 'translation', value, intent),
  );
}

const PROOF: ActField = {
  name: 'documentId',
  label: $localize`:@@asylum.proof:Proof on file`,
  kind: 'paper',
  optional: true,
  paper: 'CORRESPONDENCE',
};

interface DeadlineActShape {
  title: string;
  contract: Type<object>;
  fields: () => readonly ActField[];
}
export type DeadlineAct = LegalDeadlineAction | 'enter' | 'review';

const DEADLINE_ACTS: Readonly<Record<DeadlineAct, DeadlineActShape>> = {
  meet: {
    title: $localize`:@@asylum.meet:Deadline met`,
    contract: DeadlineMetInput,
    fields: () => [
      day('metOn', $localize`:@@asylum.metOn:Met on`),
      PROOF,
      day('confirmedOn', $localize`:@@asylum.confirmedOn:Or confirmed by a lawyer on`, true),
      { ...area('words', $localize`:@@asylum.whyCoordinator:As coordinator: why it is you who say so`), optional: true },
    ],
  },
  extend: {
    title: $localize`:@@asylum.extend:Deadline extended`,
    contract: DeadlineDayInput,
    fields: () => [day('dueOn', $localize`:@@asylum.newDay:New last day`), area('words', WHY)],
  },
  miss: { title: $localize`:@@asylum.miss:Deadline missed`, contract: DeadlineEndInput, fields: () => [area('words', WHY)] },
  not_use: {
    title: $localize`:@@asylum.notUse:The client does not use it`,
    contract: DeadlineEndInput,
    fields: () => [area('words', WHY)],
  },
  enter: {
    title: $localize`:@@asylum.enterDay:What the lawyer said`,
    contract: DeadlineDayInput,
    fields: () => [
      day('dueOn', $localize`:@@asylum.dueOn:Last day`),
      area('words', $localize`:@@asylum.whoSaid:Who said so, and on what it rests`),
    ],
  },
  review: {
    title: $localize`:@@asylum.review:How it came to be missed`,
    contract: MissedReviewInput,
    fields: () => [
      area('whoKnew', $localize`:@@asylum.whoKnew:Who knew of it`),
      select('remedy', $localize`:@@asylum.remedy:What can still be done`, choicesOf(missedRemedy)),
      { name: 'ourFault', label: $localize`:@@asylum.ourFault:Was it our fault?`, kind: 'yes-no' },
    ],
  },
};

export const isDeadlineAct = (action: string): action is DeadlineAct => Object.hasOwn(DEADLINE_ACTS, action);
export const deadlineActTitle = (action: DeadlineAct): string => DEADLINE_ACTS[action].title;

export function deadlineAct(api: AsylumApi, { id, caseId }: Pick<DeadlineView, 'id' | 'caseId'>, action: DeadlineAct): Act {
  const { title, contract, fields } = DEADLINE_ACTS[action];
  return act(caseId, title, contract, fields(), (value, intent) => api.onDeadline(id, action, value, intent));
}

const permitFields = (demo: boolean): ActField[] => [
  select('country', COUNTRY, countries(demo)),
  select('type', $localize`:@@asylum.permitType:Kind of paper`, choicesOf(permitType)),
  text(
    'number',
    $localize`:@@asylum.number:Number`,
    true,
    $localize`:@@asylum.numberHint:Masked until somebody asks for it and says why. Left empty, it stays as it is.`,
  ),
  day('validFrom', $localize`:@@asylum.validFrom:Valid from`, true),
  day('validTo', $localize`:@@asylum.validTo:Last day`, true),
  { name: 'unlimited', label: $localize`:@@asylum.unlimited:Without an end`, kind: 'check', optional: true },
  day('cardReceivedOn', $localize`:@@asylum.cardReceived:Card received on`, true),
];

export function newPermit(api: AsylumApi, caseId: string, demo: boolean, follows?: PermitView): Act {
  const send: Send = (value, intent) => api.addPermit(caseId, { ...value, ...(follows ? { followsId: follows.id } : {}) }, intent);
  const title = follows ? $localize`:@@asylum.nextPermit:The permit that follows` : $localize`:@@asylum.newPermit:New permit`;
  return act(caseId, title, PermitInput, permitFields(demo), send, {
    unlimited: false,
    ...(follows ? { country: follows.country, type: follows.type } : {}),
  });
}

export function editPermit(api: AsylumApi, permit: PermitView, demo: boolean): Act {
  const { country, type, validFrom, validTo, unlimited, cardReceivedOn } = permit;
  const send: Send = (value) => api.editPermit(permit.id, value, permit.version);
  return act(permit.caseId, $localize`:@@asylum.editPermit:Change the permit`, PermitInput, permitFields(demo), send, {
    country,
    type,
    validFrom,
    validTo,
    unlimited,
    cardReceivedOn,
  });
}

export function renewPermit(api: AsylumApi, { id, caseId }: PermitView): Act {
  const fields = [day('lodgedOn', $localize`:@@asylum.renewedOn:Renewal lodged on`), { ...PROOF, optional: false }];
  return act(caseId, $localize`:@@asylum.renew:Renewal lodged`, PermitRenewalInput, fields, (value, intent) =>
    api.onPermit(id, 'renewal', value, intent),
  );
}

export function withdrawPermit(api: AsylumApi, { id, caseId }: PermitView): Act {
  const fields = [day('on', $localize`:@@asylum.on:On`)];
  return act(caseId, $localize`:@@asylum.withdrawPermit:Withdrawn by the authority`, PermitWithdrawalInput, fields, (value, intent) =>
    api.onPermit(id, 'withdrawal', value, intent),
  );
}

const representationFields = (): ActField[] => [
  { name: 'who', label: $localize`:@@asylum.who:Who`, kind: 'who' },
  select('capacity', $localize`:@@asylum.capacity:As what`, choicesOf(legalRepCapacity)),
  text('contact', $localize`:@@asylum.contact:How they are reached`),
  day('fromOn', $localize`:@@asylum.fromOn:Since`),
  day('toOn', $localize`:@@asylum.toOn:Until`, true),
  { name: 'conflictChecked', label: $localize`:@@asylum.conflict:Checked: no conflict of interest`, kind: 'check' },
  { name: 'mandateId', label: $localize`:@@asylum.mandate:Mandate`, kind: 'paper', optional: true, paper: 'LEGAL_MANDATE' },
  {
    name: 'mayReceiveFiles',
    label: $localize`:@@asylum.mayReceive:May receive files`,
    kind: 'check',
    optional: true,
    hint: $localize`:@@asylum.mayReceiveHint:Only with the person’s consent to share with this representative (C04).`,
  },
];

export function newRepresentation(api: AsylumApi, caseId: string): Act {
  const known = { mayReceiveFiles: false, conflictChecked: false };
  return act(
    caseId,
    $localize`:@@asylum.newRepresentation:Legal representative`,
    RepresentationInput,
    representationFields(),
    (value, intent) => api.addRepresentation(caseId, value, intent),
    known,
  );
}

export function editRepresentation(api: AsylumApi, it: RepresentationView): Act {
  const { capacity, contact, fromOn, toOn, conflictChecked, mayReceiveFiles, mandateId, claimId } = it;
  const known = { who: { kind: it.whoKind, name: it.name }, capacity, contact, fromOn, toOn, conflictChecked, mayReceiveFiles, mandateId };
  const send: Send = (value) => api.editRepresentation(it.id, { ...value, ...(claimId ? { claimId } : {}) }, it.version);
  return act(
    it.caseId,
    $localize`:@@asylum.editRepresentation:Change the representative`,
    RepresentationInput,
    representationFields(),
    send,
    known,
  );
}

export function shareWith(api: AsylumApi, { id, caseId }: RepresentationView): Act {
  const fields: ActField[] = [
    {
      name: 'scope',
      label: $localize`:@@asylum.scope:Which things of the consent`,
      kind: 'checks',
      choices: choicesOf(consentScope).slice(1, 16),
    },
    area('what', $localize`:@@asylum.shared:What is given`),
  ];
  const note = $localize`:@@asylum.shareText:The consent is asked for at this moment, for this representative and each of these things.`;
  return act(
    caseId,
    $localize`:@@asylum.share:Share with the representative`,
    LegalShareInput,
    fields,
    (value, intent) => api.share(id, value, intent),
    {},
    note,
  );
}
