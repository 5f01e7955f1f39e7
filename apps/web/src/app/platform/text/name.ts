import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** A person's name: in its own script first, then in Latin letters, lighter. Each is isolated from the text round it. */
@Component({
  selector: 'app-name',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (own(); as name) {
      <bdi class="name" [attr.lang]="language()" translate="no">{{ name }}</bdi>
    }
    @if (latin(); as name) {
      &ngsp;<bdi [class]="own() ? 'muted' : 'name'" translate="no">{{ name }}</bdi>
    }
  `,
  host: { class: 'names' },
})
export class Name {
  readonly own = input<string | null>();
  readonly latin = input<string | null>();
  readonly language = input('fa');
}
