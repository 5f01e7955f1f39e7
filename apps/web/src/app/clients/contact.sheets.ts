import {
  ContactPointInput,
  type ContactPointView,
  DuressWordInput,
  type SafeContactPlanView,
  SafeContactPlanInput,
} from '@panah/contracts/client-contact.contract';
import { contactChannel, contactSafety, deviceTrust, leaveMessage } from '@panah/domain/vocabulary/clients';
import { choicesOf } from '../platform/form/choices';
import type { ClientsApi } from './clients.api';
import type { QuestionField } from '../platform/form/form-question';
import { languageChoices } from '../platform/form/place-choices';
import type { LineSheet, Sheet } from './line.sheets';
import { hoursField } from './own-fields';

export const contactPointLines = (): LineSheet<ContactPointView> => ({
  lines: 'contact-points',
  add: $localize`:@@clients.addPoint:Add a contact point`,
  edit: $localize`:@@clients.editPoint:Edit the contact point`,
  contract: ContactPointInput,
  linesOf: ({ contactPoints }) => contactPoints,
  startOf: (point) => ({
    channel: point?.channel ?? 'PHONE_CALL',
    value: '',
    label: point?.label ?? '',
    safety: point?.safety ?? 'UNVERIFIED',
    conditions: point?.conditions ?? '',
    preferred: point?.preferred ?? false,
    deviceTrust: point?.deviceTrust ?? null,
    language: point?.language ?? null,
    verifiedOn: point?.verifiedOn ?? null,
    lastSafeCheckOn: point?.lastSafeCheckOn ?? null,
    retiredReason: point?.retiredReason ?? '',
  }),
  fields: [
    { name: 'channel', kind: 'select', choices: choicesOf(contactChannel), label: $localize`:@@clients.channel:Way` },
    {
      name: 'value',
      kind: 'text',
      optional: true,
      label: $localize`:@@clients.value:Number or address`,
      hint: $localize`:@@clients.valueHint:Left empty on an edit, what is kept stays.`,
    },
    { name: 'label', kind: 'text', optional: true, label: $localize`:@@clients.pointLabel:What to call it` },
    { name: 'safety', kind: 'select', choices: choicesOf(contactSafety), label: $localize`:@@clients.safety:Safety` },
    { name: 'conditions', kind: 'text', optional: true, label: $localize`:@@clients.conditions:Safe under these conditions` },
    { name: 'preferred', kind: 'check', label: $localize`:@@clients.preferred:Use this one first` },
    {
      name: 'deviceTrust',
      kind: 'select',
      choices: choicesOf(deviceTrust),
      optional: true,
      label: $localize`:@@clients.device:Whose device`,
    },
    { name: 'language', kind: 'select', choices: languageChoices(), optional: true, label: $localize`:@@clients.language:Language` },
    { name: 'verifiedOn', kind: 'day', optional: true, label: $localize`:@@clients.verifiedOn:Confirmed as theirs on` },
    { name: 'lastSafeCheckOn', kind: 'day', optional: true, label: $localize`:@@clients.checkedOn:Safety last checked on` },
    {
      name: 'retiredReason',
      kind: 'text',
      optional: true,
      label: $localize`:@@clients.retiredReason:Why it is no longer in use`,
    },
  ],
});

/** Only for who has opened it; without one, a first plan. */
export const planSheet = (clients: ClientsApi, clientId: string, plan: SafeContactPlanView | null, timeZone: string): Sheet => ({
  title: $localize`:@@clients.planTitle:Safe-contact plan`,
  text: $localize`:@@clients.planText:Agreed with the person. Cover words are neutral; never a real institution.`,
  contract: SafeContactPlanInput,
  start: planStart(plan, timeZone),
  version: plan?.version ?? 0,
  fields: planFields(),
  send: (value, _intent, version) => clients.replace(clientId, 'safe-contact-plan', value, version),
  meanwhile: async () => {
    const { plan: now } = await clients.contact(clientId, 'CHECK_RECORD');
    return now && { start: planStart(now, timeZone), version: now.version };
  },
});

function planStart(plan: SafeContactPlanView | null, timeZone: string): object {
  return {
    okHours: plan?.okHours ?? [],
    timeZone: plan?.timeZone ?? timeZone,
    identifyAs: plan?.identifyAs ?? '',
    leaveMessage: plan?.leaveMessage ?? 'NO',
    neverText: plan?.neverText ?? '',
    codeWord: plan?.codeWord ?? '',
    checkIn: plan?.checkIn ?? '',
    ifNoAnswer: plan?.ifNoAnswer ?? '',
    trustedPerson: plan?.trustedPerson ?? '',
    reviewOn: plan?.reviewOn ?? null,
  };
}

const planFields = (): readonly QuestionField[] => [
  hoursField({ name: 'okHours', optional: true, label: $localize`:@@clients.okHours:Hours in which contact is safe` }),
  { name: 'timeZone', kind: 'text', label: $localize`:@@clients.timeZone:Time zone of these hours` },
  {
    name: 'identifyAs',
    kind: 'text',
    label: $localize`:@@clients.identifyAs:Say that it is about`,
    hint: $localize`:@@clients.identifyHint:For example: the course.`,
  },
  { name: 'leaveMessage', kind: 'select', choices: choicesOf(leaveMessage), label: $localize`:@@clients.leaveMessage:Leave a message` },
  { name: 'neverText', kind: 'area', optional: true, label: $localize`:@@clients.neverText:Words never to use` },
  {
    name: 'codeWord',
    kind: 'text',
    optional: true,
    label: $localize`:@@clients.codeWord:Code word`,
    hint: $localize`:@@clients.codeWordHint:By which they know that it is us.`,
  },
  { name: 'checkIn', kind: 'text', optional: true, label: $localize`:@@clients.checkIn:When they check in` },
  { name: 'ifNoAnswer', kind: 'area', label: $localize`:@@clients.ifNoAnswer:If nobody answers` },
  { name: 'trustedPerson', kind: 'text', optional: true, label: $localize`:@@clients.trusted:Trusted person` },
  {
    name: 'reviewOn',
    kind: 'day',
    label: $localize`:@@clients.reviewOn:Talk it over again on`,
    hint: $localize`:@@clients.reviewShort:A day from today to 90 days ahead.`,
  },
];

export const duressSheet = (clients: ClientsApi, clientId: string): Sheet => ({
  title: $localize`:@@clients.duressTitle:Duress word`,
  text: $localize`:@@clients.duressText:Said by the person, it means that they cannot speak freely. The primary worker and the coordinator can open it.`,
  contract: DuressWordInput,
  start: { word: '' },
  version: 0,
  fields: [{ name: 'word', kind: 'text', label: $localize`:@@clients.duressWord:The word` }],
  send: (value) => clients.replace(clientId, 'duress-word', value, 0),
});
