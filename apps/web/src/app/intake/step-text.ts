const STEPS: Readonly<Record<string, string>> = {
  receive: $localize`:@@intake.stepReceived:Received`,
  take_danger: $localize`:@@intake.stepTaken:Somebody on duty has it`,
  start_intake: $localize`:@@intake.stepStarted:Intake started`,
  propose_admission: $localize`:@@intake.stepProposed:Admission proposed`,
  admit: $localize`:@@intake.stepAdmitted:Admitted`,
  decline: $localize`:@@intake.stepDeclined:No case opened`,
};

/** What was done, in the words of a history. */
export const stepText = (action: string): string => STEPS[action] ?? action;
