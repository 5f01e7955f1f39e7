import type { IncidentState } from '@panah/domain/incidents/incident.process';
import { incidentState } from '@panah/domain/vocabulary/incidents';
import type { StateLooks } from '../platform/text/state-mark';

/** Where an incident stands. */
export const INCIDENT_STATES: StateLooks<IncidentState> = {
  codes: incidentState,
  looks: {
    REPORTED: { icon: 'going', tone: 'danger' },
    ASSESSED: { icon: 'going', tone: 'due' },
    ACTION: { icon: 'going', tone: 'due' },
    MONITORING: { icon: 'going', tone: 'waiting' },
    CLOSED: { icon: 'done', tone: 'plain' },
  },
};
