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
