import type { Routes } from '@angular/router';
import { needsWord } from '../platform/access/guards';
import { unsavedGuard } from '../platform/form/unsaved-guard';
import { provideProblemTexts } from '../platform/problem/problem-texts';
import { PARTNER_PROBLEMS } from './partner.texts';

const form = () => import('./partner-form').then((m) => m.PartnerForm);

/** The rooms of partners. A page that one's words do not open is no page: the address is not found. */
export const partnersRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@partners.title:Partners`,
    providers: [provideProblemTexts(PARTNER_PROBLEMS)],
    children: [
      { path: '', loadComponent: () => import('./partner-list').then((m) => m.PartnerList) },
      { path: 'new', canMatch: [needsWord('partner:create')], canDeactivate: [unsavedGuard], loadComponent: form },
      { path: ':partnerId', loadComponent: () => import('./partner-page').then((m) => m.PartnerPage) },
      {
        path: ':partnerId/referrals',
        canMatch: [needsWord('partner:read-referrals')],
        loadComponent: () => import('./partner-report').then((m) => m.PartnerReport),
      },
      { path: ':partnerId/edit', canMatch: [needsWord('partner:edit')], canDeactivate: [unsavedGuard], loadComponent: form },
    ],
  },
];
