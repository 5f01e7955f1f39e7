import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { FamilyConsentLineView } from '@panah/contracts/family-wishes.contract';
import { consentPurpose, consentScope } from '@panah/domain/vocabulary/consents';
import { CONSENT_MARKS } from '../consents/consent-marks.part';
import { DateDisplay } from '../platform/dates/date-display';
import { readerLanguage } from '../platform/reader/language';
import { CodeLabel } from '../platform/text/code-label';
import { listed } from '../platform/text/listed';
import { StateMark } from '../platform/text/state-mark';

interface Row {
  purpose: string;
  line: FamilyConsentLineView | null;
  /** The last day of a yes that can still count. */
  until: string | null;
  covers: string;
}

/** What one of the two was asked, and what they said: a line for each purpose, asked or not. */
@Component({
  selector: 'app-consent-lines',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CodeLabel, DateDisplay, StateMark],
  template: `
    <ul class="lines">
      @for (row of rows(); track row.purpose) {
        <li>
          <div>
            <p class="strong">{{ row.purpose | codeLabel: purposes }}</p>
            <p class="small">
              <app-state-mark [code]="row.line?.state ?? null" [of]="marks" />
              @if (row.until; as until) {
                &ngsp;<span class="muted"><span i18n="@@family.until">until</span>&ngsp;<app-date [value]="until" shape="day" /></span>
              }
            </p>
            @if (row.covers) {
              <p class="small muted">{{ row.covers }}</p>
            }
          </div>
          <div class="btns">
            @if (mayAsk()) {
              <button type="button" class="btn slim" (click)="asked.emit(row.purpose)">
                @if (row.line?.state === 'ACTIVE') {
                  <span i18n="@@family.askAgain">Ask again</span>
                } @else {
                  <span i18n="@@family.ask">Ask</span>
                }
                <span class="hide">: {{ row.purpose | codeLabel: purposes }}</span>
              </button>
            }
            @if (mayWithdraw() && row.line && standing(row.line)) {
              <button type="button" class="btn slim" (click)="withdrawn.emit(row.line)">
                <span i18n="@@consents.withdraw">Take back</span><span class="hide">: {{ row.purpose | codeLabel: purposes }}</span>
              </button>
            }
          </div>
        </li>
      }
    </ul>
  `,
  styles: `
    .lines > li {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: var(--s1) var(--s3);
      padding-block: var(--s2);
      border-block-start: 1px solid var(--line);
    }
    .lines > li:first-child {
      border-block-start: 0;
    }
    .lines > li > div:first-child {
      flex: 1 1 12rem;
    }
    .btns {
      align-self: flex-start;
    }
  `,
})
export class ConsentLines {
  readonly of = input.required<readonly string[]>();
  readonly lines = input.required<readonly FamilyConsentLineView[]>();
  readonly mayAsk = input(false);
  readonly mayWithdraw = input(false);
  readonly asked = output<string>();
  readonly withdrawn = output<FamilyConsentLineView>();

  protected readonly purposes = consentPurpose;
  protected readonly marks = CONSENT_MARKS;
  protected readonly rows = computed<Row[]>(() =>
    this.of().map((purpose) => {
      const line = this.lines().find((each) => each.purpose === purpose) ?? null;
      const until = line && this.standing(line) ? line.expiresAt : null;
      return { purpose, line, until, covers: line?.state === 'ACTIVE' ? covered(line) : '' };
    }),
  );

  protected standing = ({ state }: FamilyConsentLineView): boolean => ['ACTIVE', 'SUSPENDED', 'OFFERED'].includes(state);
}

/** The ladder says it whole elsewhere; here the ways and kinds that were named. */
function covered({ purpose, scope }: FamilyConsentLineView): string {
  if (purpose === 'C22_RELATIVE_DATA') return '';
  return listed(scope.map((code) => (consentScope.has(code) ? consentScope.label(code, readerLanguage()) : code)));
}
