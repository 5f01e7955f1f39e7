import { Injectable } from '@nestjs/common';
import type { Word } from '@panah/domain/access/access-table';
import type { DangerState } from '@panah/domain/duty/danger.process';
import { ClientRecords } from '../clients/client.records';
import { currentActor, REACH_PARAMETERS, reachValuesOrNone, withinReachOfOne, withinReachOrOffice } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { ProcessSteps } from '../platform/process-steps';
import { Sealer } from '../platform/sealing/sealer';
import { type Call, dangerPlace, type DangerRow, type DangerSecrets, type OpenDanger } from './danger';

const COLUMNS = `d.id, d.office_id as "officeId", d.client_id as "clientId", d.case_id as "caseId", c.case_ref as "caseRef", d.kind, d.source_id as "sourceId",
  d.silent, d.state, d.raised_by as "raisedBy", d.raised_at as "raisedAt", d.taken_by as "takenBy", d.taken_at as "takenAt", d.settled_by as "settledBy",
  d.settled_at as "settledAt", d.sealed, d.seal_version as "sealVersion", d.version, k.sealed as "clientSealed", k.seal_version as "clientSealVersion"`;
/** $1 is for each statement's own; the reader's reach to the danger and to the person follow. */
const FROM = `from danger d left join case_file c on c.id = d.case_id left join client k on k.id = d.client_id and ${withinReachOfOne('k', 'id', 2 + REACH_PARAMETERS)}`;
const WITHIN = withinReachOrOffice('d', 'client_id', 2);
/** What was called in silence is told to whoever called, and to those who can take it. */
const TOLD = `(not d.silent or d.raised_by = $3::uuid or d.office_id = any($2::uuid[]))`;
const ONE = { name: 'danger.one', text: `select ${COLUMNS} ${FROM} where d.id = $1 and ${WITHIN} and ${TOLD}` };
const HOLD = { name: 'danger.hold', text: `${ONE.text} for update of d` };
const OF_CASE = {
  name: 'danger.of-case',
  text: `select ${COLUMNS} ${FROM} where d.case_id = $1 and d.state <> 'SETTLED' and not d.silent and ${WITHIN} order by d.raised_at desc, d.id desc limit 20`,
};
const RAISED = {
  name: 'danger.raised-by-reader',
  text: `select ${COLUMNS} ${FROM} where d.raised_by = $1 and d.state <> 'SETTLED' and ${WITHIN} order by d.raised_at desc, d.id desc limit 50`,
};
const STANDING_TURN = `t.office_id = d.office_id and t.withdrawn_at is null and t.starts_at <= now() and t.ends_at > now()`;
/**
 * Whose screen it stands on: whoever is on duty and not shut out from this client;
 * when that is nobody, every coordinator of the office, for somebody has to see it.
 */
const MINE_TO_TAKE = `(exists (select from duty_turn t where ${STANDING_TURN} and t.staff_id = $1)
  or not exists (select from duty_turn t where ${STANDING_TURN}
       and not exists (select from access_block b where b.staff_id = t.staff_id and b.subject_id = d.client_id and b.lifted_at is null)))`;
const TO_TAKE = {
  name: 'danger.to-take',
  text: `select ${COLUMNS} ${FROM} where d.state = 'OPEN' and ${WITHIN} and ${MINE_TO_TAKE} order by d.raised_at, d.id limit 50`,
};
const TAKEN = {
  name: 'danger.taken',
  text: `select ${COLUMNS} ${FROM} where d.state = 'TAKEN' and $1::uuid is not null and ${WITHIN} order by d.taken_at, d.id limit 50`,
};
const ADD = {
  name: 'danger.add',
  text: `insert into danger (id, org_id, office_id, client_id, case_id, kind, source_id, silent, state, raised_by, sealed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'OPEN', $9, $10)`,
};
const UNHEARD = {
  name: 'danger.unheard',
  text: `select id from danger where client_id = $1 and raised_by = $2 and kind = 'DURESS' and state = 'OPEN' limit 1`,
};
const MOVE = {
  name: 'danger.move',
  text: `update danger set state = $3, taken_by = $4, taken_at = case when $4::uuid is null then null else coalesce(taken_at, clock_timestamp()) end,
           settled_by = $5, settled_at = case when $5::uuid is null then null else clock_timestamp() end,
           sealed = coalesce($6, sealed), seal_version = seal_version + case when $6::bytea is null then 0 else 1 end, version = version + 1
         where id = $1 and version = $2`,
};

/** The door to the dangers. Reach: the team in their roles, the coordinator's office; what was called in silence only the caller and coordinators. */
@Injectable()
export class DangerRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly steps: ProcessSteps,
    private readonly clients: ClientRecords,
  ) {}

  /** Calls whoever is on duty. The caller of this function has checked the reach to the case. Returns the danger's id. */
  async raise({ caseId, clientId, officeId, kind, sourceId, silent = false, words }: Call): Promise<string> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    const secrets: DangerSecrets = { words: words ?? null, settlement: null };
    const sealed = await this.sealer.seal(dangerPlace({ id, clientId, sourceId: sourceId ?? null, sealVersion: 1 }), secrets);
    await currentWork().change(ADD, [id, orgId, officeId, clientId, caseId, kind, sourceId ?? null, silent, staffId, sealed]);
    const about = { officeId, clientId: clientId ?? undefined };
    // what was called in silence leaves no step: the history of the file is open to whoever looks at the screen
    if (!silent) await this.steps.record({ type: 'danger', id, action: 'raise', from: null, to: 'OPEN', ...about, reason: kind });
    return id;
  }

  /** Whether the reader called in silence for this client and nobody has taken it yet. */
  async isUnheard(clientId: string): Promise<boolean> {
    return (await currentWork().row(UNHEARD, [clientId, currentActor().staffId])) !== null;
  }

  async get(id: string, word: Word = 'danger:read'): Promise<OpenDanger> {
    return this.found(await currentWork().row<DangerRow>(ONE, [id, ...this.reach(word)]), id);
  }

  /** As `get`, and nobody else takes or settles it until this request is over. */
  async hold(id: string, word: Word): Promise<OpenDanger> {
    return this.found(await currentWork().row<DangerRow>(HOLD, [id, ...this.reach(word)]), id);
  }

  /** Those of a case that are not settled, without what was called in silence. The caller has checked the case. */
  async ofCase(caseId: string): Promise<OpenDanger[]> {
    return this.open(await currentWork().rows<DangerRow>(OF_CASE, [caseId, ...this.reach('danger:read')]));
  }

  /** What the reader raised and is not settled. */
  async raisedByReader(): Promise<OpenDanger[]> {
    return this.open(await currentWork().rows<DangerRow>(RAISED, [currentActor().staffId, ...this.reach('danger:read')]));
  }

  /** What stands on the reader's screen until somebody has it. */
  async toTake(): Promise<OpenDanger[]> {
    return this.open(await currentWork().rows<DangerRow>(TO_TAKE, [currentActor().staffId, ...this.reach('danger:take')]));
  }

  async taken(): Promise<OpenDanger[]> {
    return this.open(await currentWork().rows<DangerRow>(TAKEN, [currentActor().staffId, ...this.reach('danger:take')]));
  }

  /** Takes a step on a held danger. */
  async move({ row, secrets }: OpenDanger, action: string, to: DangerState, words: string | null = null): Promise<void> {
    const { staffId } = currentActor();
    const takenBy = to === 'OPEN' ? null : to === 'TAKEN' ? staffId : row.takenBy;
    const told = to === 'SETTLED' ? { ...secrets, settlement: words } : words ? { ...secrets, words: joined(secrets.words, words) } : null;
    const sealed = told && (await this.sealer.seal(dangerPlace({ ...row, sealVersion: row.sealVersion + 1 }), told));
    currentLine().changed('state');
    await currentWork().change(MOVE, [row.id, row.version, to, takenBy, to === 'SETTLED' ? staffId : null, sealed]);
    const { id, officeId, state: from } = row;
    if (!row.silent) await this.steps.record({ type: 'danger', id, action, from, to, officeId, clientId: row.clientId ?? undefined });
  }

  private reach(word: Word): unknown[] {
    return [...reachValuesOrNone(word), ...reachValuesOrNone('client:read')];
  }

  private async found(row: DangerRow | null, id: string): Promise<OpenDanger> {
    currentLine().about('danger', id, row ? { clientId: row.clientId, officeId: row.officeId } : {});
    const [danger] = row ? await this.open([row]) : [];
    if (!danger) throw notFound();
    return danger;
  }

  private async open(rows: readonly DangerRow[]): Promise<OpenDanger[]> {
    const sealed = rows.filter((row): row is DangerRow & { sealed: Buffer } => row.sealed !== null);
    const secrets = await this.sealer.openMany<DangerSecrets>(sealed.map((row) => ({ place: dangerPlace(row), sealed: row.sealed })));
    const secretsOf = new Map(sealed.map((row, at) => [row.id, secrets[at]]));
    const known = rows.flatMap(({ clientId: id, clientSealed, clientSealVersion: sealVersion }) =>
      id && clientSealed ? [{ id, sealed: clientSealed, sealVersion }] : [],
    );
    const cards = await this.clients.cards(known);
    const pseudonymOf = new Map(known.map(({ id }, at) => [id, cards[at]?.pseudonym ?? null]));
    currentLine().returned(
      'danger',
      rows.map(({ id }) => id),
    );
    return rows.map((row) => ({
      row,
      secrets: secretsOf.get(row.id) ?? { words: null, settlement: null },
      pseudonym: row.clientId ? (pseudonymOf.get(row.clientId) ?? null) : null,
    }));
  }
}

const joined = (before: string | null, after: string): string => (before ? `${before}\n${after}` : after);
