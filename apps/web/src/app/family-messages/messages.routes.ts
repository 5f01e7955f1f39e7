import type { Routes } from '@angular/router';
import { unsavedGuard } from '../platform/form/unsaved-guard';
import { provideProblemTexts } from '../platform/problem/problem-texts';
import { MESSAGE_PROBLEMS } from './messages.texts';

/** Messages between relatives: what waits for whom, and one message with everything that is done with it. */
export const messagesRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@familyMessages.title:Messages`,
    providers: [provideProblemTexts(MESSAGE_PROBLEMS)],
    children: [
      { path: '', loadComponent: () => import('./message-queue').then((m) => m.MessageQueue) },
      { path: ':messageId', canDeactivate: [unsavedGuard], loadComponent: () => import('./message-page').then((m) => m.MessagePage) },
    ],
  },
];
