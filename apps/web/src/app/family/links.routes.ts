import type { Routes } from '@angular/router';
import { needsWord } from '../platform/access/guards';
import { provideProblemTexts } from '../platform/problem/problem-texts';
import { FAMILY_PROBLEMS } from './family.texts';

/** Where the officers of family links work. */
export const linksRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@family.links:Family links`,
    providers: [provideProblemTexts(FAMILY_PROBLEMS)],
    children: [
      { path: '', loadComponent: () => import('./link-board').then((m) => m.LinkBoard) },
      {
        path: 'figures',
        canMatch: [needsWord('report:read-family')],
        loadComponent: () => import('./figures-page').then((m) => m.FamilyFigures),
      },
      { path: ':linkId', loadComponent: () => import('./link-page').then((m) => m.LinkPage) },
    ],
  },
];

/** What a coordinator decides of family links, without a name. */
export const approvalsRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@family.approvals:Family approvals`,
    providers: [provideProblemTexts(FAMILY_PROBLEMS)],
    loadComponent: () => import('./approvals-page').then((m) => m.FamilyApprovalsPage),
  },
];
