import type { Routes } from '@angular/router';
import { journeyStep } from '@panah/domain/vocabulary/journey';
import { needsWord } from '../platform/access/guards';
import { unsavedGuard } from '../platform/form/unsaved-guard';
import { provideProblemTexts } from '../platform/problem/problem-texts';
import { readerLanguage } from '../platform/reader/language';
import { CASE_PROBLEMS } from './case.texts';

const INDEPENDENCE = journeyStep.label('INDEPENDENCE', readerLanguage());

/** The rooms of the cases: the caseload, its reports, the questions before one joins a team, and the file of each case. */
export const casesRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@cases.title:Caseload`,
    providers: [provideProblemTexts(CASE_PROBLEMS)],
    children: [
      { path: '', loadComponent: () => import('./case-list').then((m) => m.CaseList) },
      {
        path: 'questions',
        title: $localize`:@@cases.questions:Questions to you`,
        canMatch: [needsWord('team:answer')],
        children: [
          { path: '', loadComponent: () => import('./question-list').then((m) => m.QuestionList) },
          {
            path: ':questionId',
            canDeactivate: [unsavedGuard],
            loadComponent: () => import('./question-page').then((m) => m.QuestionPage),
          },
        ],
      },
      {
        path: 'handed-over',
        title: $localize`:@@referrals.handedOverList:Handed over`,
        canMatch: [needsWord('handover:list')],
        loadComponent: () => import('../referrals/handed-over-list.part').then((m) => m.HandedOverList),
      },
      {
        path: ':caseId/edit',
        title: $localize`:@@cases.file:File`,
        canMatch: [needsWord('case:edit')],
        canDeactivate: [unsavedGuard],
        loadComponent: () => import('./case-form').then((m) => m.CaseForm),
      },
      ...['', '/:reviewId'].map((which) => ({
        path: `:caseId/independence/review${which}`,
        title: INDEPENDENCE,
        canMatch: [needsWord('outcome:record')],
        canDeactivate: [unsavedGuard],
        loadComponent: () => import('../reintegration/review-form.part').then((m) => m.ReviewForm),
      })),
      {
        path: ':caseId/certificates/:certificateId',
        title: INDEPENDENCE,
        canMatch: [needsWord('certificate:read')],
        loadComponent: () => import('../reintegration/certificate-page.part').then((m) => m.CertificatePage),
      },
      {
        path: ':caseId/closure',
        title: $localize`:@@cases.file:File`,
        canMatch: [needsWord('case:request_closure')],
        canDeactivate: [unsavedGuard],
        loadComponent: () => import('./closure-page').then((m) => m.ClosurePage),
      },
      {
        path: ':caseId/referrals/new/:newService',
        title: $localize`:@@referrals.title:Referrals`,
        canMatch: [needsWord('referral:create')],
        canDeactivate: [unsavedGuard],
        loadComponent: () => import('../referrals/referral-form.part').then((m) => m.ReferralForm),
      },
      {
        path: ':caseId/referrals/:referralId/edit',
        title: $localize`:@@referrals.title:Referrals`,
        canMatch: [needsWord('referral:edit')],
        canDeactivate: [unsavedGuard],
        loadComponent: () => import('../referrals/referral-form.part').then((m) => m.ReferralForm),
      },
      {
        path: ':caseId/referrals/:referralId/more',
        title: $localize`:@@referrals.title:Referrals`,
        canMatch: [needsWord('referral:supplement')],
        canDeactivate: [unsavedGuard],
        loadComponent: () => import('../referrals/supplement-page.part').then((m) => m.SupplementPage),
      },
      {
        path: ':caseId/referrals/:referralId/name',
        title: $localize`:@@referrals.title:Referrals`,
        canMatch: [needsWord('referral:supplement')],
        loadComponent: () => import('../referrals/name-page.part').then((m) => m.NamePage),
      },
      {
        path: ':caseId/referrals/:referralId',
        title: $localize`:@@referrals.title:Referrals`,
        canMatch: [needsWord('referral:read')],
        loadComponent: () => import('../referrals/referral-page.part').then((m) => m.ReferralPage),
      },
      {
        path: ':caseId/disclosed',
        title: $localize`:@@referrals.title:Referrals`,
        canMatch: [needsWord('referral:list')],
        loadComponent: () => import('../referrals/disclosed-page.part').then((m) => m.DisclosedPage),
      },
      ...['new', ':wishId/edit'].map((which) => ({
        path: `:caseId/family/${which}`,
        title: $localize`:@@family.title:Family`,
        canMatch: [needsWord('family-link:note')],
        canDeactivate: [unsavedGuard],
        loadComponent: () => import('../family/wish-form.part').then((m) => m.WishForm),
      })),
      {
        path: ':caseId/family/:wishId/sheet',
        title: $localize`:@@family.title:Family`,
        canMatch: [needsWord('family-link:read')],
        loadComponent: () => import('../family/wish-sheet.part').then((m) => m.WishSheet),
      },
      {
        path: ':caseId/family/:wishId',
        title: $localize`:@@family.title:Family`,
        canMatch: [needsWord('family-link:read')],
        loadComponent: () => import('../family/wish-page.part').then((m) => m.WishPage),
      },
      {
        path: ':caseId/plan/edit',
        title: $localize`:@@cases.tabPlan:Plan`,
        canMatch: [needsWord('plan:write')],
        canDeactivate: [unsavedGuard],
        loadComponent: () => import('../plans/plan-form.part').then((m) => m.PlanForm),
      },
      {
        path: ':caseId',
        title: $localize`:@@cases.file:File`,
        loadComponent: () => import('./file-page').then((m) => m.FilePage),
        children: [
          { path: '', loadComponent: () => import('./file-timeline').then((m) => m.FileTimeline) },
          { path: 'plan', loadComponent: () => import('./file-plan').then((m) => m.FilePlan) },
          { path: 'person', loadComponent: () => import('./file-person').then((m) => m.FilePerson) },
          {
            path: 'consents',
            canMatch: [needsWord('consent:read')],
            loadComponent: () => import('./file-consents').then((m) => m.FileConsents),
          },
          { path: 'safety', loadComponent: () => import('./file-safety').then((m) => m.FileSafety) },
          ...(['assess', 'plan', 'incident'] as const).map((what) => ({
            path: `safety/${what}`,
            data: { what },
            canDeactivate: [unsavedGuard],
            loadComponent: () => import('./file-safety-form').then((m) => m.FileSafetyForm),
          })),
          {
            path: 'independence',
            canMatch: [needsWord('outcome:read')],
            loadComponent: () => import('./file-independence').then((m) => m.FileIndependence),
          },
          {
            path: 'housing',
            canMatch: [needsWord('placement:read')],
            loadComponent: () => import('./file-housing').then((m) => m.FileHousing),
          },
          {
            path: 'referrals',
            canMatch: [needsWord('referral:list')],
            loadComponent: () => import('./file-referrals').then((m) => m.FileReferrals),
          },
          {
            path: 'family',
            canMatch: [needsWord('family-link:read')],
            loadComponent: () => import('./file-family').then((m) => m.FileFamily),
          },
          { path: 'team', loadComponent: () => import('./file-team').then((m) => m.FileTeam) },
          {
            path: 'documents',
            canMatch: [needsWord('document:read')],
            loadComponent: () => import('./file-documents').then((m) => m.FileDocuments),
          },
          {
            path: 'counselling',
            canMatch: [needsWord('counselling:read')],
            loadComponent: () => import('./file-counselling').then((m) => m.FileCounselling),
          },
          {
            path: 'refuge',
            canMatch: [needsWord('claim:read')],
            loadComponent: () => import('./file-refuge').then((m) => m.FileRefuge),
          },
          { path: 'history', loadComponent: () => import('./file-history').then((m) => m.FileHistory) },
        ],
      },
    ],
  },
];
