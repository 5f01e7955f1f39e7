import { Injectable } from '@nestjs/common';
import { cell, type Word } from '@panah/domain/access/access-table';
import type { PlaceThere } from '@panah/domain/specialists/specialist.rules';
import type { Specialty } from '@panah/domain/vocabulary/specialists';
import { specialty as specialties } from '@panah/domain/vocabulary/specialists';
import { currentActor, currentReach } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { ProcessSteps } from '../platform/process-steps';
import { Sealer } from '../platform/sealing/sealer';
import {
  type OpenRequest,
  REQUEST_COLUMNS,
  requestPlace,
  type SpecialistRequest,
  type SpecialistSecrets,
} from './specialist-request.entity';

type Row = SpecialistRequest & Record<string, unknown>;

export interface QueuePage {
  requests: OpenRequest[];
  total: number;
}

// the second wall asks the same of the database: who holds the specialty in that office, and no block (R-AC-01)
const inOwnQueue = (
  first: number,
): string => `(r.office_id, r.specialty) in (select held.office, held.role from unnest($${first}::uuid[], $${first + 1}::text[])
    as held(office, role)) and not (r.client_id = any((select app.blocked())::uuid[]))`;
const WAITING = {
  name: 'specialist-queue.waiting',
  text: `select ${REQUEST_COLUMNS}, count(*) over ()::int as total from specialist_request r
          where r.state = 'REQUESTED' and ($3::text is null or r.specialty = $3) and ${inOwnQueue(1)} order by r.answer_due, r.id limit 100`,
};
const ONE = {
  name: 'specialist-queue.one',
  text: `select ${REQUEST_COLUMNS} from specialist_request r where r.id = $1 and ${inOwnQueue(2)}`,
};
const HOLD = { name: 'specialist-queue.hold', text: `${ONE.text} for update` };
const OWN_PLACE = {
  name: 'specialist-queue.own-place',
  text: `select t.is_primary as "isPrimary" from case_team t where t.client_id = $1 and t.staff_id = $2 and t.ended_at is null and (t.ends_at is null or t.ends_at > now())
          order by t.is_primary desc limit 1`,
};
const ANSWER = {
  name: 'specialist-queue.answer',
  text: `update specialist_request set state = $3, answered_by = $4, answered_at = now(), decline_reason = $5, sealed = $6, seal_version = seal_version + 1, version = version + 1
          where id = $1 and version = $2`,
};

/** A specialty's queue in an office: to whoever holds the specialty there, and to nobody whom a block or a tie keeps from the client. */
@Injectable()
export class SpecialistQueueRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly steps: ProcessSteps,
  ) {}

  /** The most urgent first. */
  async waiting(specialty: Specialty | null): Promise<QueuePage> {
    const rows = await currentWork().rows<Row & { total: number }>(WAITING, [...heldSpecialties('specialist:see-queue'), specialty]);
    currentLine().returned(
      'specialist_request',
      rows.map(({ id }) => id),
    );
    const secrets = await this.sealer.openMany<SpecialistSecrets>(rows.map((row) => ({ place: requestPlace(row), sealed: row.sealed })));
    const requests = rows.flatMap((row, at) => {
      const opened = secrets[at];
      return opened ? [{ row, secrets: opened }] : [];
    });
    return { requests, total: rows[0]?.total ?? 0 };
  }

  async get(id: string): Promise<OpenRequest> {
    return this.found(await currentWork().row<Row>(ONE, [id, ...heldSpecialties('specialist:take-up')]), id);
  }

  /** As `get`; whoever else wants it waits until this request is over. */
  async hold(id: string, word: 'specialist:take-up' | 'specialist:decline'): Promise<OpenRequest> {
    return this.found(await currentWork().row<Row>(HOLD, [id, ...heldSpecialties(word)]), id);
  }

  /** What the reader is on that client's team already. */
  async ownPlace({ clientId }: SpecialistRequest): Promise<PlaceThere> {
    const own = await currentWork().row<{ isPrimary: boolean }>(OWN_PLACE, [clientId, currentActor().staffId]);
    if (!own) return null;
    return own.isPrimary ? 'PRIMARY_WORKER' : 'MEMBER';
  }

  async takeUp(held: OpenRequest): Promise<void> {
    await this.answer(held, 'take_up', 'TAKEN_UP', null, held.secrets);
  }

  async decline(held: OpenRequest, reason: string, declineWords?: string): Promise<void> {
    await this.answer(held, 'decline', 'DECLINED', reason, { ...held.secrets, ...(declineWords ? { declineWords } : {}) });
  }

  /** Whoever says that they have a tie is closed off from the client at once; the request waits for somebody else (R-AC-01). */
  async closeOff({ row }: OpenRequest, kind: string): Promise<void> {
    const { orgId, staffId } = currentActor();
    currentLine().changed('access_block');
    await currentWork().change(BLOCK, [newId(), orgId, row.officeId, row.clientId, staffId, kind]);
  }

  private async answer({ row }: OpenRequest, action: string, to: string, reason: string | null, secrets: SpecialistSecrets): Promise<void> {
    const { id, officeId, clientId, version, sealVersion } = row;
    const sealed = await this.sealer.seal(requestPlace({ id, clientId, sealVersion: sealVersion + 1 }), secrets);
    currentLine().changed('state');
    await currentWork().change(ANSWER, [id, version, to, currentActor().staffId, reason, sealed]);
    await this.steps.record({ type: 'specialist_request', id, action, from: 'REQUESTED', to, officeId, clientId, reason });
  }

  private async found(row: Row | null, id: string): Promise<OpenRequest> {
    currentLine().about('specialist_request', id, row ? { officeId: row.officeId } : {});
    if (!row) throw notFound();
    const secrets = await this.sealer.open<SpecialistSecrets>(requestPlace(row), row.sealed);
    currentLine().returned('specialist_request', [id]);
    return { row, secrets };
  }
}

const BLOCK = {
  name: 'specialist-queue.block',
  text: `insert into access_block (id, org_id, office_id, subject_id, staff_id, kind, source, set_by) values ($1, $2, $3, $4, $5, $6, 'USER_DECLARED', $5)`,
};

/** Office by office, the specialties in which the reader has the word: two lists side by side. None while a tie keeps them out (R-AC-14). */
function heldSpecialties(word: Word): [string[], string[]] {
  currentReach(word);
  const { roles, tie } = currentActor();
  const open = !['DECLARED', 'UPHELD'].includes(tie);
  const held = roles.flatMap(({ role, officeId }) =>
    open && officeId && specialties.has(role) && cell(word, role) === 'office' ? [{ role, officeId }] : [],
  );
  return [held.map(({ officeId }) => officeId), held.map(({ role }) => role)];
}
