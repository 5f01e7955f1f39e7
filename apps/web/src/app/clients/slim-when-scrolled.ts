import { DestroyRef, Directive, ElementRef, inject } from '@angular/core';

/**
 * What never scrolls away keeps to the room of two lines once it has been scrolled past: on a small screen it would else cover what is
 * read. The page keeps its height, so that nothing jumps; while something in it has the focus, it stays whole.
 */
@Directive({ selector: '[appSlimWhenScrolled]' })
export class SlimWhenScrolled {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  /** How tall it was when it was whole. */
  private tall = 0;

  constructor() {
    const look = () => this.look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look, { passive: true });
    inject(DestroyRef).onDestroy(() => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    });
  }

  private look(): void {
    const { classList, style, offsetHeight } = this.element;
    const isSlim = classList.contains('slim');
    if (!isSlim) this.tall = offsetHeight;
    const slim = scrollY > this.tall && !this.element.querySelector('dl')?.contains(document.activeElement);
    if (slim === isSlim) return;
    classList.toggle('slim', slim);
    style.marginBlockEnd = slim ? `${String(this.tall - this.element.offsetHeight)}px` : '';
  }
}
