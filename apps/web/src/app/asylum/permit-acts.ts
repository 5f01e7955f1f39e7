import { PermitInput, PermitRenewalInput, type PermitView, PermitWithdrawalInput } from '@panah/contracts/permits.contract';
import { permitType } from '@panah/domain/vocabulary/legal-deadlines';
import { choicesOf } from '../platform/form/choices';
import type { FormQuestion, QuestionField } from '../platform/form/form-question';
import { act, change, countries, COUNTRY, day, proof, select, text } from './act-fields';
import type { AsylumApi } from './asylum.api';

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
  return change($localize`:@@asylum.editPermit:Change the permit`, PermitInput, permitFields(demo), {
    it: permit,
    start: permitStart,
    read: () => api.permit(permit.id),
    send: (value, version) => api.editPermit(permit.id, value, version),
  });
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
