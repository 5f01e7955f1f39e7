import { HelpGivenInput, type HelpGivenView } from '@panah/contracts/reintegration.contract';
import { serviceRequested } from '@panah/domain/vocabulary/partners';
import { choicesOf } from '../platform/form/choices';
import type { FormQuestion } from '../platform/form/form-question';
import type { ReintegrationApi } from './reintegration.api';
import { REINTEGRATION_TEXTS } from './reintegration.texts';

/** Help that was given, or its correction. */
export const helpQuestion = (
  api: ReintegrationApi,
  caseId: string,
  today: string,
  before?: HelpGivenView,
): FormQuestion<HelpGivenView, HelpGivenInput> => ({
  title: $localize`:@@reintegration.helpTitle:Help given`,
  contract: HelpGivenInput,
  texts: REINTEGRATION_TEXTS,
  onlyGiven: true,
  start: before ? shapeOf(before) : { givenOn: today },
  version: before?.version ?? 0,
  fields: [
    { name: 'service', kind: 'select', label: $localize`:@@reintegration.service:Service`, choices: choicesOf(serviceRequested) },
    { name: 'givenOn', kind: 'day', label: $localize`:@@reintegration.on:On` },
    { name: 'amount', kind: 'text', label: $localize`:@@reintegration.amount:Amount`, ltr: true, optional: true },
    { name: 'currency', kind: 'text', label: $localize`:@@reintegration.currency:Currency`, ltr: true, optional: true },
    { name: 'what', kind: 'area', label: $localize`:@@reintegration.what:What`, optional: true },
  ],
  send: (input, intent, version) => (before ? api.correctHelp(before.id, input, version) : api.help(caseId, input, intent)),
  meanwhile: async () => {
    const now = before && (await api.oneHelp(before.id));
    return now ? { start: shapeOf(now), version: now.version } : null;
  },
});

const shapeOf = ({ service, givenOn, amount, currency, what }: HelpGivenView) => ({ service, givenOn, amount, currency, what });
