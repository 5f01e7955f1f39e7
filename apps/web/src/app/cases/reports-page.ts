import { Component, inject } from '@angular/core';
import { caseAge } from '@panah/domain/vocabulary/case-team';
import { OutcomeReports } from '../board/outcome-reports.part';
import { PracticeReports } from '../board/practice-reports.part';
import { CounsellingReports } from '../counselling/counselling-reports.part';
import { HousingReports } from '../housing/housing-reports.part';
import { FamilyReports } from '../family/family-reports.part';
import { choicesOf } from '../platform/form/choices';
import { SessionStore } from '../platform/session/session-store';
import { ReferralReports } from '../referrals/referral-reports.part';
import { ReportPanel } from './report-panel';

const WORKER = { code: 'worker', label: $localize`:@@cases.worker:Worker` };
const STREAM = { code: 'stream', label: $localize`:@@cases.stream:Service` };

/** The coordinator's reports: open cases by worker, stage and country; what each worker carries; how long cases have been open; how the work goes. */
@Component({
  selector: 'app-reports-page',
  imports: [CounsellingReports, FamilyReports, HousingReports, OutcomeReports, PracticeReports, ReferralReports, ReportPanel],
  template: `
    <header class="head">
      <div>
        <h1 i18n="@@cases.reports">Reports</h1>
        <p class="sub" i18n="@@cases.reportsSub">Counted now. Each number leads to the list behind it.</p>
      </div>
    </header>
    <div class="stack roomy end-space">
      <app-report
        path="open-cases"
        title="Open cases"
        i18n-title="@@cases.p01"
        definition="Every case of the office that is not closed, as it stands now."
        i18n-definition="@@cases.p01Text"
        [cuts]="openCuts"
      />
      <app-report
        path="weighted-caseload"
        title="Weighted caseload"
        i18n-title="@@cases.p02"
        definition="Points by risk: imminent 4, high 3, medium 1.5, low 1, on hold 0.3; what was not assessed counts as medium. Above 20 points one is warned, above 30 a reason is asked."
        i18n-definition="@@cases.p02Text"
        [cuts]="weightedCuts"
      />
      <app-report
        path="ageing"
        title="How long cases have been open"
        i18n-title="@@cases.p05"
        definition="Open cases by days since the day they were opened; reopening begins anew."
        i18n-definition="@@cases.p05Text"
        [cuts]="ageingCuts"
        [columns]="ages"
      />
      <app-practice-reports />
      @if (session.may('report:read-counselling')) {
        <app-counselling-reports />
      }
      <app-housing-reports />
      <app-referral-reports />
      @if (session.may('report:read-family')) {
        <app-family-reports />
      }
      <app-outcome-reports />
    </div>
  `,
})
export class ReportsPage {
  protected readonly session = inject(SessionStore);
  protected readonly openCuts = [
    WORKER,
    { code: 'state', label: $localize`:@@cases.stage:Stage` },
    { code: 'country', label: $localize`:@@cases.country:Country` },
    STREAM,
    { code: 'risk', label: $localize`:@@cases.risk:Risk` },
  ];
  protected readonly weightedCuts = [WORKER];
  protected readonly ageingCuts = [{ code: 'all', label: $localize`:@@cases.all:All` }, WORKER, STREAM];
  protected readonly ages = choicesOf(caseAge);
}
