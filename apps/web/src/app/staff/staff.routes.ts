import type { Routes } from '@angular/router';
import { needsWord } from '../platform/access/guards';
import { unsavedGuard } from '../platform/form/unsaved-guard';
import { provideProblemTexts } from '../platform/problem/problem-texts';
import { STAFF_PROBLEMS } from './staff.texts';

const office = () => import('./office-form').then((m) => m.OfficeForm);
const offices = $localize`:@@staff.offices:Offices`;

/** The rooms of staff and offices. */
export const staffRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@staff.title:Staff`,
    providers: [provideProblemTexts(STAFF_PROBLEMS)],
    children: [
      { path: '', loadComponent: () => import('./staff-list').then((m) => m.StaffList) },
      {
        path: 'new',
        canMatch: [needsWord('staff:invite')],
        canDeactivate: [unsavedGuard],
        loadComponent: () => import('./staff-form').then((m) => m.StaffForm),
      },
      {
        path: 'offices',
        title: offices,
        canMatch: [needsWord('office:read')],
        loadComponent: () => import('./office-list').then((m) => m.OfficeList),
      },
      { path: 'offices/new', title: offices, canMatch: [needsWord('office:create')], canDeactivate: [unsavedGuard], loadComponent: office },
      {
        path: 'offices/:officeId',
        title: offices,
        canMatch: [needsWord('office:edit')],
        canDeactivate: [unsavedGuard],
        loadComponent: office,
      },
      {
        path: 'offices/:officeId/acts',
        title: offices,
        canMatch: [needsWord('office:read')],
        loadComponent: () => import('./office-acts').then((m) => m.OfficeActs),
      },
      { path: ':staffId', canMatch: [needsWord('staff:read')], loadComponent: () => import('./staff-page').then((m) => m.StaffPage) },
    ],
  },
];
