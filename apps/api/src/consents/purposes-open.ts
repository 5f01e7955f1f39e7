import { purposesOf, wordToKnowOf } from '@panah/domain/consents/purposes';
import { type ConsentPurpose, consentPurpose } from '@panah/domain/vocabulary/consents';
import { mayOn } from '../platform/access/may-on';
import type { ReachedCase } from '../cases/case.records';
import { currentReach } from '../platform/access/current-reach';

/** The purposes whose consents the reader works with on this case (model 5.1, class 26): by their place on its team, or for the whole office. */
export function purposesOpenOn(file: ReachedCase): readonly ConsentPurpose[] {
  if (!mayOn('consent:read', file)) return [];
  const ofOffice = currentReach('consent:read').offices.includes(file.officeId) ? purposesOf('COORDINATOR') : [];
  const ofTeam = file.standing
    .filter(({ classes }) => classes.includes('CONSENTS'))
    .flatMap(({ role }) => purposesOf(role as 'CASEWORKER'));
  return consentPurpose.codes.filter((purpose) => ofOffice.includes(purpose) || ofTeam.includes(purpose));
}

/** The purposes of which the reader learns on this case that a consent is there (model 5.1, classes 16 and 26), and can take it back. */
export function purposesKnownOn(file: ReachedCase): readonly ConsentPurpose[] {
  return consentPurpose.codes.filter((purpose) => {
    const word = wordToKnowOf(purpose);
    return word === null || mayOn(word, file);
  });
}
