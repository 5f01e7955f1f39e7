import type { Routes } from '@angular/router';
import { provideProblemTexts } from '../platform/problem/problem-texts';
import { DUTY_PROBLEMS } from './duty.texts';

/** The duty list. */
export const dutyRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@duty.title:Duty`,
    providers: [provideProblemTexts(DUTY_PROBLEMS)],
    loadComponent: () => import('./duty-page').then((m) => m.DutyPage),
  },
];
