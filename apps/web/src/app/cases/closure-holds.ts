import { Component, input } from '@angular/core';
import { closureHold } from '@panah/domain/vocabulary/closures';
import { Icon } from '../platform/icon/icon';
import { CodeLabel } from '../platform/text/code-label';

/** What keeps a case from being closed; nothing stands here when nothing does. */
@Component({
  selector: 'app-closure-holds',
  imports: [CodeLabel, Icon],
  template: `
    @if (holds().length) {
      <p class="notice danger">
        <app-icon name="alert" />
        <span i18n="@@cases.closureHeld">It cannot be closed yet:</span>&ngsp;
        @for (hold of holds(); track hold) {
          <span>{{ $first ? '' : '; ' }}{{ hold | codeLabel: names }}</span>
        }
      </p>
    }
  `,
})
export class ClosureHolds {
  readonly holds = input.required<readonly string[]>();
  protected readonly names = closureHold;
}
