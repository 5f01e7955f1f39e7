import { Directive, ElementRef, inject } from '@angular/core';
import { type ControlValueAccessor, NgControl } from '@angular/forms';

/** Several short texts in one box: parted by commas of either script, or in a larger box one a line. The value is the list, null when there is none. */
@Directive({ selector: 'input[appSeveral], textarea[appSeveral]', host: { '(input)': 'said()', '(blur)': 'tellLeft()' } })
export class SeveralTexts implements ControlValueAccessor {
  private readonly box = inject<ElementRef<HTMLInputElement | HTMLTextAreaElement>>(ElementRef).nativeElement;
  private readonly mark = this.box.tagName === 'TEXTAREA' ? { part: /\n/, join: '\n' } : { part: /[,،;؛]/, join: ', ' };
  private tell: (texts: readonly string[] | null) => void = () => undefined;
  protected tellLeft: () => void = () => undefined;

  constructor() {
    const control = inject(NgControl, { self: true, optional: true });
    if (control) control.valueAccessor = this;
  }

  writeValue(texts: readonly string[] | null): void {
    this.box.value = texts?.join(this.mark.join) ?? '';
  }

  registerOnChange(tell: (texts: readonly string[] | null) => void): void {
    this.tell = tell;
  }

  registerOnTouched(tellLeft: () => void): void {
    this.tellLeft = tellLeft;
  }

  protected said(): void {
    const texts = this.box.value.split(this.mark.part).map((text) => text.trim());
    const filled = texts.filter(Boolean);
    this.tell(filled.length ? filled : null);
  }
}
