import { type EnvironmentProviders, inject, Injectable, provideEnvironmentInitializer } from '@angular/core';
import type { Fact, Problem } from './problem';

export type ProblemText = string | ((facts: Readonly<Record<string, Fact>>) => string);
export type ProblemTextsByCode = Readonly<Record<string, ProblemText>>;

const minutes = (seconds: Fact | undefined) => Math.max(1, Math.ceil(Number(seconds ?? 60) / 60));

const HOUSE_TEXTS: ProblemTextsByCode = {
  offline: $localize`:@@platform.problemOffline:The server cannot be reached. Nothing was sent. What you typed is still here; try again in a moment.`,
  'not-found': $localize`:@@platform.problemNotFound:There is nothing here that you can open.`,
  'not-allowed': $localize`:@@platform.problemNotAllowed:Your role does not include this. Nothing was changed.`,
  stale: $localize`:@@platform.problemStale:Somebody else saved this in the meantime. Nothing of yours is lost.`,
  'not-open': $localize`:@@platform.problemNotOpen:This step is no longer open: somebody else took it. Load the page again to see where it stands.`,
  conflict: $localize`:@@platform.problemConflict:This no longer fits what is on record. Load the page again, then decide.`,
  'invalid-input': $localize`:@@platform.problemInvalid:Something is not filled in as it must be. The fields say what.`,
  'too-many-tries': (facts) =>
    $localize`:@@platform.problemTooManyTries:Too many tries. Wait ${minutes(facts['retryAfterSeconds'])}:minutes: min, then try again.`,
  'sign-in-refused': $localize`:@@session.refused:Name and password do not match.`,
  'second-factor-required': $localize`:@@session.codeNeeded:Enter the six digits from your authenticator.`,
  'second-factor-refused': $localize`:@@session.codeRefused:These digits are not valid any more. Take the next ones.`,
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
