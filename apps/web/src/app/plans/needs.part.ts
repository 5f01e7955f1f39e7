import { httpResource } from '@angular/common/http';
import { Component, inject, input } from '@angular/core';
import type { NeedListView, NeedView } from '@panah/contracts/needs.contract';
import { needCode, needSeverity, needStatus } from '@panah/domain/vocabulary/needs';
import { DateText } from '../platform/dates/date-text';
import { Dialogs } from '../platform/dialog/dialogs';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { CodeLabel } from '../platform/text/code-label';
import { State, type StateTone } from '../platform/text/state';
import { NeedDialog, type NeedDialogData } from './need-dialog';
import { PLAN_PROBLEMS } from './plan-words';

const TONES: Readonly<Record<string, StateTone>> = { S4: 'danger', S3: 'due' };
const OVER = ['MET', 'NOT_CONFIRMED', 'DECLINED'];

/** What a person needs, the most severe first. */
@Component({
  selector: 'app-case-needs',
  imports: [CodeLabel, DateText, Icon, ProblemNotice, State],
  template: `
    <section class="panel" aria-labelledby="needs">
      <div class="panel-head">
        <h2 id="needs" i18n="@@plans.needsHeading">Needs</h2>
        @if (needs.hasValue() && needs.value().actions.includes('add')) {
          <button type="button" class="btn slim push" (click)="open()">
            <app-icon name="plus" /><span i18n="@@plans.addNeed">Add a need</span>
          </button>
        }
      </div>
      @if (needs.hasValue()) {
        <ul>
          @for (need of needs.value().items; track need.id) {
            <li class="row">
              <app-icon [name]="isOver(need) ? 'done' : 'flag'" class="muted" />
              <div>
                <p class="who">
                  <span class="strong">{{ need.code | codeLabel: codes }}</span>
                  @if (!isOver(need)) {
                    <app-state [icon]="need.severity === 'S4' || need.severity === 'S3' ? 'alert' : 'low'" [tone]="toneOf(need)">{{
                      need.severity | codeLabel: severities
                    }}</app-state>
                  }
                  @if (need.restricted) {
                    <app-state icon="lock" tone="private" i18n="@@plans.restricted">Restricted</app-state>
                  }
                </p>
                <p class="small muted">
                  {{ need.status | codeLabel: statuses }} ·
                  <span i18n="@@plans.since">since {{ need.identifiedOn | dateText: 'short' }}</span>
                  @if (need.actBy) {
                    · <span i18n="@@plans.actBy">act by {{ need.actBy | dateText: 'short' }}</span>
                  }
                </p>
                @if (need.note) {
                  <p class="small" dir="auto">{{ need.note }}</p>
                }
              </div>
              @if (need.actions.includes('edit')) {
                <div class="btns"><button type="button" class="btn slim" (click)="open(need)" i18n="@@plans.change">Change</button></div>
              }
            </li>
          } @empty {
            <li class="panel-body muted" i18n="@@plans.noNeeds">No need is written down yet.</li>
          }
        </ul>
      } @else if (needs.error(); as error) {
        <app-problem [problem]="error" [repeatable]="true" (again)="needs.reload()" />
      } @else {
        <div class="panel-body" aria-busy="true"><span class="bone" aria-hidden="true"></span></div>
      }
    </section>
  `,
})
export class CaseNeeds {
  readonly caseId = input.required<string>();

  private readonly dialogs = inject(Dialogs);
  protected readonly codes = needCode;
  protected readonly severities = needSeverity;
  protected readonly statuses = needStatus;
  protected readonly needs = httpResource<NeedListView>(() => `/api/cases/${this.caseId()}/needs`);

  constructor() {
    inject(ProblemTexts).add(PLAN_PROBLEMS);
  }

  reload(): void {
    this.needs.reload();
  }

  protected isOver({ status }: NeedView): boolean {
    return OVER.includes(status);
  }

  protected toneOf({ severity }: NeedView): StateTone {
    return TONES[severity] ?? 'plain';
  }

  protected async open(need?: NeedView): Promise<void> {
    if (await this.dialogs.open<NeedView, NeedDialogData>(NeedDialog, { caseId: this.caseId(), need })) this.needs.reload();
  }
}
