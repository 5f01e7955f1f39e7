import type { Routes } from '@angular/router';
import { provideProblemTexts } from '../platform/problem/problem-texts';
import { CLIENT_PROBLEMS } from './client.texts';

/** A client by themself; with a case, the file's own page shows the same parts. */
export const clientsRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@clients.file:File`,
    providers: [provideProblemTexts(CLIENT_PROBLEMS)],
    children: [{ path: ':clientId', loadComponent: () => import('./client-page').then((m) => m.ClientPage) }],
  },
];
