import { Injectable } from '@nestjs/common';
import type { PartnerListQuery } from '@panah/contracts/partners.contract';
import { recipientKey } from '@panah/domain/consents/recipient-name';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound, staleEdit } from '../platform/errors/problem';
import { cursorAfter, readCursor } from '../platform/http/keyset';
import { newId } from '../platform/new-id';
import { ProcessSteps } from '../platform/process-steps';
import { type Place, Sealer } from '../platform/sealing/sealer';
import { Partner, type PartnerPlain, type PartnerSecrets } from './partner.entity';

export interface OpenPartner {
  row: Partner;
  secrets: PartnerSecrets;
}

export interface PartnerPage {
  rows: Partner[];
  total: number;
  next: string | null;
}

const COLUMNS = `id, state, name, type, country, services, places, languages, agreement_signed_on as "agreementSignedOn", agreement_valid_to as "agreementValidTo",
  transfer_mechanism as "transferMechanism", security_checked_on as "securityCheckedOn", sealed, seal_version as "sealVersion", version`;
const FILTER = `org_id = $1 and ($2::text is null or state = $2) and ($3::text is null or country = $3) and ($4::text is null or $4 = any(services))`;
const LIST = {
  name: 'partner.list',
  text: `select ${COLUMNS}, (select count(*) from partner where ${FILTER}) as total from partner
          where ${FILTER} and ($5::text is null or (name, id) > ($5, $6::uuid)) order by name, id limit $7`,
};
const ONE = { name: 'partner.one', text: `select ${COLUMNS} from partner where id = $1 and org_id = $2` };
/** $2 as `recipientKey` writes names. */
const CALLED = {
  name: 'partner.called',
  text: `select id, name from partner where org_id = $1 and lower(normalize(btrim(regexp_replace(name, '\\s+', ' ', 'g')), NFKC)) = any($2::text[]) order by name, id`,
};
const NAMES = { name: 'partner.names', text: 'select id, name from partner where id = any($1::uuid[]) and org_id = $2' };
const HOLD = { name: 'partner.hold', text: `${ONE.text} for update` };

/** The door to the partners' table. Reach: the organisation's own people; a partner's people never. */
@Injectable()
export class PartnerRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly steps: ProcessSteps,
  ) {}

  async list({ state, country, service, limit = 25, cursor }: PartnerListQuery): Promise<PartnerPage> {
    const [name, id] = readCursor(cursor, 2) ?? [null, null];
    const filter = [currentActor().orgId, state ?? null, country ?? null, service ?? null];
    const rows = await currentWork().rows<Partner & { total: number }>(LIST, [...filter, name, id, limit + 1]);
    const page = rows.slice(0, limit);
    currentLine().returned(
      'partner',
      page.map((row) => row.id),
    );
    const last = page.at(-1);
    return { rows: page, total: rows[0]?.total ?? 0, next: rows.length > limit && last ? cursorAfter([last.name, last.id]) : null };
  }

  /** Partners who bear one of these names, as recipients are compared by it. */
  async called(names: readonly string[]): Promise<{ id: string; name: string }[]> {
    if (names.length === 0) return [];
    return currentWork().rows<{ id: string; name: string }>(CALLED, [currentActor().orgId, names.map(recipientKey)]);
  }

  /** Names by id; ids that are nobody's here are absent. */
  async names(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = ids.length ? await currentWork().rows<{ id: string; name: string }>(NAMES, [[...new Set(ids)], currentActor().orgId]) : [];
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async get(id: string): Promise<OpenPartner> {
    return this.open(await currentWork().row<Partner & Record<string, unknown>>(ONE, [id, currentActor().orgId]), id);
  }

  /** As `get`, and nobody else moves or edits the partner until this request is over. */
  async hold(id: string): Promise<OpenPartner> {
    return this.open(await currentWork().row<Partner & Record<string, unknown>>(HOLD, [id, currentActor().orgId]), id);
  }

  async add(plain: PartnerPlain, secrets: PartnerSecrets): Promise<string> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    currentLine()
      .about('partner', id)
      .changed(...Object.keys(plain), ...Object.keys(secrets));
    const sealed = await this.sealer.seal(placeOf(id, 1), secrets);
    await currentWork().entities.insert(Partner, {
      id,
      orgId,
      state: 'PROSPECT',
      ...plain,
      sealed,
      sealVersion: 1,
      version: 1,
      createdBy: staffId,
    });
    await this.steps.record({ type: 'partner', id, action: 'create', from: null, to: 'PROSPECT' });
    return id;
  }

  /** Throws 412 with the names of the fields that others changed meanwhile. */
  async edit(held: OpenPartner, version: number, plain: PartnerPlain, secrets: PartnerSecrets): Promise<void> {
    const { row } = held;
    const changed = changedFields({ ...row, ...held.secrets }, { ...plain, ...secrets });
    if (row.version !== version) throw staleEdit(row.version, changed);
    currentLine().changed(...changed);
    const sealVersion = row.sealVersion + 1;
    const sealed = await this.sealer.seal(placeOf(row.id, sealVersion), secrets);
    await currentWork().entities.update(Partner, { id: row.id, version }, { ...plain, sealed, sealVersion, version: version + 1 });
  }

  async move({ row }: OpenPartner, action: string, to: string, reason: string | null): Promise<void> {
    currentLine().changed('state');
    await currentWork().entities.update(Partner, { id: row.id, version: row.version }, { state: to, version: row.version + 1 });
    await this.steps.record({ type: 'partner', id: row.id, action, from: row.state, to, note: reason });
  }

  /** What became of the partner's key, in the history of the partner. */
  async tellOfKey(id: string, action: string, { from, to, reason }: { from: string; to: string; reason: string | null }): Promise<void> {
    await this.steps.record({ type: 'partner', id, action, from, to, note: reason });
  }

  private async open(row: Partner | null, id: string): Promise<OpenPartner> {
    currentLine().about('partner', id);
    if (!row) throw notFound();
    currentLine().returned('partner', [id]);
    return { row, secrets: await this.sealer.open<PartnerSecrets>(placeOf(row.id, row.sealVersion), row.sealed) };
  }
}

const placeOf = (id: string, sealVersion: number): Place => ({
  table: 'partner',
  rowId: id,
  subjectId: id,
  compartment: 'file',
  sealVersion,
});

/** Names of the fields in which two records differ. */
function changedFields(before: object, after: object): string[] {
  const old = before as Record<string, unknown>;
  return Object.entries(after)
    .filter(([name, value]) => JSON.stringify(old[name] ?? null) !== JSON.stringify(value ?? null))
    .map(([name]) => name);
}
