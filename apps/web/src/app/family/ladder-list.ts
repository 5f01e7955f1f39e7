import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { AllowedView } from '@panah/contracts/family-wishes.contract';
import { type LadderStep, LADDER, mayBeTold, SINGLE_PERMISSIONS, type SinglePermission } from '@panah/domain/family/ladder';
import { consentScope } from '@panah/domain/vocabulary/consents';
import { Icon } from '../platform/icon/icon';
import { CodeLabel } from '../platform/text/code-label';
import { allowedWords } from './allowed-words';

/** How far one person lets the other come: the steps, each with the ones before it, and what is asked for by itself. */
@Component({
  selector: 'app-ladder',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CodeLabel, Icon],
  template: `
    <p class="strong">{{ words(allowed()) }}</p>
    <ol class="ladder" [attr.aria-label]="label()">
      @for (step of steps; track step) {
        <li [class.yes]="may(step)">
          <app-icon [name]="may(step) ? 'done' : 'open'" /><span>{{ step | codeLabel: scopes }}</span>
          @if (may(step)) {
            <span class="small" i18n="@@family.yes">yes</span>
          } @else {
            <span class="small" i18n="@@family.no">no</span>
          }
        </li>
      }
    </ol>
    <p class="small muted apart" i18n="@@family.apart">Apart from it, each asked for by itself</p>
    <ul class="ladder">
      @for (each of single; track each) {
        <li [class.yes]="may(each)">
          <app-icon [name]="may(each) ? 'done' : 'open'" /><span>{{ each | codeLabel: scopes }}</span>
          @if (may(each)) {
            <span class="small" i18n="@@family.yes">yes</span>
          } @else {
            <span class="small" i18n="@@family.no">no</span>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    .ladder {
      display: grid;
      margin-block-start: var(--s2);
    }
    .ladder li {
      display: grid;
      grid-template-columns: 1.25rem minmax(0, 1fr) auto;
      gap: var(--s2);
      align-items: center;
      padding-block: 6px;
      border-block-start: 1px solid var(--line);
      color: var(--ink-2);
    }
    .ladder .yes {
      color: var(--ink);
      font-weight: 500;
    }
    .yes app-icon {
      color: var(--good);
    }
    .apart {
      margin-block-start: var(--s2);
    }
  `,
})
export class LadderList {
  readonly allowed = input.required<AllowedView>();
  /** Whose word it is: "What the client allows". */
  readonly label = input.required<string>();
  protected readonly steps = LADDER.filter((step) => step !== 'NOTHING');
  protected readonly single = SINGLE_PERMISSIONS;
  protected readonly scopes = consentScope;
  protected readonly words = allowedWords;

  protected may(what: LadderStep | SinglePermission): boolean {
    const { ladder, permissions } = this.allowed();
    return mayBeTold({ ladder: ladder as LadderStep, permissions: permissions as SinglePermission[] }, what);
  }
}
