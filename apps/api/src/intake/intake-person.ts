import { isUsable } from '@panah/domain/clients/contact.rules';
import { type PartialDateInput, partialDateOf } from '@panah/contracts/partial-date.contract';
import type { PartialDate } from '@panah/domain/dates/partial-date';
import type { AdmittedClient, AdmittedName } from '../clients/client.records';
import type { OpenEnquiry } from './enquiry.records';
import type { StepContent } from './intake-step.entity';
import { dayOf, today } from '../platform/access/today';

/** The days a date may be. Throws RuleBroken, beside its field, for a date that never was. */
export function saidDate(field: string, said: PartialDateInput | null | undefined): PartialDate | null {
  return partialDateOf(field, said, today());
}

/** The person as the intake came to know them, for the client's own file (R-ID-01: what was not said stays empty). */
export function admittedFrom(clientId: string, { row, secrets }: OpenEnquiry, { IDENTITY, SAFETY }: StepContent): AdmittedClient {
  const { literacy, sexRecorded, birth, arrived } = IDENTITY;
  return {
    id: clientId,
    officeId: row.officeId,
    countryOfStay: IDENTITY.country ?? row.country ?? '',
    languages: languagesOf(IDENTITY.languages ?? [], literacy ?? null),
    interpreter: interpreterOf(IDENTITY.interpreter),
    names: namesOf(IDENTITY),
    pseudonym: secrets?.pseudonym,
    birth: saidDate('birth', birth),
    sexRecorded: sexRecorded ?? null,
    literacy: literacy ?? null,
    arrivedOn: saidDate('arrived', arrived),
    contactPoints: contactPointOf(IDENTITY, SAFETY.interviewAt ?? row.receivedAt.toISOString()),
  };
}

function namesOf({ name, nameLatin }: StepContent['IDENTITY']): AdmittedName[] {
  return [name, nameLatin].filter((each): each is string => Boolean(each)).map((asWritten) => ({ asWritten, inUse: true }));
}

function languagesOf(codes: readonly string[], literacy: string | null): AdmittedClient['languages'] {
  return codes.map((code, at) => ({ code, level: null, speaks: true, reads: at === 0 && literacy !== 'NONE' }));
}

function interpreterOf(wanted: string | null | undefined): AdmittedClient['interpreter'] {
  if (!wanted || wanted === 'NO') return null;
  return { gender: { YES_FEMALE: 'F', YES_MALE: 'M' }[wanted] ?? null, dialect: null };
}

function contactPointOf(identity: StepContent['IDENTITY'], seenAt: string): NonNullable<AdmittedClient['contactPoints']> {
  const { contactChannel, contactValue, contactSafety, contactRule } = identity;
  if (!contactChannel || !contactValue) return [];
  return [
    {
      channel: contactChannel,
      value: contactValue,
      label: null,
      safety: contactSafety ?? 'UNVERIFIED',
      conditions: contactRule ?? null,
      deviceTrust: null,
      language: identity.languages?.[0] ?? null,
      // what may not be used is not preferred either (R-RI-07)
      preferred: isUsable({ safety: contactSafety ?? 'UNVERIFIED' }),
      verifiedOn: null,
      lastSafeCheckOn: dayOf(new Date(seenAt)),
      retiredReason: null,
    },
  ];
}
