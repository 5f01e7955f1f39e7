import { RuleBroken } from './process';

/** For specs: what the rule said when it refused; fails when it did not. */
export function refusal(act: () => unknown): RuleBroken {
  try {
    act();
  } catch (error) {
    if (error instanceof RuleBroken) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}
