import type { Routes } from '@angular/router';
import { provideProblemTexts } from '../platform/problem/problem-texts';
import { BOARD_PROBLEMS } from './board-words';

/** The coordinator's board: what is late, who is in danger, who carries how much. */
export const boardRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@board.title:Board`,
    providers: [provideProblemTexts(BOARD_PROBLEMS)],
    loadComponent: () => import('./board-page').then((m) => m.BoardPage),
  },
];

/** What waits for a second person. */
export const approvalsRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@board.approvals:Approvals`,
    providers: [provideProblemTexts(BOARD_PROBLEMS)],
    loadComponent: () => import('./approvals-page').then((m) => m.ApprovalsPage),
  },
];

/** The list behind each number of the reports of how the work goes. */
export const practiceListRoutes: Routes = [
  {
    path: 'contact-standard',
    title: $localize`:@@board.p08:Contact in the agreed rhythm`,
    providers: [provideProblemTexts(BOARD_PROBLEMS)],
    loadComponent: () => import('./contact-cases').then((m) => m.ContactCases),
  },
  {
    path: 'on-time',
    title: $localize`:@@board.p09:Assessment and plan in time`,
    providers: [provideProblemTexts(BOARD_PROBLEMS)],
    loadComponent: () => import('./on-time-cases').then((m) => m.OnTimeCases),
  },
  {
    path: 'reintegration',
    title: $localize`:@@board.p24:Before and after`,
    providers: [provideProblemTexts(BOARD_PROBLEMS)],
    loadComponent: () => import('./compared-cases').then((m) => m.ComparedCases),
  },
  {
    path: 'stable-independence',
    title: $localize`:@@board.p25:Stable independence`,
    providers: [provideProblemTexts(BOARD_PROBLEMS)],
    loadComponent: () => import('./stable-cases').then((m) => m.StableCases),
  },
];
