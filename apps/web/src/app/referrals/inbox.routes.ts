import { inject } from '@angular/core';
import type { ActivatedRouteSnapshot, Routes } from '@angular/router';
import { provideProblemTexts } from '../platform/problem/problem-texts';
import { InboxOpenings } from './inbox-openings';
import { INBOX_PROBLEMS } from './inbox.texts';

const begin = ({ paramMap }: ActivatedRouteSnapshot): true => {
  inject(InboxOpenings).begin(paramMap.get('referralId') ?? '');
  return true;
};

/** What was sent to a partner: where its people work. */
export const inboxRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@referrals.inbox:Inbox`,
    providers: [provideProblemTexts(INBOX_PROBLEMS)],
    children: [
      { path: '', loadComponent: () => import('./inbox-list').then((m) => m.InboxList) },
      { path: 'figures', loadComponent: () => import('./inbox-figures').then((m) => m.InboxFigures) },
      { path: ':referralId', resolve: { begun: begin }, loadComponent: () => import('./inbox-page').then((m) => m.InboxPage) },
    ],
  },
];
