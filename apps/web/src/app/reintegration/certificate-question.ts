import { CertificateInput, type CertificateView } from '@panah/contracts/reintegration.contract';
import type { FormQuestion } from '../platform/form/form-question';
import type { ReintegrationApi } from './reintegration.api';
import { REINTEGRATION_TEXTS } from './reintegration.texts';

/** What stands on a certificate of attendance. */
export const certificateQuestion = (api: ReintegrationApi, caseId: string): FormQuestion<CertificateView, CertificateInput> => ({
  title: $localize`:@@reintegration.issue:Issue a certificate`,
  text: $localize`:@@reintegration.issueText:The paper names the person, the activity and the office; nothing else of the file.`,
  act: $localize`:@@reintegration.issue:Issue a certificate`,
  contract: CertificateInput,
  texts: REINTEGRATION_TEXTS,
  onlyGiven: true,
  fields: [
    { name: 'name', kind: 'text', label: $localize`:@@reintegration.paperName:Name on the paper` },
    { name: 'activity', kind: 'text', label: $localize`:@@reintegration.activity:Took part in` },
    { name: 'from', kind: 'day', label: $localize`:@@reintegration.from:From` },
    { name: 'until', kind: 'day', label: $localize`:@@reintegration.until:Until` },
    { name: 'hours', kind: 'text', label: $localize`:@@reintegration.hours:Hours`, ltr: true, optional: true },
  ],
  send: (input, intent) => api.issue(caseId, input, intent),
});
