import { Component, computed, input } from '@angular/core';
import { readerLanguage } from '../reader/language';
import type { ContractForm } from './contract-form';

/** After a stale edit: both versions stand in the form, and what somebody else changed is named. */
@Component({
  selector: 'app-together',
  template: `
    @if (form().together()) {
      <p class="small" role="status">
        <span i18n="@@platform.together">Both versions are put together here. Look, then save again.</span>
        @if (changed(); as names) {
          &ngsp;<span i18n="@@platform.togetherChanged">Changed meanwhile: {{ names }}.</span>
        }
      </p>
    }
  `,
  styles: ':host { display: contents }',
})
export class TogetherNote {
  readonly form = input.required<Pick<ContractForm<object>, 'together'>>();
  protected readonly changed = computed(() =>
    new Intl.ListFormat(readerLanguage() === 'fa' ? 'fa-IR' : 'en-GB').format(this.form().together() ?? []),
  );
}
