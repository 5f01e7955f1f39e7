import { inject } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, Router } from '@angular/router';
import { SessionStore } from '../session/session-store';

/** Lets in whoever has a session, locked ones too: the lock page then stands before everything. */
export const signedIn: CanActivateFn = async (_route, state) => {
  const session = inject(SessionStore);
  const router = inject(Router);
  await session.ready();
  if (session.state() !== 'ANONYMOUS') return true;
  return router.createUrlTree(['/sign-in'], state.url === '/' ? {} : { queryParams: { to: state.url } });
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
