import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { keptWords } from '@panah/domain/clients/search-terms';
import type { UnitOfWork } from '../platform/database/unit-of-work';
import { UnitsOfWork } from '../platform/database/units-of-work';
import { type Job, Jobs, type JobWork } from '../platform/jobs/jobs';
import { type Place, Sealer } from '../platform/sealing/sealer';
import { type ClientSecrets, clientPlace, type NameSecrets } from './client.entity';
import { NAMES } from './client-parts';
import { NameIndex } from './name-index.records';
import { asPseudonym } from './name-page';

interface Office {
  orgId: string;
  officeId: string;
}

interface SealedRow extends Record<string, unknown> {
  id: string;
  clientId: string;
  sealed: Buffer;
  sealVersion: number;
}

/** Notes the names of an office anew that are kept elsewhere than with clients. */
export type NotesAnew = (work: UnitOfWork, office: Office) => Promise<void>;

const AT_ONCE = 500;
const DUE = `select office_id as "officeId", org_id as "orgId" from name_index_due order by office_id for update skip locked`;
const DONE = 'delete from name_index_due where office_id = $1';
const ORGS = 'select distinct org_id as "orgId" from name_word';
const FORGET = {
  name: 'name-index.forget',
  text: `delete from name_token t where t.office_id = $1
    and (t.source_id = t.client_id or exists (select from person_name n where n.id = t.source_id and n.client_id = t.client_id))`,
};
const CLIENTS = {
  name: 'name-index.clients',
  text: `select id, id as "clientId", sealed, seal_version as "sealVersion" from client
    where office_id = $1 and id > $2::uuid and sealed <> '' order by id limit ${AT_ONCE}`,
};
const NAMES_OF = {
  name: 'name-index.names',
  text: `select id, client_id as "clientId", sealed, seal_version as "sealVersion" from person_name
    where client_id = any($1::uuid[]) and removed_at is null and office_id = $2`,
};
const NOTE = {
  name: 'name-index.note',
  text: `insert into name_token (org_id, office_id, client_id, source_id, token)
    select $1, $2, * from unnest($3::uuid[], $4::uuid[], $5::bytea[]) on conflict do nothing`,
};
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** Before the first question: what a migration gave up is noted anew, and the words are read. Safe with two processes: an office is taken by one. */
@Injectable()
export class NameIndexJob implements Job, OnApplicationBootstrap {
  readonly name = 'note-names-anew';
  readonly cron = null;
  private readonly others: NotesAnew[] = [];

  constructor(
    private readonly jobs: Jobs,
    private readonly units: UnitsOfWork,
    private readonly sealer: Sealer,
    private readonly index: NameIndex,
  ) {}

  /** A capability that notes names of its own says how. */
  also(note: NotesAnew): void {
    this.others.push(note);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.runNow(this.name);
  }

  async run(work: JobWork): Promise<void> {
    for (const office of await work.rows<Office>(DUE)) {
      await this.noteAnew(office);
      await work.rows(DONE, [office.officeId]);
    }
    const read = <T>({ text }: { text: string }, values: unknown[]): Promise<T[]> => work.rows<T>(text, values);
    for (const { orgId } of await work.rows<Office>(ORGS)) await this.index.refresh(orgId, read);
  }

  private async noteAnew(office: Office): Promise<void> {
    const as = { orgId: office.orgId, roles: ['COORDINATOR'], coordinatedOffices: [office.officeId], enquiryOffices: [office.officeId] };
    await this.units.runAs(as, async (work) => {
      await work.change(FORGET, [office.officeId]);
      for (const note of this.others) await note(work, office);
    });
    for (let last: string | null = BEFORE_ALL; last !== null;) {
      const after: string = last;
      last = await this.units.runAs(as, (work) => this.noteClients(work, office, after));
    }
  }

  /** Gives the last client noted, or null when none is left. */
  private async noteClients(work: UnitOfWork, office: Office, after: string): Promise<string | null> {
    const clients = await work.rows<SealedRow>(CLIENTS, [office.officeId, after]);
    const names = await work.rows<SealedRow>(NAMES_OF, [clients.map(({ id }) => id), office.officeId]);
    const secrets = await this.sealer.openMany<ClientSecrets>(
      clients.map((row) => ({ place: clientPlace(row.id, row.sealVersion), sealed: row.sealed })),
    );
    const written = await this.sealer.openMany<NameSecrets>(names.map((row) => ({ place: placeOfName(row), sealed: row.sealed })));
    await this.note(work, office, [
      ...clients.flatMap(({ id }, at) =>
        keptWords(secrets[at]?.pseudonym ?? '').map((word) => ({ clientId: id, sourceId: id, word: asPseudonym(word) })),
      ),
      ...names.flatMap(({ id, clientId }, at) => keptWords(written[at]?.asWritten ?? '').map((word) => ({ clientId, sourceId: id, word }))),
    ]);
    return clients.length === AT_ONCE ? (clients.at(-1)?.id ?? null) : null;
  }

  private async note(
    work: UnitOfWork,
    { orgId, officeId }: Office,
    words: readonly { clientId: string; sourceId: string; word: string }[],
  ): Promise<void> {
    const tokens = await this.index.tokensFor(
      work,
      orgId,
      officeId,
      words.map(({ word }) => word),
    );
    await work.change(NOTE, [orgId, officeId, words.map(({ clientId }) => clientId), words.map(({ sourceId }) => sourceId), tokens]);
  }
}

const placeOfName = ({ id, clientId, sealVersion }: SealedRow): Place => ({
  table: NAMES.table,
  rowId: id,
  subjectId: clientId,
  compartment: NAMES.compartment,
  sealVersion,
});
