import type { Routes } from '@angular/router';
import { provideProblemTexts } from '../platform/problem/problem-texts';
import { STAFF_PROBLEMS } from './staff.texts';

/** For somebody with a one-time code. */
export const activateRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@staff.activateTitle:Set up your account`,
    providers: [provideProblemTexts(STAFF_PROBLEMS)],
    loadComponent: () => import('./activate-page').then((m) => m.ActivatePage),
  },
];

/** For whoever reads the console of an empty house. */
export const firstAccountRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@staff.firstTitle:The first account`,
    providers: [provideProblemTexts(STAFF_PROBLEMS)],
    loadComponent: () => import('./first-account-page').then((m) => m.FirstAccountPage),
  },
];
