import type { Routes } from '@angular/router';

export const dayRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@day.title:My day`,
    loadComponent: () => import('./day-page').then((m) => m.DayPage),
  },
];
