/** Steps of the authorities on the way to living together. */
export const ROUTE_STEPS = [
  { code: 'APPLICATION', label: $localize`:@@family.routeApplication:Application` },
  { code: 'DOCUMENTS', label: $localize`:@@family.routeDocuments:Documents` },
  { code: 'VISA_APPOINTMENT', label: $localize`:@@family.routeVisa:Visa appointment` },
  { code: 'DECISION', label: $localize`:@@family.routeDecision:Decision` },
  { code: 'APPEAL', label: $localize`:@@family.routeAppeal:Appeal` },
  { code: 'TRAVEL', label: $localize`:@@family.routeTravel:Travel` },
];

export const routeStepWords = (kind: string): string => ROUTE_STEPS.find(({ code }) => code === kind)?.label ?? kind;
