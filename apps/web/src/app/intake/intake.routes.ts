import type { Routes } from '@angular/router';
import { needsWord } from '../platform/access/guards';
import { unsavedGuard } from '../platform/form/unsaved-guard';
import { provideProblemTexts } from '../platform/problem/problem-texts';
import { INTAKE_PROBLEMS } from './intake.texts';
import { keepFirst } from './keep-first';

const form = () => import('./enquiry-form').then((m) => m.EnquiryForm);
const intake = () => import('./intake-page').then((m) => m.IntakePage);

/** The rooms of enquiries and intakes. */
export const intakeRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@intake.inbox:Enquiries`,
    providers: [provideProblemTexts(INTAKE_PROBLEMS)],
    children: [
      { path: '', loadComponent: () => import('./enquiry-inbox').then((m) => m.EnquiryInbox) },
      { path: 'new', canMatch: [needsWord('enquiry:create')], canDeactivate: [unsavedGuard], loadComponent: form },
      { path: 'questions', loadComponent: () => import('./allocation-questions').then((m) => m.AllocationQuestions) },
      { path: ':enquiryId', loadComponent: () => import('./enquiry-page').then((m) => m.EnquiryPage) },
      { path: ':enquiryId/edit', canMatch: [needsWord('enquiry:edit')], canDeactivate: [unsavedGuard], loadComponent: form },
      { path: ':enquiryId/intake', redirectTo: ':enquiryId/intake/safety', pathMatch: 'full' },
      { path: ':enquiryId/intake/:step', canDeactivate: [keepFirst], title: $localize`:@@intake.intake:Intake`, loadComponent: intake },
    ],
  },
];
