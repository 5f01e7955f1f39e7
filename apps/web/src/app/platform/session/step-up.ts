import { inject, Injectable } from '@angular/core';
import { Dialogs } from '../dialog/dialogs';
import { problemOf } from '../problem/problem';
import { FreshnessDialog } from './freshness-dialog';

/** The problem code that asks for a sign-in of the last minutes. */
const FRESH_SIGN_IN_REQUIRED = 'fresh-sign-in-needed';

/** Runs an act; when the server wants a fresh sign-in, asks for it and runs the act once more. */
@Injectable({ providedIn: 'root' })
export class StepUp {
  private readonly dialogs = inject(Dialogs);

  /** Resolves with the act's answer, or null when the reader went back. */
  async run<T>(act: () => Promise<T>): Promise<T | null> {
    try {
      return await act();
    } catch (thrown) {
      if (problemOf(thrown).code !== FRESH_SIGN_IN_REQUIRED) throw thrown;
      return (await this.dialogs.open<boolean>(FreshnessDialog)) ? act() : null;
    }
  }
}
