import { newId } from '../../apps/api/src/platform/new-id';
import type { AdmittedFile } from './admitted-file';
import type { Answer, Person } from './house';
import { officeDay } from './office-day';

export const dayAhead = (ahead: number): string => officeDay(ahead);

/** A goal of a plan with one action, whole. */
export const wholeGoal = (more: object = {}, action: object = {}) => ({
  id: newId(),
  domain: 'D02',
  statement: 'I want a door I can lock',
  baseline: 2,
  target: 4,
  targetOn: dayAhead(120),
  needIds: [] as string[],
  actions: [{ id: newId(), type: 'HOUSING_SEARCH', text: 'Look at three rooms', ownerKind: 'CLIENT', dueOn: dayAhead(30), ...action }],
  ...more,
});

/** A plan in which nothing is missing. */
export const wholePlan = (more: object = {}) => ({
  participation: 'FULL',
  agreement: 'AGREED',
  copyGiven: 'NO',
  goals: [wholeGoal()],
  ...more,
});

/** Writes a whole plan over the draft of a case; gives the answer with the plan. */
export async function writtenPlan(worker: Person, { caseId }: Pick<AdmittedFile, 'caseId'>, plan: object = wholePlan()): Promise<Answer> {
  const { body } = await worker.post(`/api/cases/${caseId}/plan-draft`, {});
  return worker.put(`/api/cases/${caseId}/plan-draft`, plan, { version: body.inHand.version });
}
