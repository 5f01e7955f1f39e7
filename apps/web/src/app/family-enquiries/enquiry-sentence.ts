import { afterNextRender, Component, computed, type ElementRef, input, output, viewChild } from '@angular/core';
import type { FamilyEnquiryAnswerView } from '@panah/contracts/family-enquiries.contract';
import { directionOf } from '@panah/domain/vocabulary/languages';

/** The one sentence to say, in the language of whoever asks; the same whomever they ask for. Nothing else stands here. */
@Component({
  selector: 'app-enquiry-sentence',
  template: `
    <header class="head">
      <h1 #say tabindex="-1" i18n="@@familyEnquiries.say">Say this, and no more</h1>
    </header>
    <p class="sentence" translate="no" [attr.lang]="answer().language" [dir]="direction()">{{ answer().sentence }}</p>
    <p><button type="button" class="btn" (click)="another.emit()" i18n="@@familyEnquiries.another">Enter another</button></p>
  `,
  styles: `
    .sentence {
      max-inline-size: var(--measure);
      margin-block: var(--s5);
      padding: var(--s5);
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--surface);
      font-size: var(--text-n);
      line-height: 1.5;
      overflow-wrap: anywhere;
    }
  `,
})
export class EnquirySentence {
  readonly answer = input.required<FamilyEnquiryAnswerView>();
  readonly another = output();
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('say');
  protected readonly direction = computed(() => directionOf(this.answer().language));

  constructor() {
    afterNextRender(() => this.heading().nativeElement.focus());
  }
}
