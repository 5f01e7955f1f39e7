import type { Routes } from '@angular/router';
import { provideProblemTexts } from '../platform/problem/problem-texts';
import { STAFF_PROBLEMS } from './staff.texts';

/** One's own account. */
export const accountRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@staff.myAccount:My account`,
    providers: [provideProblemTexts(STAFF_PROBLEMS)],
    loadComponent: () => import('./account-page').then((m) => m.AccountPage),
  },
];

/** One's own sessions. */
export const sessionsRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@staff.mySessions:My sessions`,
    loadComponent: () => import('./sessions-page').then((m) => m.SessionsPage),
  },
];
