import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** Who it was: a colleague by name, a job of the house, or nobody who was signed in. */
@Component({
  selector: 'app-audit-actor',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (name()) {
      <bdi>{{ name() }}</bdi>
    } @else if (kind() === 'JOB') {
      <span class="muted" i18n="@@audit.job">The server, by itself</span>
    } @else {
      <span class="muted" i18n="@@audit.nobody">Nobody signed in</span>
    }
  `,
})
export class AuditActor {
  readonly name = input.required<string | null>();
  readonly kind = input<string>();
}
