import type { Routes } from '@angular/router';
import { needsWord } from '../platform/access/guards';
import { provideProblemTexts } from '../platform/problem/problem-texts';
import { ASYLUM_PROBLEMS } from './asylum.texts';

/** The legal adviser’s page, and the rules that its days rest on. */
export const deadlinesRoutes: Routes = [
  {
    path: '',
    providers: [provideProblemTexts(ASYLUM_PROBLEMS)],
    children: [
      {
        path: '',
        title: $localize`:@@asylum.deadlines:Deadlines`,
        loadComponent: () => import('./deadlines-page').then((m) => m.DeadlinesPage),
      },
      {
        path: 'countries',
        title: $localize`:@@asylum.rules:Rules of countries`,
        canMatch: [needsWord('profile:read')],
        loadComponent: () => import('./countries-page').then((m) => m.CountriesPage),
      },
    ],
  },
];
