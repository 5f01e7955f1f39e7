import type { Routes } from '@angular/router';
import { unsavedGuard } from '../platform/form/unsaved-guard';
import { provideProblemTexts } from '../platform/problem/problem-texts';
import { INCIDENT_PROBLEMS } from './incidents.texts';

/** Incidents in reach, and each of them. */
export const incidentsRoutes: Routes = [
  {
    path: '',
    providers: [provideProblemTexts(INCIDENT_PROBLEMS)],
    children: [
      {
        path: '',
        title: $localize`:@@incidents.title:Incidents`,
        loadComponent: () => import('./incident-list').then((m) => m.IncidentList),
      },
      {
        path: ':incidentId',
        title: $localize`:@@incidents.one:Incident`,
        loadComponent: () => import('./incident-page').then((m) => m.IncidentPage),
      },
    ],
  },
];

/** What concerns the office is reported without a file, also by those who read no incidents. */
export const incidentReportRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@incidents.reportTitle:Report an incident`,
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./incident-report').then((m) => m.IncidentReport),
  },
];
