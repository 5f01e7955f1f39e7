import {
  LegalShareInput,
  PermitInput,
  PermitRenewalInput,
  type PermitView,
  PermitWithdrawalInput,
  RepresentationInput,
  type RepresentationView,
} from '@panah/contracts/permits.contract';
import type { RecipientInput } from '@panah/contracts/consent-scope.contract';
import { legalRepCapacity } from '@panah/domain/vocabulary/claims';
import { consentScope, recipientKind } from '@panah/domain/vocabulary/consents';
import { permitType } from '@panah/domain/vocabulary/legal-deadlines';
import { choicesOf } from '../platform/form/choices';
import type { FormQuestion, QuestionField } from '../platform/form/form-question';
import { saysCode } from '../platform/form/stale-edits';
import { act, area, countries, COUNTRY, day, paper, proof, select, text } from './act-fields';
import type { AsylumApi } from './asylum.api';
import { WhoField } from './who-field';

const permitFields = (demo: boolean): QuestionField[] => [
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

export function newPermit(api: AsylumApi, caseId: string, demo: boolean, follows?: PermitView): FormQuestion {
  return act(
    follows ? $localize`:@@asylum.nextPermit:The permit that follows` : $localize`:@@asylum.newPermit:New permit`,
    PermitInput,
    permitFields(demo),
    (value, intent) => api.addPermit(caseId, value, intent),
    { start: follows ? { country: follows.country, type: follows.type, followsId: follows.id } : {} },
  );
}

export function editPermit(api: AsylumApi, permit: PermitView, demo: boolean): FormQuestion {
  return act(
    $localize`:@@asylum.editPermit:Change the permit`,
    PermitInput,
    permitFields(demo),
    (value, _intent, version) => api.editPermit(permit.id, value, version),
    {
      start: permitStart(permit),
      version: permit.version,
      meanwhile: async () => {
        const now = await api.permit(permit.id);
        return { start: permitStart(now), version: now.version };
      },
    },
  );
}

const permitStart = ({ country, type, validFrom, validTo, unlimited, cardReceivedOn }: PermitView) => ({
  country,
  type,
  validFrom,
  validTo,
  unlimited,
  cardReceivedOn,
});

export function renewPermit(api: AsylumApi, { id, caseId }: PermitView): FormQuestion {
  const fields = [day('lodgedOn', $localize`:@@asylum.renewedOn:Renewal lodged on`), { ...proof(caseId), optional: false }];
  return act($localize`:@@asylum.renew:Renewal lodged`, PermitRenewalInput, fields, (value, intent) =>
    api.onPermit(id, 'renewal', value, intent),
  );
}

export function withdrawPermit(api: AsylumApi, { id }: PermitView): FormQuestion {
  const fields = [day('on', $localize`:@@asylum.on:On`)];
  return act($localize`:@@asylum.withdrawPermit:Withdrawn by the authority`, PermitWithdrawalInput, fields, (value, intent) =>
    api.onPermit(id, 'withdrawal', value, intent),
  );
}

const representationFields = (caseId: string): QuestionField[] => [
  { name: 'who', label: $localize`:@@asylum.who:Who`, kind: 'own', component: WhoField, group: true, says: whoWords },
  select('capacity', $localize`:@@asylum.capacity:As what`, choicesOf(legalRepCapacity)),
  text('contact', $localize`:@@asylum.contact:How they are reached`),
  day('fromOn', $localize`:@@asylum.fromOn:Since`),
  day('toOn', $localize`:@@asylum.toOn:Until`, true),
  { name: 'conflictChecked', label: $localize`:@@asylum.conflict:Checked: no conflict of interest`, kind: 'check' },
  paper(caseId, 'mandateId', $localize`:@@asylum.mandate:Mandate`, 'LEGAL_MANDATE'),
  {
    name: 'mayReceiveFiles',
    label: $localize`:@@asylum.mayReceive:May receive files`,
    kind: 'check',
    optional: true,
    hint: $localize`:@@asylum.mayReceiveHint:Only with the person’s consent to share with this representative (C04).`,
  },
];

const whoWords = ({ kind, name }: RecipientInput): string => [name, saysCode(recipientKind)(kind)].join(', ');

export function newRepresentation(api: AsylumApi, caseId: string): FormQuestion {
  return act(
    $localize`:@@asylum.newRepresentation:Legal representative`,
    RepresentationInput,
    representationFields(caseId),
    (value, intent) => api.addRepresentation(caseId, value, intent),
  );
}

export function editRepresentation(api: AsylumApi, it: RepresentationView): FormQuestion {
  return act(
    $localize`:@@asylum.editRepresentation:Change the representative`,
    RepresentationInput,
    representationFields(it.caseId),
    (value, _intent, version) => api.editRepresentation(it.id, value, version),
    {
      start: representationStart(it),
      version: it.version,
      meanwhile: async () => {
        const now = await api.representation(it.id);
        return { start: representationStart(now), version: now.version };
      },
    },
  );
}

function representationStart(it: RepresentationView) {
  const { capacity, contact, fromOn, toOn, conflictChecked, mayReceiveFiles, mandateId, claimId } = it;
  return {
    who: { kind: it.whoKind, name: it.name },
    capacity,
    contact,
    fromOn,
    toOn,
    conflictChecked,
    mayReceiveFiles,
    mandateId,
    claimId,
  };
}

export function shareWith(api: AsylumApi, { id }: RepresentationView): FormQuestion {
  const fields: QuestionField[] = [
    {
      name: 'scope',
      label: $localize`:@@asylum.scope:Which things of the consent`,
      kind: 'checks',
      inRow: true,
      choices: choicesOf(consentScope).slice(1, 16),
    },
    area('what', $localize`:@@asylum.shared:What is given`),
  ];
  return act(
    $localize`:@@asylum.share:Share with the representative`,
    LegalShareInput,
    fields,
    (value, intent) => api.share(id, value, intent),
    {
      text: $localize`:@@asylum.shareText:The consent is asked for at this moment, for this representative and each of these things.`,
    },
  );
}
