import { afterNextRender, Directive, effect, ElementRef, inject, Injector, input, output, untracked } from '@angular/core';
import type { ContractForm } from './contract-form';

const CONTROL = 'input:not([type="hidden"]), select, textarea, button';

/** On the form element: Enter and Ctrl/⌘ Enter save; closing the tab warns while something is unsaved; the first broken field gets the focus. */
@Directive({
  selector: 'form[appForm]',
  host: {
    novalidate: '',
    '(submit)': 'submit($event)',
    '(keydown.control.enter)': 'submit($event)',
    '(keydown.meta.enter)': 'submit($event)',
    '(window:beforeunload)': 'leaving($event)',
  },
})
export class FormElement {
  readonly appForm = input.required<Pick<ContractForm<object>, 'dirty' | 'saving' | 'brokenCount'>>();
  /** Asked to save, by button or key. */
  readonly appSave = output();
  private readonly element = inject<ElementRef<HTMLFormElement>>(ElementRef);
  private readonly injector = inject(Injector);

  constructor() {
    let sending = false;
    effect(() => {
      const saving = this.appForm().saving();
      const answered = sending && !saving;
      sending = saving;
      if (answered) untracked(() => afterNextRender(() => this.focusFirstBroken(), { injector: this.injector }));
    });
  }

  protected submit(event: Event): void {
    event.preventDefault();
    if (this.appForm().saving()) return;
    this.appSave.emit();
    setTimeout(() => this.focusFirstBroken());
  }

  protected leaving(event: Event): void {
    if (this.appForm().dirty()) event.preventDefault();
  }

  private focusFirstBroken(): void {
    if (!this.appForm().brokenCount()) return;
    const first = this.element.nativeElement.querySelector<HTMLElement>('[aria-invalid="true"], .field > .error');
    const control = first?.matches('.error') ? first.parentElement?.querySelector<HTMLElement>(CONTROL) : first;
    control?.focus({ preventScroll: true });
    // in the middle: what is said about it stands beside it, and the foot of the form has just grown
    control?.scrollIntoView({ block: 'center' });
  }
}
