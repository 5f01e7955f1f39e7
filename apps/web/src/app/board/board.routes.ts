import type { ActivatedRouteSnapshot, Routes } from '@angular/router';
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

const filesBehindOf = async (report: string | undefined) => (await import('./behind-numbers')).filesBehind(report);

/** The files behind a number of the reports, by the name of the report. */
export const filesBehindRoutes: Routes = [
  {
    path: ':report',
    canMatch: [async (_route, [report]) => (await filesBehindOf(report?.path)) !== null],
    title: async ({ params }) => (await filesBehindOf(params['report'] as string))?.title ?? '',
    resolve: { behind: ({ params }: ActivatedRouteSnapshot) => filesBehindOf(params['report'] as string) },
    providers: [provideProblemTexts(BOARD_PROBLEMS)],
    loadComponent: () => import('./files-behind').then((m) => m.FilesBehindPage),
  },
];
