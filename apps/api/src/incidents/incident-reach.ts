import type { Word } from '@panah/domain/access/access-table';
import { mayOn, type PlaceOfReader } from '../platform/access/may-on';
import {
  currentActor,
  currentReach,
  hasWord,
  officesOfRoles,
  REACH_PARAMETERS,
  reachValues,
  withinReach,
  withinReachOfOne,
} from '../platform/access/current-reach';
import type { IncidentRow } from './incident';

/** Whose an incident is: a client's on a case, or an office's alone. */
export type Whose = { officeId: string } & ({ clientId: string; caseId: string } | { clientId: null; caseId: null });

/** How many parameters the reach to incidents takes: those of a client, and the offices of `officesOfRoles`. */
export const INCIDENT_REACH = REACH_PARAMETERS + 1;

const within = (ofClient: string, first: number): string => {
  const [offices, staff, own] = [`$${first}::uuid[]`, `$${first + 1}::uuid`, `$${first + REACH_PARAMETERS}::uuid[]`];
  const ofOffice = `i.office_id = any(${offices}) or (i.reported_by = ${staff} and i.office_id = any(${own}))`;
  // what was opened in silence is the coordinators' alone
  return `((i.client_id is not null and ${ofClient} and (not i.silent or i.office_id = any(${offices}))) or (i.client_id is null and (${ofOffice})))`;
};

/**
 * SQL that is true for the incidents of alias `i` in reach (model 5.1, row 28). Of a client: as of everything that hangs on a client. Of the
 * office: its coordinators, and whoever reported it where their role reads incidents.
 * @param first the number of its first parameter; filled by `incidentReach`
 */
export const withinIncidents = (first: number): string => within(withinReach('i', 'client_id', first), first);

/** As `withinIncidents`, for one that is found otherwise. */
export const withinOneIncident = (first: number): string => within(withinReachOfOne('i', 'client_id', first), first);

export const incidentReach = (word: Word): unknown[] => [...reachValues(word), officesOfRoles(word)];

/** Offices whose incidents the reader may report: those of their roles that have the word. */
export const officesToReportIn = (): string[] => [...currentReach('incident:report').offices, ...officesOfRoles('incident:report')];

/**
 * Whether the reader may do this about an incident: on its case, or where it names none, in its office or as whoever reported it.
 * @param file the case as the reader reaches it; null without one
 */
export function mayAbout({ officeId, reportedBy }: Pick<IncidentRow, 'officeId' | 'reportedBy'>, file: PlaceOfReader | null) {
  return (word: Word): boolean => {
    if (file) return mayOn(word, file);
    if (!hasWord(word)) return false;
    const own = reportedBy === currentActor().staffId && officesOfRoles(word).includes(officeId);
    return own || currentReach(word).offices.includes(officeId);
  };
}
