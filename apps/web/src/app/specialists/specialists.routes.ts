import type { Routes } from '@angular/router';

/** The queues of the reader's specialties. */
export const specialistsRoutes: Routes = [
  { path: '', title: $localize`:@@specialists.title:Requests`, loadComponent: () => import('./queue-page').then((m) => m.QueuePage) },
];
