import {
  LegalShareInput,
  PermitInput,
  PermitRenewalInput,
  type PermitView,
  PermitWithdrawalInput,
  RepresentationInput,
  type RepresentationView,
} from '@panah/contracts/permits.contract';
import { legalRepCapacity } from '@panah/domain/vocabulary/claims';
import { consentScope } from '@panah/domain/vocabulary/consents';
import { permitType } from '@panah/domain/vocabulary/legal-deadlines';
import { choicesOf } from '../platform/form/choices';
import type { Act, ActField } from './act';
import type { AsylumApi } from './asylum.api';
import { act, day, text, area, select, countries, COUNTRY, type Send, PROOF } from './act-fields';

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
