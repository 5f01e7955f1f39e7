import './platform/form/nested-contracts';
import { APP_BASE_HREF } from '@angular/common';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { LOCALE_ID, provideBrowserGlobalErrorListeners } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, TitleStrategy, withComponentInputBinding, withInMemoryScrolling, withRouterConfig } from '@angular/router';
import { App } from './app';
import { routes } from './app.routes';
import { officeRequests } from './platform/http/office-requests';
import type { Language } from './platform/reader/language';
import { OfficeTitle } from './platform/shell/office-title';

/** Starts the application in one language; the root holds only what the sign-in page needs. */
export const bootstrap = (language: Language) =>
  bootstrapApplication(App, {
    providers: [
      provideBrowserGlobalErrorListeners(),
      provideHttpClient(withInterceptors([officeRequests])),
      provideRouter(
        routes,
        withComponentInputBinding(),
        withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
        withRouterConfig({ paramsInheritanceStrategy: 'always' }),
      ),
      { provide: TitleStrategy, useExisting: OfficeTitle },
      { provide: LOCALE_ID, useValue: language },
      // The Content-Security-Policy forbids <base>.
      { provide: APP_BASE_HREF, useValue: '/' },
    ],
  });
