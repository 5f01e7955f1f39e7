import { keptWords } from '@panah/domain/clients/search-terms';
import { pseudonymFrom } from '@panah/domain/clients/pseudonym';
import type { AdmittedClient } from '../clients/admitted-client';
import { namesOf } from '../clients/admitted-names';
import {
  CONTACT_POINTS,
  DURESS_WORD,
  NAMES,
  ORGANISATIONAL_NAMES,
  type PartKind,
  RESIDENCES,
  SAFE_CONTACT_PLAN,
} from '../clients/client-parts';
import {
  clientPlace,
  type ContactPointSecrets,
  type OrganisationalNameSecrets,
  type PlanSecrets,
  type ResidenceSecrets,
} from '../clients/client.entity';
import { plainOf, secretsOf } from '../clients/client.records';
import { displayNameOf } from '../clients/display-name';
import { asPseudonym } from '../clients/name-page';
import { newId } from '../platform/new-id';
import type { Chance } from './chance';
import type { DrawnPages } from './drawn-pages';
import { COVER_WORDS } from './note-texts';
import type { DrawnPerson } from './person';
import { dayOf, type Setting } from './setting';
import type { Shelf } from './shelf';

export interface LaidClient {
  id: string;
  officeId: string;
  by: string;
  at: Date;
}

/** Lays a client's row, names, search tokens and the lines of the file, as an admission would; gives the pseudonym. */
export async function layClient(
  shelf: Shelf,
  setting: Setting,
  chance: Chance,
  pages: DrawnPages,
  who: LaidClient,
  person: DrawnPerson,
): Promise<string> {
  const input = admittedOf(chance, who, person);
  const names = namesOf(input.names);
  const secrets = secretsOf(input, displayNameOf(names));
  const { countryOfStay, languages, interpreterNeeded, birthYearFrom, birthYearTo } = plainOf(input.countryOfStay, secrets);
  const plan = drawPlan(chance, setting);
  shelf.add(
    'client',
    {
      id: who.id,
      org_id: setting.orgId,
      office_id: who.officeId,
      country_of_stay: countryOfStay,
      languages,
      interpreter_needed: interpreterNeeded,
      birth_year_from: birthYearFrom,
      birth_year_to: birthYearTo,
      duress_word_set: plan !== null,
      safe_contact_review_on: plan?.reviewOn ?? null,
      created_at: who.at,
      created_by: who.by,
      seal_version: 1,
      version: 1,
    },
    { place: clientPlace(who.id, 1), payload: secrets },
  );
  await layTokens(shelf, setting, pages, who, who.id, keptWords(secrets.pseudonym).map(asPseudonym));
  for (const name of names)
    await layTokens(shelf, setting, pages, who, layPart(shelf, setting, who, NAMES, name), keptWords(name.asWritten));
  layPart(shelf, setting, who, CONTACT_POINTS, drawContact(chance));
  if (plan) layPart(shelf, setting, who, SAFE_CONTACT_PLAN, plan);
  if (plan) layPart(shelf, setting, who, DURESS_WORD, { word: chance.pick(['umbrella', 'Tuesday train', 'the blue kettle', 'چتر']) });
  if (chance.happens(0.7)) layPart(shelf, setting, who, RESIDENCES, drawResidence(chance, person.country));
  if (chance.happens(0.4)) layPart(shelf, setting, who, ORGANISATIONAL_NAMES, drawOtherName(chance));
  return secrets.pseudonym;
}

function admittedOf(chance: Chance, who: LaidClient, person: DrawnPerson): AdmittedClient {
  return {
    id: who.id,
    officeId: who.officeId,
    countryOfStay: person.country,
    languages: person.languages,
    interpreter: person.interpreterNeeded ? { gender: null, dialect: null } : null,
    names: [
      { asWritten: person.arab, inUse: true },
      { asWritten: person.latin, kind: 'TRANSLITERATION', inUse: true },
    ],
    pseudonym: pseudonymFrom(chance.bytes(4)),
    birth: person.birth,
    sexRecorded: person.sex,
    literacy: person.literacy,
    maritalStatus: person.maritalStatus,
  };
}

async function layTokens(
  shelf: Shelf,
  setting: Setting,
  pages: DrawnPages,
  who: LaidClient,
  sourceId: string,
  words: readonly string[],
): Promise<void> {
  for (const token of await pages.tokensOf(shelf, who.officeId, words))
    shelf.add('name_token', { org_id: setting.orgId, office_id: who.officeId, client_id: who.id, source_id: sourceId, token });
}

function layPart<S>(shelf: Shelf, setting: Setting, who: LaidClient, kind: PartKind<S>, payload: S): string {
  const id = newId();
  shelf.add(
    kind.table,
    {
      id,
      org_id: setting.orgId,
      office_id: who.officeId,
      client_id: who.id,
      seal_version: 1,
      version: 1,
      created_at: who.at,
      created_by: who.by,
    },
    { place: { table: kind.table, rowId: id, subjectId: who.id, compartment: kind.compartment, sealVersion: 1 }, payload },
  );
  return id;
}

/** Numbers from the range that is kept for fiction. */
function drawContact(chance: Chance): ContactPointSecrets {
  return {
    channel: chance.weighted({ PHONE_CALL: 50, SIGNAL: 30, WHATSAPP: 20 }),
    value: `+44 7700 900${String(chance.between(0, 999)).padStart(3, '0')}`,
    label: null,
    safety: chance.weighted({ SAFE: 55, SAFE_CONDITIONS: 35, UNVERIFIED: 10 }),
    conditions: null,
    deviceTrust: chance.weighted({ OWN_NEW: 60, OWN_OLD: 25, UNKNOWN: 15 }),
    language: 'fa',
    preferred: true,
    verifiedOn: null,
    lastSafeCheckOn: null,
    retiredReason: null,
  };
}

function drawPlan(chance: Chance, setting: Setting): PlanSecrets | null {
  if (chance.happens(0.3)) return null;
  const days = chance.pick([[2, 4], [1, 3, 5], [1, 2, 3, 4, 5], [6]]);
  return {
    timeZone: 'Europe/Tirane',
    okHours: [{ days, from: chance.pick(['09:00', '17:30', '18:00']), to: chance.pick(['19:00', '20:00']) }],
    identifyAs: chance.pick(COVER_WORDS),
    leaveMessage: chance.weighted({ NO: 60, NEUTRAL_ONLY: 35, YES: 5 }),
    neverText: null,
    codeWord: chance.pick(['lemon', 'باران', 'garden gate']),
    checkIn: null,
    ifNoAnswer: 'Try once more on the next agreed day; then tell the coordinator.',
    trustedPerson: null,
    reviewOn: dayOf(new Date(setting.now + chance.between(-5, 80) * 24 * 60 * 60 * 1000)),
  };
}

function drawResidence(chance: Chance, country: string): ResidenceSecrets {
  return {
    from: null,
    to: null,
    country,
    city: null,
    address: `${chance.between(1, 90)} Example Street, Flat ${chance.between(1, 20)}`,
    knownTo: ['NONE'],
    safety: chance.weighted({ SAFE: 85, DOUBT: 15 }),
    remarks: null,
  };
}

function drawOtherName(chance: Chance): OrganisationalNameSecrets {
  return { kind: 'ORGANISATIONAL', asWritten: chance.pick(['نسیم', 'پویا', 'آرام', 'سپید', 'روشن']), remarks: null };
}
