import { type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, throwError } from 'rxjs';
import { problemOf } from '../problem/problem';
import { SessionStore } from '../session/session-store';

const READS = new Set(['GET', 'HEAD']);

/** Marks writes as coming from this page (the server refuses all others), and hands every failure on as a Problem. */
export const officeRequests: HttpInterceptorFn = (request, next) => {
  const session = inject(SessionStore);
  const marked = READS.has(request.method) ? request : request.clone({ setHeaders: { 'X-Requested-With': 'office' } });
  return next(marked).pipe(
    catchError((error: unknown) => {
      const problem = problemOf(error);
      const aboutTheDoor = request.url.startsWith('/api/session');
      if (!aboutTheDoor && (problem.status === 401 || problem.status === 423)) void session.refresh();
      return throwError(() => problem);
    }),
  );
};
