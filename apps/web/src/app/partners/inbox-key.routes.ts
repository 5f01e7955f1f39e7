import type { Routes } from '@angular/router';
import { provideProblemTexts } from '../platform/problem/problem-texts';
import { INBOX_PROBLEMS } from './partner.texts';

/** A partner's own key: where its people begin. */
export const inboxKeyRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@partners.inboxKey:Key`,
    providers: [provideProblemTexts(INBOX_PROBLEMS)],
    loadComponent: () => import('./inbox-key-page').then((m) => m.InboxKeyPage),
  },
];
