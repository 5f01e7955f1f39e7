import type { CaseWorkerView } from './cases.contract';

/** One step of the journey, as far as its reader may know of it. */
export class JourneyStepView {
  /** A code of `journeyStep`. */
  step: string;
  /** A code of the step's own states; null where nothing has begun. */
  state: string | null;
  /** Since when it stands so: a day or a moment. */
  since: string | null;
  /** A code of what comes next, in the step's own words; null where nothing is open. */
  nextAct: string | null;
  dueOn: string | null;
  owner: CaseWorkerView | null;
}

/** The steps run beside each other; one that the reader may not know of is not there. */
export class JourneyView {
  steps: JourneyStepView[];
}
