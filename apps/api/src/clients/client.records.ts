import { Injectable } from '@nestjs/common';
import type { PartialDate } from '@panah/domain/dates/partial-date';
import { pseudonymFrom } from '@panah/domain/clients/pseudonym';
import type { Word } from '@panah/domain/access/access-table';
import { randomBytes } from 'node:crypto';
import { currentActor, reachValues, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound, staleEdit } from '../platform/errors/problem';
import { Sealer } from '../platform/sealing/sealer';
import type { AdmittedClient } from './admitted-client';
import { namesOf } from './admitted-names';
import { changedFields } from './changed-fields';
import { ClientPartRecords } from './client-part.records';
import { ClientSearchRecords, type PossibleMatch, type SomebodyNew } from './client-search.records';
import {
  CONTACT_POINTS,
  DEPENDANTS,
  DOCUMENTS,
  DURESS_WORD,
  NAMES,
  ORGANISATIONAL_NAMES,
  RESIDENCES,
  SAFE_CONTACT_PLAN,
} from './client-parts';
import { Client, type ClientSecrets, clientPlace, type DisplayName } from './client.entity';
import { displayNameOf } from './display-name';
import { NameTokenRecords } from './name-token.records';

export type { AdmittedClient, AdmittedName } from './admitted-client';

/** What of a client's row is needed to name them. */
export interface ClientCardRow {
  id: string;
  sealed: Buffer;
  sealVersion: number;
}

/** What a list, a header or a report calls a client. Nothing of class R. */
export interface ClientCard {
  displayName: DisplayName;
  pseudonym: string;
}

/** The reader's own rows on the client's case team. */
export interface TeamRow {
  role: string;
  classes: string[];
  isPrimary: boolean;
}

export interface OpenClient {
  row: Client & { team: TeamRow[]; caseRef: string | null; caseId: string | null };
  secrets: ClientSecrets;
}

const ONE = {
  name: 'client.one',
  text: `select c.id, c.org_id as "orgId", c.office_id as "officeId", c.country_of_stay as "countryOfStay", c.languages, c.interpreter_needed as "interpreterNeeded",
      c.duress_word_set as "duressWordSet", c.safe_contact_review_on as "safeContactReviewOn", c.sealed, c.seal_version as "sealVersion", c.version,
      f.id as "caseId", f.case_ref as "caseRef",
      (select coalesce(jsonb_agg(jsonb_build_object('role', t.role, 'classes', t.classes, 'isPrimary', t.is_primary)), '[]') from case_team t
        where t.client_id = c.id and t.staff_id = $3::uuid and t.starts_at <= now() and t.ended_at is null and (t.ends_at is null or t.ends_at > now())) as team
    from client c left join lateral (select id, case_ref from case_file where client_id = c.id order by (state = 'CLOSED'), period_no desc limit 1) f on true
   where c.id = $1 and ${withinReachOfOne('c', 'id', 2)}`,
};
const HOLD = { name: 'client.hold', text: `${ONE.text} for update of c` };
const EDIT = {
  name: 'client.edit',
  text: `update client set country_of_stay = $3, languages = $4, interpreter_needed = $5, birth_year_from = $6, birth_year_to = $7,
           sealed = $8, seal_version = seal_version + 1, version = version + 1 where id = $1 and version = $2`,
};
const MARK = {
  name: 'client.mark',
  text: 'update client set duress_word_set = duress_word_set or $2, safe_contact_review_on = coalesce($3, safe_contact_review_on) where id = $1',
};

/** The door to the clients. Reach: the coordinator's office, or the case team in a role whose classes cover the word. */
@Injectable()
export class ClientRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly parts: ClientPartRecords,
    private readonly tokens: NameTokenRecords,
    private readonly searches: ClientSearchRecords,
  ) {}

  /** Creates the client with keys, names, search tokens and all that is known, in the transaction of the admission. */
  async admit(input: AdmittedClient): Promise<void> {
    const { orgId, staffId } = currentActor();
    const names = namesOf(input.names);
    const secrets = secretsOf(input, displayNameOf(names));
    const sealed = await this.sealer.seal(clientPlace(input.id, 1), secrets);
    await currentWork().entities.insert(Client, {
      id: input.id,
      orgId,
      officeId: input.officeId,
      createdBy: staffId,
      ...plainOf(input.countryOfStay, secrets),
      duressWordSet: Boolean(input.duressWord),
      safeContactReviewOn: input.safeContactPlan?.reviewOn ?? null,
      sealed,
      sealVersion: 1,
      version: 1,
    });
    const nameIds = await this.parts.addMany(NAMES, input, names);
    await this.tokens.ofPseudonym(input, secrets.pseudonym);
    for (const [at, name] of names.entries()) await this.tokens.ofName(input, nameIds[at] ?? '', name);
    await this.addParts(input);
  }

  /** What one client is called. The row comes from the caller's own statement, within the caller's reach. */
  async card(row: ClientCardRow): Promise<ClientCard> {
    const [card] = await this.cards([row]);
    if (!card) throw notFound();
    return card;
  }

  /** As `card`, for many rows with one read of keys; the order is kept. */
  async cards(rows: readonly ClientCardRow[]): Promise<ClientCard[]> {
    const opened = await this.sealer.openMany<ClientSecrets>(
      rows.map((row) => ({ place: clientPlace(row.id, row.sealVersion), sealed: row.sealed })),
    );
    return opened.map(({ displayName, pseudonym }) => ({ displayName, pseudonym }));
  }

  /** Every name of the client and of those who depend on them, as written: to be compared with, never to be shown. The caller has checked the reach. */
  async namesAsWritten(clientId: string): Promise<string[]> {
    const parts = await this.parts.ofClient(clientId, [NAMES, ORGANISATIONAL_NAMES, DEPENDANTS]);
    const names = [...parts.of(NAMES), ...parts.of(ORGANISATIONAL_NAMES)].map(({ secrets }) => secrets.asWritten);
    return [...names, ...parts.of(DEPENDANTS).map(({ secrets }) => secrets.name)];
  }

  /** Clients within the reader's reach who may be the same person (A.8); people decide (R-ID-06). */
  possibleMatches(somebody: SomebodyNew): Promise<PossibleMatch[]> {
    return this.searches.possibleMatches(somebody);
  }

  /** One client within the reach of `word`, opened. */
  async get(id: string, word: Word): Promise<OpenClient> {
    return this.open(id, await currentWork().row<OpenClient['row'] & Record<string, unknown>>(ONE, [id, ...reachValues(word)]));
  }

  /** As `get`, and nobody else edits the client until this request is over. */
  async hold(id: string, word: Word): Promise<OpenClient> {
    return this.open(id, await currentWork().row<OpenClient['row'] & Record<string, unknown>>(HOLD, [id, ...reachValues(word)]));
  }

  /** Throws 412 with the names of the fields that others changed meanwhile. */
  async edit({ row, secrets }: OpenClient, version: number, after: ClientSecrets, countryOfStay: string): Promise<void> {
    const changed = changedFields({ ...secrets, countryOfStay: row.countryOfStay }, { ...after, countryOfStay });
    if (row.version !== version) throw staleEdit(row.version, changed);
    currentLine().changed(...changed);
    const plain = plainOf(countryOfStay, after);
    const sealed = await this.sealer.seal(clientPlace(row.id, row.sealVersion + 1), after);
    await currentWork().change(EDIT, [
      row.id,
      version,
      plain.countryOfStay,
      plain.languages,
      plain.interpreterNeeded,
      plain.birthYearFrom,
      plain.birthYearTo,
      sealed,
    ]);
  }

  /** What others may see without opening: that a duress word is agreed, and when safe contact is talked over again. */
  async mark(
    id: string,
    { duressWordSet = false, safeContactReviewOn = null }: { duressWordSet?: boolean; safeContactReviewOn?: string | null },
  ): Promise<void> {
    await currentWork().change(MARK, [id, duressWordSet, safeContactReviewOn]);
  }

  private async open(id: string, row: OpenClient['row'] | null): Promise<OpenClient> {
    currentLine().about('client', id, { clientId: id, officeId: row?.officeId });
    if (!row) throw notFound();
    currentLine().returned('client', [id]);
    return { row, secrets: await this.sealer.open<ClientSecrets>(clientPlace(row.id, row.sealVersion), row.sealed) };
  }

  private async addParts(input: AdmittedClient): Promise<void> {
    await this.parts.addMany(ORGANISATIONAL_NAMES, input, input.organisationalNames ?? []);
    await this.parts.addMany(CONTACT_POINTS, input, input.contactPoints ?? []);
    await this.parts.addMany(SAFE_CONTACT_PLAN, input, input.safeContactPlan ? [input.safeContactPlan] : []);
    await this.parts.addMany(DURESS_WORD, input, input.duressWord ? [{ word: input.duressWord }] : []);
    await this.parts.addMany(RESIDENCES, input, input.residences ?? []);
    await this.parts.addMany(DEPENDANTS, input, input.dependants ?? []);
    const documents = input.documents ?? [];
    const ids = await this.parts.addMany(DOCUMENTS, input, documents);
    for (const [at, document] of documents.entries()) await this.tokens.ofDocument(input, ids[at] ?? '', document.number);
  }
}

export function secretsOf(input: AdmittedClient, displayName: DisplayName): ClientSecrets {
  const { fatherGivenName = null, motherGivenName = null, genderSelf = null, nationalities = [] } = input;
  return {
    displayName,
    pseudonym: input.pseudonym ?? pseudonymFrom(randomBytes(4)),
    birth: input.birth ?? null,
    birthPlace: input.birthPlace ?? null,
    sexRecorded: input.sexRecorded ?? null,
    languages: input.languages,
    interpreter: input.interpreter ?? null,
    literacy: input.literacy ?? null,
    maritalStatus: input.maritalStatus ?? null,
    arrivedOn: input.arrivedOn ?? null,
    arrivalMode: input.arrivalMode ?? null,
    particulars: { fatherGivenName, motherGivenName, genderSelf, nationalities },
  };
}

export function plainOf(countryOfStay: string, { languages, interpreter, birth }: ClientSecrets) {
  return {
    countryOfStay,
    languages: languages.map(({ code }) => code),
    interpreterNeeded: interpreter !== null,
    birthYearFrom: yearOf(birth, 'from'),
    birthYearTo: yearOf(birth, 'to'),
  };
}

function yearOf(date: PartialDate | null, end: 'from' | 'to'): number | null {
  const day = date?.[end];
  return day ? Number(day.slice(0, 4)) : null;
}
