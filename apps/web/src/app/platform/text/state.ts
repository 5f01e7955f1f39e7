import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';

export type StateTone = 'plain' | 'danger' | 'due' | 'waiting' | 'good' | 'private';

/** A state is an icon and a word; `act` tints the ground, only where somebody must act. */
@Component({
  selector: 'app-state',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `<app-icon [name]="icon()" /><span><ng-content /></span>`,
  host: { '[class]': '"state " + tone()', '[class.act]': 'act()' },
})
export class State {
  readonly icon = input.required<IconName>();
  readonly tone = input<StateTone>('plain');
  readonly act = input(false);
}
