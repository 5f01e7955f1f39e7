import type { Routes } from '@angular/router';

export const healthRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@health.title:System`,
    loadComponent: () => import('./health-page').then((m) => m.HealthPage),
  },
];
