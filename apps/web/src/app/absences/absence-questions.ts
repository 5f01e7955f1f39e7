import { AbsenceInput, type AbsenceView, DeputyInput } from '@panah/contracts/absences.contract';
import type { TaskPersonView } from '@panah/contracts/tasks.contract';
import type { FormQuestion, UsualField } from '../platform/form/form-question';
import type { Api } from '../platform/http/api';
import { ABSENCE_TEXTS } from './absence-words';

const who = (name: string, colleagues: readonly TaskPersonView[]): UsualField => ({
  name,
  kind: 'select',
  label: $localize`:@@absences.who:Who`,
  choices: colleagues.map((colleague) => ({ code: colleague.id, label: colleague.name })),
});

/** Days on which somebody is not there; not why. `others`: for whom the reader may record it besides themself. */
export const absenceQuestion = (
  api: Api,
  officeId: string,
  others: readonly TaskPersonView[],
): FormQuestion<AbsenceView, AbsenceInput> => ({
  title: $localize`:@@absences.record:Record an absence`,
  contract: AbsenceInput,
  texts: ABSENCE_TEXTS,
  onlyGiven: true,
  start: { officeId, staffId: '' },
  fields: [
    ...(others.length ? [{ ...who('staffId', others), empty: $localize`:@@absences.myself:Myself` }] : []),
    { name: 'from', kind: 'day', label: $localize`:@@absences.from:First day` },
    { name: 'until', kind: 'day', label: $localize`:@@absences.until:Last day` },
  ],
  send: (input, intent) => api.post('/api/absences', input, intent),
});

/** Names who stands in. */
export const deputyQuestion = (
  api: Api,
  absenceId: string,
  colleagues: readonly TaskPersonView[],
): FormQuestion<AbsenceView, DeputyInput> => ({
  title: $localize`:@@absences.name:Name a deputy`,
  text: $localize`:@@absences.nameText:What is due shows to the deputy. Files on whose team they do not stand yet open once both questions are answered; they are asked now.`,
  contract: DeputyInput,
  texts: ABSENCE_TEXTS,
  fields: [who('deputyId', colleagues)],
  send: (input, intent) => api.post(`/api/absences/${absenceId}/deputy`, input, intent),
});
