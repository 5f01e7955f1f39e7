import { Directive, ElementRef, inject } from '@angular/core';
import { formLink } from './form-link';

/** Several short texts in one box: parted by commas of either script, or in a larger box one a line. The value is the list, null when there is none. */
@Directive({ selector: 'input[appSeveral], textarea[appSeveral]', host: { '(input)': 'said()', '(blur)': 'link.left()' } })
export class SeveralTexts {
  private readonly box = inject<ElementRef<HTMLInputElement | HTMLTextAreaElement>>(ElementRef).nativeElement;
  private readonly mark = this.box.tagName === 'TEXTAREA' ? { part: /\n/, join: '\n' } : { part: /[,،;؛]/, join: ', ' };
  protected readonly link = formLink<readonly string[] | null>((texts) => (this.box.value = texts?.join(this.mark.join) ?? ''));

  protected said(): void {
    const texts = this.box.value.split(this.mark.part).map((text) => text.trim());
    const filled = texts.filter(Boolean);
    this.link.tell(filled.length ? filled : null);
  }
}
