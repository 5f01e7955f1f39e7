import type { Routes } from '@angular/router';
import { provideProblemTexts } from '../platform/problem/problem-texts';
import { COUNSELLING_PROBLEMS } from './counselling.texts';

/** The counsellors' room: what waits, their episodes, and each episode by itself. */
export const counsellingRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@counselling.title:Counselling`,
    providers: [provideProblemTexts(COUNSELLING_PROBLEMS)],
    children: [
      { path: '', loadComponent: () => import('./desk-page').then((m) => m.DeskPage) },
      { path: 'forms', loadComponent: () => import('./instruments-page').then((m) => m.InstrumentsPage) },
      { path: ':episodeId', loadComponent: () => import('./episode-page').then((m) => m.EpisodePage) },
    ],
  },
];
