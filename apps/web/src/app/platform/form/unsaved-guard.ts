import { inject } from '@angular/core';
import type { CanDeactivateFn } from '@angular/router';
import { Dialogs } from '../dialog/dialogs';
import { SessionStore } from '../session/session-store';

/** A page with a form says whether something in it is unsaved. */
export interface HasUnsaved {
  unsaved(): boolean;
}

/** `canDeactivate: [unsavedGuard]`: asks before a page with unsaved words is left; a locked or ended session asks nothing. */
export const unsavedGuard: CanDeactivateFn<HasUnsaved> = (page) => {
  const dialogs = inject(Dialogs);
  if (inject(SessionStore).state() !== 'OPEN' || !page.unsaved()) return true;
  return dialogs.confirm({
    title: $localize`:@@platform.leaveTitle:Leave without saving?`,
    text: $localize`:@@platform.leaveText:What you typed here is not saved yet.`,
    yes: $localize`:@@platform.leaveYes:Leave`,
    danger: true,
  });
};
