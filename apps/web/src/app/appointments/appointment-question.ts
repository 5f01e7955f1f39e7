import { AppointmentInput, type AppointmentListView, type AppointmentView } from '@panah/contracts/appointments.contract';
import { appointmentKind } from '@panah/domain/vocabulary/appointments';
import { choicesOf } from '../platform/form/choices';
import type { FormQuestion } from '../platform/form/form-question';
import type { Api } from '../platform/http/api';
import { ownerField, titleField } from '../tasks/owned-work.part';
import { APPOINTMENT_TEXTS } from './appointment-words';

const ZONES = Intl.supportedValuesOf('timeZone').map((zone) => ({ code: zone, label: zone }));

/** Agrees an appointment, at the time a clock there shows, or changes one. */
export const appointmentQuestion = (
  api: Api,
  caseId: string,
  { owners, officeTimeZone }: Pick<AppointmentListView, 'owners' | 'officeTimeZone'>,
  before?: AppointmentView,
): FormQuestion<AppointmentView, AppointmentInput> => ({
  title: before ? $localize`:@@appointments.editTitle:Change the appointment` : $localize`:@@appointments.newTitle:New appointment`,
  contract: AppointmentInput,
  texts: APPOINTMENT_TEXTS,
  onlyGiven: true,
  start: startOf(officeTimeZone, before),
  version: before?.version ?? 0,
  fields: [
    { name: 'kind', kind: 'select', label: $localize`:@@appointments.kind:What for`, choices: choicesOf(appointmentKind) },
    titleField(),
    { name: 'on', kind: 'day', label: $localize`:@@appointments.on:Day` },
    {
      name: 'at',
      kind: 'time',
      label: $localize`:@@appointments.at:Time`,
      hint: $localize`:@@appointments.atHint:As the clock there shows it.`,
    },
    { name: 'timeZone', kind: 'select', label: $localize`:@@appointments.timeZone:Time zone`, choices: ZONES, ltr: true },
    { name: 'minutes', kind: 'number', label: $localize`:@@appointments.minutes:Minutes` },
    {
      name: 'place',
      kind: 'text',
      label: $localize`:@@appointments.place:Where`,
      hint: $localize`:@@appointments.placeHint:Sealed like an address; shown one at a time, for a reason. Left empty, it stays as it was.`,
      optional: true,
    },
    { name: 'persons', kind: 'text', label: $localize`:@@appointments.persons:Who else is there`, optional: true },
    ownerField(owners, $localize`:@@appointments.owner:Who goes`),
  ],
  send: (input, intent, version) =>
    before ? api.replace(`/api/appointments/${before.id}`, input, version) : api.post(`/api/cases/${caseId}/appointments`, input, intent),
  meanwhile: async () => {
    const now = before && (await api.read<AppointmentView>(`/api/appointments/${before.id}`));
    return now ? { start: startOf(officeTimeZone, now), version: now.version } : null;
  },
});

function startOf(officeTimeZone: string, appointment?: AppointmentView) {
  const { kind = 'MEETING', title, on, at, minutes = 45, timeZone = officeTimeZone, persons, owner } = appointment ?? {};
  return { kind, title, on, at, minutes, timeZone, persons, ownerId: owner?.id };
}
