import { codeList, type CodeOf } from './code-list';

/** The steps of a journey (screens: the client file). They run beside each other; none waits for another. */
export const journeyStep = codeList({
  REFUGE: { en: 'Refuge', fa: 'پناهندگی' },
  HOUSING: { en: 'Housing', fa: 'مسکن' },
  COUNSELLING: { en: 'Counselling', fa: 'مشاوره' },
  INDEPENDENCE: { en: 'Independent life', fa: 'زندگی مستقل' },
  FAMILY: { en: 'Family', fa: 'خانواده' },
});
export type JourneyStep = CodeOf<typeof journeyStep>;
