import { Injectable } from '@angular/core';

/** Leaves by loading the page anew, so that nothing read in this session stays in memory. */
@Injectable({ providedIn: 'root' })
export class Departure {
  /** To a path of this application. */
  to(path: string): void {
    location.replace(path);
  }

  toSignIn(): void {
    location.replace('/sign-in');
  }

  toSignInAndBack(): void {
    location.replace(`/sign-in?to=${encodeURIComponent(location.pathname)}`);
  }
}
