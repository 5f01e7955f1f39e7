import { inject } from '@angular/core';
import { type Route, Router, type Routes } from '@angular/router';
import { CAPABILITIES, type Capability, DOORSTEP } from './capabilities';
import { needsWord, onlyWithoutSession, signedIn } from './platform/access/guards';
import { SessionStore } from './platform/session/session-store';

const routeOf = (capability: Capability): Route => ({
  path: capability.path,
  pathMatch: capability.path === '' ? 'full' : 'prefix',
  canMatch: [needsWord(capability.word)],
  loadChildren: capability.loadChildren,
});

/** Whoever has no day of their own (an auditor, an admin) begins at the first page that is open to them. */
const firstOpenPage = () => {
  const session = inject(SessionStore);
  const first = CAPABILITIES.find((each) => each.navLabel && each.path !== '' && session.may(each.word));
  return inject(Router).parseUrl(first ? `/${first.path}` : '/nothing-open');
};

export const routes: Routes = [
  {
    path: 'sign-in',
    canActivate: [onlyWithoutSession],
    title: $localize`:@@session.title:Sign in`,
    loadComponent: () => import('./platform/session/sign-in-page').then((m) => m.SignInPage),
  },
  ...DOORSTEP,
  {
    path: '',
    canMatch: [signedIn],
    loadComponent: () => import('./platform/shell/shell').then((m) => m.Shell),
    loadChildren: () => import('./platform/shell/shell.routes').then((m) => m.shellRoutes(CAPABILITIES.map(routeOf), firstOpenPage)),
  },
];
