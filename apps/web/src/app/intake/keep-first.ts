import { EnvironmentInjector, inject, runInInjectionContext } from '@angular/core';
import type { CanDeactivateFn } from '@angular/router';
import { type HasUnsaved, unsavedGuard } from '../platform/form/unsaved-guard';

/** A page whose draft is kept on the server. */
export interface KeepsDraft extends HasUnsaved {
  keep(): Promise<void>;
}

/** What was typed is kept before the page is left; only what cannot be kept is asked about. */
export const keepFirst: CanDeactivateFn<KeepsDraft> = async (page, ...where) => {
  const injector = inject(EnvironmentInjector);
  await page.keep();
  return runInInjectionContext(injector, () => unsavedGuard(page, ...where)) as Promise<boolean>;
};
