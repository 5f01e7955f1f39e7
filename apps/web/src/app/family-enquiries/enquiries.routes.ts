import type { Routes } from '@angular/router';
import { unsavedGuard } from '../platform/form/unsaved-guard';
import { provideProblemTexts } from '../platform/problem/problem-texts';
import { ENQUIRY_PROBLEMS } from './enquiries.texts';

/** Somebody asks for a person: entered, and answered with the one sentence. */
export const enquiriesRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@familyEnquiries.title:Asked for a person`,
    providers: [provideProblemTexts(ENQUIRY_PROBLEMS)],
    canDeactivate: [unsavedGuard],
    loadComponent: () => import('./enquiry-form').then((m) => m.EnquiryForm),
  },
];

/** Who asks may be whom a client misses: two officers decide. */
export const matchesRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@familyEnquiries.matches:Matches`,
    providers: [provideProblemTexts(ENQUIRY_PROBLEMS)],
    children: [
      { path: '', loadComponent: () => import('./match-list').then((m) => m.MatchList) },
      { path: ':matchId', loadComponent: () => import('./match-page').then((m) => m.MatchPage) },
    ],
  },
];

/** Enquiries that share a telephone, an address or a wording, for a coordinator. */
export const freezesRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@familyEnquiries.freezes:Stopped enquiries`,
    providers: [provideProblemTexts(ENQUIRY_PROBLEMS)],
    loadComponent: () => import('./freezes-page').then((m) => m.FreezesPage),
  },
];
