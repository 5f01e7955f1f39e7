import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type IconName, ICONS, TURNING } from './icons';

/** `<app-icon name="phone" />`: drawn in place, takes the colour of its word; silent, because a word stands beside it. */
@Component({
  selector: 'app-icon',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg viewBox="0 0 20 20" focusable="false">
      @for (path of paths(); track $index) {
        <svg:path [attr.d]="path.d" [attr.class]="path.solid ? 'solid' : null" />
      }
    </svg>
  `,
  host: { class: 'i', 'aria-hidden': 'true', '[class.i-20]': 'large()', '[class.i-turn]': 'turns()' },
})
export class Icon {
  readonly name = input.required<IconName>();
  readonly size = input<16 | 20>(16);

  protected readonly large = computed(() => this.size() === 20);
  protected readonly turns = computed(() => TURNING.includes(this.name()));
  protected readonly paths = computed(() =>
    (ICONS[this.name()] as readonly string[]).map((path) => ({ d: path.replace('#', ''), solid: path.startsWith('#') })),
  );
}
