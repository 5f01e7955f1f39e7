import type { RedirectFunction, Routes } from '@angular/router';

/** What lies inside the shell: the rooms, the way to the first open one, and the page for every other address. */
export const shellRoutes = (rooms: Routes, firstOpenPage: RedirectFunction): Routes => [
  ...rooms,
  { path: '', pathMatch: 'full', redirectTo: firstOpenPage },
  {
    path: 'nothing-open',
    title: $localize`:@@platform.nothingOpen:Nothing is open to you yet`,
    loadComponent: () => import('./nothing-open-page').then((m) => m.NothingOpenPage),
  },
  {
    path: '**',
    title: $localize`:@@platform.notFound:Not found`,
    loadComponent: () => import('./not-found-page').then((m) => m.NotFoundPage),
  },
];
