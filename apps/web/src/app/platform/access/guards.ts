import { inject } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, Router } from '@angular/router';
import { SessionStore } from '../session/session-store';

/**
 * Lets in whoever has a session, locked ones too: the lock page then stands before everything.
 * It is asked before the rooms inside are matched, for those depend on who it is.
 */
export const signedIn: CanMatchFn = async () => {
  const session = inject(SessionStore);
  const router = inject(Router);
  const wanted = router.currentNavigation()?.extractedUrl.toString() ?? '/';
  await session.ready();
  if (session.state() !== 'ANONYMOUS') return true;
  return router.createUrlTree(['/sign-in'], wanted === '/' ? {} : { queryParams: { to: wanted } });
};

export const onlyWithoutSession: CanActivateFn = async () => {
  const session = inject(SessionStore);
  const router = inject(Router);
  await session.ready();
  return session.state() === 'ANONYMOUS' || router.parseUrl('/');
};

/** A room exists only for those who have its word; for everybody else its address leads to "not found". */
export const needsWord =
  (word: string): CanMatchFn =>
  async () => {
    const session = inject(SessionStore);
    await session.ready();
    return session.may(word);
  };
