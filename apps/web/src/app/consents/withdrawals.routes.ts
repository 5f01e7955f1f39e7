import type { Routes } from '@angular/router';
import { provideProblemTexts } from '../platform/problem/problem-texts';
import { CONSENT_PROBLEMS } from './consents.texts';

/** What somebody outside a case team heard. */
export const withdrawalsRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@consents.heardNav:Withdrawals`,
    providers: [provideProblemTexts(CONSENT_PROBLEMS)],
    loadComponent: () => import('./withdrawal-page').then((m) => m.WithdrawalPage),
  },
];
