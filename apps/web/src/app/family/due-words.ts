/** What is due on a link: on its officers' board, and nowhere else. */
const DUE_WORDS: Readonly<Record<string, string>> = {
  RISK_REVIEW: $localize`:@@family.dueRisk:Look at the risks again`,
  CALL_OFF: $localize`:@@family.dueCallOff:Call off what was agreed on`,
  CHECK_IN: $localize`:@@family.dueCheckIn:Ask how it was`,
  APPROVAL_LAPSES: $localize`:@@family.dueApproval:The approval lapses`,
  APPROACH_AGAIN: $localize`:@@family.dueApproach:May be asked again`,
  FOLLOW_UP: $localize`:@@family.dueFollow:Follow-up`,
  ROUTE: $localize`:@@family.dueRoute:Step of the authorities`,
  COOLING_OVER: $localize`:@@family.dueCooling:The seventy-two hours end`,
  CONSENT_ENDS: $localize`:@@family.dueConsent:A yes of the relative ends`,
  CONSENT_ENDS_SOON: $localize`:@@family.dueConsentSoon:A yes of the relative ends within a week`,
  ERASURE: $localize`:@@family.dueErasure:The relative’s data goes`,
};
export const dueWords = (what: string): string => DUE_WORDS[what] ?? what;
