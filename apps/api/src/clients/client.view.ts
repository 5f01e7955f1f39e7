import type { ContactPointView, SafeContactPlanView, SafeContactRuleView } from '@panah/contracts/client-contact.contract';
import type { NameView, OrganisationalNameView } from '@panah/contracts/client-names.contract';
import type { ClientHeaderView, ClientHitView, ClientView, ParticularsView, PersonView } from '@panah/contracts/clients.contract';
import { contactWarnings, isUsable } from '@panah/domain/clients/contact.rules';
import { looksAdministrative } from '@panah/domain/dates/administrative-date';
import { ageRange } from '@panah/domain/dates/age';
import { dependantView, documentView, residenceLine } from './client-papers.view';
import type { OpenPart, OpenParts } from './client-part.records';
import { CONTACT_POINTS, DEPENDANTS, DOCUMENTS, NAMES, ORGANISATIONAL_NAMES, RESIDENCES, SAFE_CONTACT_PLAN } from './client-parts';
import { offeredActions, reachesClient } from './client-reach';
import type { OpenHit } from './client-search.records';
import type { ContactPointSecrets, NameSecrets, OrganisationalNameSecrets, PlanSecrets } from './client.entity';
import type { OpenClient } from './client.records';

export function headerView(client: OpenClient, parts: OpenParts, today: string): ClientHeaderView {
  const { row, secrets } = client;
  const plan = parts.of(SAFE_CONTACT_PLAN)[0];
  const usable = parts.of(CONTACT_POINTS).filter(({ secrets: point }) => isUsable(point));
  const best = usable.find(({ secrets: point }) => point.preferred) ?? usable[0];
  return {
    id: row.id,
    displayName: secrets.displayName,
    pseudonym: secrets.pseudonym,
    caseId: row.caseId,
    caseRef: row.caseRef,
    countryOfStay: row.countryOfStay,
    languages: row.languages,
    interpreterNeeded: row.interpreterNeeded,
    duressWordSet: row.duressWordSet,
    safeContact: plan ? ruleView(plan) : null,
    contactPoint: best ? contactPointView(best) : null,
    contactWarnings: reachesClient(client, 'contact:read') ? contactWarnings(plan?.secrets ?? null, best?.secrets ?? null, today) : [],
    actions: offeredActions(client),
  };
}

/** What is not open to the reader is null; what needs a reason is left out. */
export function clientView(client: OpenClient, parts: OpenParts, today: string): ClientView {
  const { row, secrets } = client;
  const opens = (word: Parameters<typeof reachesClient>[1]): boolean => reachesClient(client, word);
  const plan = parts.of(SAFE_CONTACT_PLAN)[0];
  return {
    id: row.id,
    version: row.version,
    displayName: secrets.displayName,
    caseId: row.caseId,
    caseRef: row.caseRef,
    person: personView(client, today),
    duressWordSet: row.duressWordSet,
    safeContact: plan ? ruleView(plan) : null,
    names: opens('name:read') ? parts.of(NAMES).map(nameView) : null,
    organisationalNameCount: opens('location:reveal') ? parts.of(ORGANISATIONAL_NAMES).length : null,
    contactPoints: opens('contact:read') ? parts.of(CONTACT_POINTS).map(contactPointView) : null,
    documents: opens('identity:read') ? parts.of(DOCUMENTS).map(documentView) : null,
    residences: opens('location:reveal') ? parts.of(RESIDENCES).map(residenceLine) : null,
    dependants: parts.of(DEPENDANTS).map((dependant) => dependantView(dependant, today)),
    actions: offeredActions(client),
  };
}

function personView({ row, secrets }: OpenClient, today: string): PersonView {
  const age = secrets.birth ? ageRange(secrets.birth, today) : null;
  return {
    pseudonym: secrets.pseudonym,
    countryOfStay: row.countryOfStay,
    languages: secrets.languages,
    interpreterNeeded: row.interpreterNeeded,
    interpreterGender: secrets.interpreter?.gender ?? null,
    interpreterDialect: secrets.interpreter?.dialect ?? null,
    birth: secrets.birth,
    age: age && { label: age.label, countsAsMinor: age.countsAsMinor, isAgeUncertain: age.isAgeUncertain },
    birthLooksAdministrative: secrets.birth !== null && looksAdministrative(secrets.birth),
    birthPlace: secrets.birthPlace?.name ?? null,
    birthCountry: secrets.birthPlace?.country ?? null,
    sexRecorded: secrets.sexRecorded,
    literacy: secrets.literacy,
    maritalStatus: secrets.maritalStatus,
    arrivedOn: secrets.arrivedOn,
    arrivalMode: secrets.arrivalMode,
  };
}

export function particularsView({ row, secrets }: OpenClient): ParticularsView {
  const { genderSelf, fatherGivenName, motherGivenName, nationalities } = secrets.particulars;
  return { version: row.version, genderSelf, fatherGivenName, motherGivenName, nationalities };
}

export function hitView({ row, secrets }: OpenHit): ClientHitView {
  const { id, caseId, caseRef, state, countryOfStay } = row;
  return { clientId: id, displayName: secrets.displayName, pseudonym: secrets.pseudonym, caseId, caseRef, caseState: state, countryOfStay };
}

function nameView({ row, secrets }: OpenPart<NameSecrets>): NameView {
  const { kind, script, asWritten, given, family, prefix, suffix, romanisation, usedFrom, usedTo, inUse } = secrets;
  return {
    id: row.id,
    version: row.version,
    kind,
    script,
    asWritten,
    given,
    family,
    prefix,
    suffix,
    romanisation,
    usedFrom,
    usedTo,
    inUse,
  };
}

export function organisationalNameView({ row, secrets }: OpenPart<OrganisationalNameSecrets>): OrganisationalNameView {
  return { id: row.id, version: row.version, kind: secrets.kind, asWritten: secrets.asWritten, remarks: secrets.remarks };
}

/** Without the number. */
function contactPointView({ row, secrets }: OpenPart<ContactPointSecrets>): ContactPointView {
  const { channel, label, safety, conditions, deviceTrust, language, preferred, verifiedOn, lastSafeCheckOn, retiredReason } = secrets;
  return {
    id: row.id,
    version: row.version,
    channel,
    label,
    safety,
    conditions,
    deviceTrust,
    language,
    preferred,
    verifiedOn,
    lastSafeCheckOn,
    retiredReason,
  };
}

function ruleView({ row, secrets }: OpenPart<PlanSecrets>): SafeContactRuleView {
  const { timeZone, okHours, identifyAs, leaveMessage, reviewOn } = secrets;
  return { version: row.version, timeZone, okHours, identifyAs, leaveMessage, reviewOn };
}

export function planView(plan: OpenPart<PlanSecrets>): SafeContactPlanView {
  const { neverText, codeWord, checkIn, ifNoAnswer, trustedPerson } = plan.secrets;
  return { ...ruleView(plan), neverText, codeWord, checkIn, ifNoAnswer, trustedPerson };
}
