import { PlanItemInput, type PlanView } from '@panah/contracts/plans.contract';
import { actionStatus, goalStatus } from '@panah/domain/vocabulary/plans';
import { choicesOf } from '../platform/form/choices';
import type { FormQuestion } from '../platform/form/form-question';
import type { PlanPiece } from './plan-version';
import { PLAN_TEXTS } from './plan-words';
import type { PlansApi } from './plans.api';

/** How a goal or an action of the plan in force goes. */
export const followQuestion = (plans: PlansApi, caseId: string, piece: PlanPiece): FormQuestion<PlanView, PlanItemInput> => ({
  title: $localize`:@@plans.how:How it goes`,
  text: 'statement' in piece ? piece.statement : piece.text,
  contract: PlanItemInput,
  texts: { blockedReason: PLAN_TEXTS, doneOn: PLAN_TEXTS },
  ...progressOf(piece),
  fields: [
    { name: 'status', kind: 'choice', label: $localize`:@@plans.needStatus:How it stands`, choices: statusesOf(piece) },
    { name: 'blockedReason', kind: 'text', label: $localize`:@@plans.blockedReason:What stands in the way`, optional: true },
    { name: 'result', kind: 'area', label: $localize`:@@plans.result:What came of it`, optional: true },
  ],
  send: (input, _intent, version) => plans.follow(piece.id, input, version),
  meanwhile: async () => {
    const { inForce } = await plans.read(caseId);
    const pieces = inForce?.goals.flatMap((goal) => [goal, ...goal.actions]) ?? [];
    const now = pieces.find(({ id }) => id === piece.id);
    return now ? progressOf(now) : null;
  },
});

const statusesOf = (piece: PlanPiece) =>
  choicesOf('statement' in piece ? goalStatus : actionStatus).filter(({ code }) => code !== 'SUPERSEDED');

const progressOf = ({ progress }: PlanPiece) => ({
  start: { status: progress?.status, blockedReason: progress?.blockedReason, result: progress?.result },
  version: progress?.version ?? 0,
});
