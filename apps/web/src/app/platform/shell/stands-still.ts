import { DestroyRef, Directive, ElementRef, inject } from '@angular/core';

/**
 * What is made here stands still at an edge of the window while the page scrolls behind it: its height is said in a variable of the page
 * (in px), so that whatever gets the focus is scrolled clear of it (WCAG 2.2, 2.4.11). It is not known beforehand: names wrap, warnings come.
 */
export function standStill(variable: '--above' | '--below'): void {
  const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const page = element.ownerDocument.documentElement.style;
  const observer = new ResizeObserver(() => page.setProperty(variable, `${String(element.offsetHeight)}px`));
  observer.observe(element);
  inject(DestroyRef).onDestroy(() => {
    observer.disconnect();
    page.removeProperty(variable);
  });
}

/** On what stays at the top. */
@Directive({ selector: '[appStandsAbove]' })
export class StandsAbove {
  constructor() {
    standStill('--above');
  }
}
