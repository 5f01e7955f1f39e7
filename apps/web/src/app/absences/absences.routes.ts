import type { Routes } from '@angular/router';
import { provideProblemTexts } from '../platform/problem/problem-texts';
import { ABSENCE_PROBLEMS } from './absence-words';

export const absencesRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@absences.title:Absence`,
    providers: [provideProblemTexts(ABSENCE_PROBLEMS)],
    loadComponent: () => import('./absence-page').then((m) => m.AbsencePage),
  },
];
