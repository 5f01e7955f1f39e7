import { type EnvironmentProviders, inject, Injectable, provideEnvironmentInitializer } from '@angular/core';
import type { Fact, Problem } from './problem';

export type ProblemText = string | ((facts: Readonly<Record<string, Fact>>) => string);
export type ProblemTextsByCode = Readonly<Record<string, ProblemText>>;

const minutes = (seconds: Fact | undefined) => Math.max(1, Math.ceil(Number(seconds ?? 60) / 60));

const HOUSE_TEXTS: ProblemTextsByCode = {
  offline: $localize`:@@platform.problemOffline:The server cannot be reached. Nothing was sent. What you typed is still here; try again in a moment.`,
  'not-found': $localize`:@@platform.problemNotFound:There is nothing here that you can open.`,
  forbidden: $localize`:@@platform.problemNotAllowed:Your role does not include this. Nothing was changed.`,
  'stale-edit': $localize`:@@platform.problemStale:Somebody else saved this in the meantime. Nothing of yours is lost.`,
  'not-open': $localize`:@@platform.problemNotOpen:This step is no longer open: somebody else took it. Load the page again to see where it stands.`,
  'try-again': $localize`:@@platform.problemConflict:This no longer fits what is on record. Load the page again, then decide.`,
  invalid: $localize`:@@platform.problemInvalid:Something is not filled in as it must be. The fields say what.`,
  'too-many-tries': (facts) =>
    $localize`:@@platform.problemTooManyTries:Too many tries. Wait ${minutes(facts['retryAfterSeconds'])}:minutes: min, then try again.`,
  'sign-in-refused': $localize`:@@session.refused:Name and password do not match.`,
  'second-factor-required': $localize`:@@session.codeNeeded:Enter the six digits from your authenticator.`,
  'proof-refused': $localize`:@@session.proofRefused:That did not match. Digits change every half minute: take the next ones, or the password.`,
  'awaiting-confirmation': (facts) =>
    $localize`:@@session.awaiting:Your account waits for a second person's confirmation. They type these six digits: ${facts['digits']}:digits:`,
  'signed-out': $localize`:@@session.signedOut:Your session has ended. Sign in again.`,
  'session-locked': $localize`:@@session.lockedElsewhere:The session is locked.`,
  'already-there': $localize`:@@platform.problemAlreadyThere:This is on record already. Nothing was added.`,
  'refused-by-constraint': $localize`:@@platform.problemConstraint:This contradicts what is on record. Nothing was changed.`,
  'version-missing': $localize`:@@platform.problemVersion:The page was too old for this. Load it again.`,
  'day-cannot-be': $localize`:@@platform.problemDayCannotBe:A day is not possible. The field says why; what you wrote is still here.`,
  'day-out-of-range': $localize`:@@platform.problemDayOutOfRange:This day lies too far away. Look at the dates.`,
  'too-large': $localize`:@@platform.problemTooLarge:This is too long to be sent.`,
  'not-recorded': $localize`:@@platform.problemNotRecorded:The log could not be written, so nothing was shown or changed. Tell your administrator.`,
  'fresh-sign-in-needed': $localize`:@@session.freshText:This needs a sign-in of the last five minutes.`,
};

/** Says problems in the reader's language. Capabilities add their own codes when they are loaded. */
@Injectable({ providedIn: 'root' })
export class ProblemTexts {
  private readonly texts = new Map<string, ProblemText>(Object.entries(HOUSE_TEXTS));

  add(texts: ProblemTextsByCode): void {
    for (const [code, text] of Object.entries(texts)) this.texts.set(code, text);
  }

  /** One sentence or two: what happened, and what is safe to do next. */
  say(problem: Problem): string {
    const text = this.texts.get(problem.code);
    if (text !== undefined) return typeof text === 'string' ? text : text(problem.facts);
    return $localize`:@@platform.problemUnknown:This did not work, and nothing was changed. If it happens again, tell your coordinator.`;
  }
}

/** For the `providers` of a capability's routes: the texts of its own problem codes. */
export const provideProblemTexts = (texts: ProblemTextsByCode): EnvironmentProviders =>
  provideEnvironmentInitializer(() => inject(ProblemTexts).add(texts));
