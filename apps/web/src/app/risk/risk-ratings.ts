import { Component, computed, input, output } from '@angular/core';
import type { RiskRatingInput } from '@panah/contracts/risk.contract';
import {
  type RiskFactor,
  riskFactor,
  riskFactorGroup,
  type RiskFactorGroup,
  type RiskFactorRating,
  riskFactorRating,
} from '@panah/domain/vocabulary/risk';
import { choicesOf } from '../platform/form/choices';
import { CodeLabel } from '../platform/text/code-label';

const NOW: readonly string[] = ['PRESENT', 'ESCALATING'];
const groupOf = (factor: RiskFactor): RiskFactorGroup => factor.slice(0, 2) as RiskFactorGroup;

/** The twenty-nine factors, each with how it stands, and a word where it is there now. */
@Component({
  selector: 'app-risk-ratings',
  imports: [CodeLabel],
  template: `
    <div class="btns">
      <button type="button" class="btn slim" (click)="fill()" i18n="@@risk.restAbsent">Whatever is not rated: absent</button>
    </div>
    @for (group of groups; track group.code) {
      <fieldset class="stack tight">
        <legend class="strong">{{ group.code | codeLabel: groupNames }}</legend>
        @for (factor of group.factors; track factor) {
          <div class="factor" [class.now]="isNow(factor)">
            <label [for]="'factor-' + factor">{{ factor | codeLabel: factors }}</label>
            <span class="select">
              <select
                class="input"
                [id]="'factor-' + factor"
                [value]="rated().get(factor)?.rating ?? ''"
                (change)="rate(factor, $any($event.target).value)"
              >
                <option value="" i18n="@@risk.notRated">Not rated</option>
                @for (choice of ratings; track choice.code) {
                  <option [value]="choice.code" [selected]="rated().get(factor)?.rating === choice.code">{{ choice.label }}</option>
                }
              </select>
            </span>
            @if (isNow(factor)) {
              <input
                class="input word"
                dir="auto"
                maxlength="1000"
                autocomplete="off"
                placeholder="What is known of it"
                i18n-placeholder="@@risk.factorNote"
                [attr.aria-label]="noteLabel + ': ' + (factor | codeLabel: factors)"
                [value]="rated().get(factor)?.note ?? ''"
                (input)="note(factor, $any($event.target).value)"
              />
            }
          </div>
        }
      </fieldset>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s4);
    }
    fieldset {
      border: 0;
      padding: 0;
      margin: 0;
      display: grid;
      gap: var(--s2);
    }
    .factor {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(9rem, 14rem);
      gap: var(--s1) var(--s3);
      align-items: center;
    }
    .factor.now label {
      font-weight: var(--strong);
    }
    .word {
      grid-column: 1 / -1;
    }
    @media (max-width: 480px) {
      .factor {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class RiskRatings {
  readonly value = input.required<readonly RiskRatingInput[]>();
  readonly changed = output<RiskRatingInput[]>();

  protected readonly factors = riskFactor;
  protected readonly groupNames = riskFactorGroup;
  protected readonly ratings = choicesOf(riskFactorRating);
  protected readonly noteLabel = $localize`:@@risk.factorNote:What is known of it`;
  protected readonly groups = riskFactorGroup.codes.map((code) => ({
    code,
    factors: riskFactor.codes.filter((factor) => groupOf(factor) === code),
  }));
  protected readonly rated = computed(() => new Map(this.value().map((one) => [one.factor, one])));

  protected isNow(factor: RiskFactor): boolean {
    return NOW.includes(this.rated().get(factor)?.rating ?? '');
  }

  protected rate(factor: RiskFactor, rating: RiskFactorRating | ''): void {
    const others = this.value().filter((one) => one.factor !== factor);
    const note = this.rated().get(factor)?.note;
    const kept = NOW.includes(rating) && note ? { note } : {};
    this.changed.emit(rating === '' ? others : [...others, { factor, rating, ...kept }]);
  }

  protected note(factor: RiskFactor, note: string): void {
    this.changed.emit(this.value().map((one) => (one.factor === factor ? { ...one, note } : one)));
  }

  protected fill(): void {
    const missing = riskFactor.codes.filter((factor) => !this.rated().has(factor));
    this.changed.emit([...this.value(), ...missing.map((factor) => ({ factor, rating: 'ABSENT' }))]);
  }
}
