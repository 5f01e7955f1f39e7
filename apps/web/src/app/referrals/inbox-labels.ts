/** The words on the buttons of what a partner may do, in the order in which they stand. */
export const ACT_LABELS: Readonly<Record<string, string>> = {
  'take-over': $localize`:@@referrals.takeOver:Take the case over`,
  accept: $localize`:@@referrals.accept:Accept`,
  ask: $localize`:@@referrals.ask:Ask`,
  decline: $localize`:@@referrals.decline:Decline`,
  start: $localize`:@@referrals.start:Service has begun`,
  report: $localize`:@@referrals.report:Report`,
  complete: $localize`:@@referrals.complete:Service is over`,
  discontinue: $localize`:@@referrals.stop:Stop`,
  'hear-withdrawal': $localize`:@@referrals.heard:The person takes it back`,
  'confirm-deletion': $localize`:@@referrals.confirmDeletion:Say what you deleted`,
};
