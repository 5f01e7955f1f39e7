import { OwnClientInput, RiskReviewInput } from '@panah/contracts/family-steps.contract';
import { riskLevel } from '@panah/domain/vocabulary/cases';
import { choicesOf } from '../platform/form/choices';
import { type LinkAct, posted } from './link-act';

/** What keeps the two safe: a new look at the risks, and two officers where both are clients of ours. */
export const CARING_ACTS: Readonly<Record<string, LinkAct>> = {
  'review-risk': {
    label: $localize`:@@family.reviewRisk:Look at the risks again`,
    ask: (asked) =>
      posted(asked, 'risk-review', {
        title: $localize`:@@family.reviewRisk:Look at the risks again`,
        text: $localize`:@@family.reviewRiskText:Of both sides, together with whoever serves the other. If the relative is in acute danger, both sides are paused at once.`,
        contract: RiskReviewInput,
        fields: [
          { name: 'clientRisk', kind: 'area', label: $localize`:@@family.clientRisk:What could happen to the client` },
          { name: 'relativeRisk', kind: 'area', label: $localize`:@@family.relativeRisk:What could happen to the relative` },
          {
            name: 'relativeLevel',
            kind: 'choice',
            inRow: true,
            label: $localize`:@@family.relativeLevel:Risk for the relative`,
            choices: choicesOf(riskLevel),
          },
        ],
      }),
  },
  'own-client': {
    label: $localize`:@@family.ownClient:The relative is a client too`,
    ask: (asked) =>
      posted(asked, 'own-client', {
        title: $localize`:@@family.ownClient:The relative is a client too`,
        text: $localize`:@@family.ownClientText:By the reference of their case, if you are on its team. From then on somebody else of that team serves them; nothing of it is written into either file.`,
        contract: OwnClientInput,
        fields: [{ name: 'caseRef', kind: 'text', label: $localize`:@@family.ownClientRef:Reference of their case` }],
      }),
  },
};
