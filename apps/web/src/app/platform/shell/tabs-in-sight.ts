import { DestroyRef, Directive, ElementRef, inject } from '@angular/core';

/** A row of tabs that is longer than its place shows the one that is open, in its middle. */
@Directive({ selector: '[appTabsInSight]' })
export class TabsInSight {
  private readonly row = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    const watch = new MutationObserver(() => this.show());
    watch.observe(this.row, { attributeFilter: ['aria-current'], subtree: true });
    inject(DestroyRef).onDestroy(() => watch.disconnect());
  }

  private show(): void {
    const open = this.row.querySelector('[aria-current]');
    if (open) this.row.scrollBy?.({ left: middleOf(open) - middleOf(this.row) });
  }
}

function middleOf(element: Element): number {
  const { left, width } = element.getBoundingClientRect();
  return left + width / 2;
}
