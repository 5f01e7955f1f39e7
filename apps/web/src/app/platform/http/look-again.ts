import { DestroyRef, inject } from '@angular/core';

/** Looks every so many milliseconds, while somebody can see the page. Ends with whom it is called for. */
export function lookAgain(every: number, look: () => Promise<void>): void {
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible') void look();
  }, every);
  inject(DestroyRef).onDestroy(() => clearInterval(timer));
}
