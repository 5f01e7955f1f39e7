import type { Routes } from '@angular/router';
import { provideProblemTexts } from '../platform/problem/problem-texts';

const AUDIT_PROBLEMS = {
  'record-number-incomplete': $localize`:@@audit.problemNumber:This is not the whole number of a record. Paste it from its first to its last sign, or empty the field.`,
};

export const auditRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@audit.title:Log`,
    providers: [provideProblemTexts(AUDIT_PROBLEMS)],
    loadComponent: () => import('./audit-log').then((m) => m.AuditLog),
  },
];
