import { incidentPlace, type IncidentSecrets } from '../incidents/incident';
import { newId } from '../platform/new-id';
import { momentAgo, type Setting } from './setting';
import type { Shelf } from './shelf';

type Told = Pick<IncidentSecrets, 'description' | 'affectedOthers' | 'authorityReport'> & { type: string; daysAgo: number };

const TOLD: readonly Told[] = [
  {
    type: 'PROPERTY',
    daysAgo: 3,
    description: 'The lock of the back door was broken over the weekend. Nothing is missing as far as we can see.',
    affectedOthers: 'The office: back door, meeting room',
    authorityReport: 'PLANNED',
  },
  {
    type: 'DATA_BREACH',
    daysAgo: 1,
    description: 'A letter with the room plan of a house went to the wrong address. It came back unopened.',
    affectedOthers: 'The room plan of one house',
    authorityReport: 'NOT_WANTED',
  },
];

/** Lays what concerned each office itself: it names no client, and waits for its severity. */
export function layOfficeIncidents(shelf: Shelf, setting: Setting): void {
  for (const { id: officeId, caseworkers } of setting.offices)
    for (const { type, daysAgo, ...told } of TOLD) {
      const id = newId();
      const at = momentAgo(setting, daysAgo, 8 * 60);
      const payload: IncidentSecrets = {
        ...told,
        occurred: null,
        occurredTime: null,
        channel: null,
        allegedSource: 'UNKNOWN',
        authorityRef: null,
        wishes: '',
        deeds: [],
        lessons: null,
        clientInformed: null,
        duress: false,
      };
      shelf.add(
        'incident',
        {
          id,
          org_id: setting.orgId,
          office_id: officeId,
          type,
          state: 'REPORTED',
          confidence: 'REPORTED',
          silent: false,
          reporter_hidden: false,
          reported_by: caseworkers[0],
          reported_at: at,
          seal_version: 1,
          version: 1,
        },
        { place: incidentPlace({ id, sealVersion: 1 }), payload },
      );
    }
}
