import type { RecipientInput } from '@panah/contracts/consent-scope.contract';
import { LegalShareInput, RepresentationInput, type RepresentationView } from '@panah/contracts/permits.contract';
import { legalRepCapacity } from '@panah/domain/vocabulary/claims';
import { consentScope, recipientKind } from '@panah/domain/vocabulary/consents';
import { choicesOf } from '../platform/form/choices';
import type { FormQuestion, QuestionField } from '../platform/form/form-question';
import { saysCode } from '../platform/form/stale-edits';
import { listed } from '../platform/text/listed';
import { act, area, change, day, paper, select, text } from './act-fields';
import type { AsylumApi } from './asylum.api';
import { WhoField } from './who-field';

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

const whoWords = ({ kind, name }: RecipientInput): string => listed([name, saysCode(recipientKind)(kind)]);

export function newRepresentation(api: AsylumApi, caseId: string): FormQuestion {
  return act(
    $localize`:@@asylum.newRepresentation:Legal representative`,
    RepresentationInput,
    representationFields(caseId),
    (value, intent) => api.addRepresentation(caseId, value, intent),
  );
}

export function editRepresentation(api: AsylumApi, it: RepresentationView): FormQuestion {
  return change($localize`:@@asylum.editRepresentation:Change the representative`, RepresentationInput, representationFields(it.caseId), {
    it,
    start: representationStart,
    read: () => api.representation(it.id),
    send: (value, version) => api.editRepresentation(it.id, value, version),
  });
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
