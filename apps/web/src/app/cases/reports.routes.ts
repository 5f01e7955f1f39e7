import type { Routes } from '@angular/router';
import { provideProblemTexts } from '../platform/problem/problem-texts';
import { CASE_PROBLEMS } from './case.texts';

/** The coordinator's reports, each with its picture, its table and the list behind each number. */
export const reportsRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@cases.reports:Reports`,
    providers: [provideProblemTexts(CASE_PROBLEMS)],
    loadComponent: () => import('./reports-page').then((m) => m.ReportsPage),
  },
];
