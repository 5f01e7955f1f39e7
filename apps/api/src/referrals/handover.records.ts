import { Injectable } from '@nestjs/common';
import type { ListQuery } from '@panah/contracts/list.contract';
import type { Word } from '@panah/domain/access/access-table';
import type { Grant } from '../consents/grants.records';
import { currentActor, reachValues } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';
import { cursorAfter, exactly, readCursor } from '../platform/http/keyset';
import { type Place, Sealer } from '../platform/sealing/sealer';
import type { OpenReferral } from './referral.entity';

/** A hand-over as its table has it, with who was there. */
export interface Handover {
  metOn: string;
  present: string;
  recordedBy: string;
  recordedAt: Date;
}

interface Row extends Omit<Handover, 'present'>, Record<string, unknown> {
  clientId: string;
  sealed: Buffer;
  sealVersion: number;
}

/** What the database says of a locked file: dates, codes and ids. */
export interface HandedOver {
  caseId: string;
  clientId: string;
  officeId: string;
  caseRef: string;
  openedOn: string;
  closedOn: string;
  reason: string;
  partnerId: string;
  partner: string;
  referralId: string;
  service: string;
  metOn: string;
  takenOverAt: string;
  retentionUntil: string | null;
  steps: { id: string; action: string; from: string | null; to: string; byId: string | null; at: string; reason: string | null }[];
  packages: {
    id: string;
    scope: string[];
    sealedAt: string;
    openedAt: string | null;
    endedAt: string | null;
    endReason: string | null;
    consentGivenAt: string;
  }[];
}

/** A locked file in the list of them. */
export interface HandedOverLine extends Record<string, unknown> {
  caseId: string;
  caseRef: string;
  partnerId: string;
  partner: string;
  service: string;
  openedOn: string;
  takenOverAt: Date;
  retentionUntil: string | null;
}

export interface HandedOverPage {
  rows: HandedOverLine[];
  total: number;
  next: string | null;
}

const OF = {
  name: 'handover.of',
  text: `select h.client_id as "clientId", h.met_on::text as "metOn", h.recorded_by as "recordedBy", h.recorded_at as "recordedAt", h.sealed, h.seal_version as "sealVersion"
           from handover h where h.referral_id = $1 for share of h`,
};
const READ = { name: 'handover.read', text: OF.text.replace(' for share of h', '') };
const MEET = {
  name: 'handover.meet',
  text: `insert into handover (referral_id, org_id, office_id, client_id, case_id, partner_id, recipient, met_on, recorded_by, sealed, scope, consent_id)
         values ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9, $10, $11)
         on conflict (referral_id) do update set met_on = excluded.met_on, recorded_by = excluded.recorded_by, recorded_at = now(), sealed = excluded.sealed`,
};
const TAKE_OVER = {
  name: 'handover.take-over',
  text: 'update handover set taken_over_at = now(), taken_over_by = $2, consent_id = $3, scope = $4 where referral_id = $1',
};
const LOCKED = { name: 'handover.locked', text: 'select app.handed_over($1, $2::uuid[], $3::text[], $4) as found' };
const LIST = {
  name: 'handover.list',
  text: `with locked as (select * from app.handed_over_files($1))
         select case_id as "caseId", case_ref as "caseRef", partner_id as "partnerId", partner, service, opened_on::text as "openedOn",
                taken_over_at as "takenOverAt", retention_until::text as "retentionUntil", ${exactly('taken_over_at')} as "takenExactly",
                (select count(*)::int from locked) as total
           from locked where $2::text is null or (taken_over_at, case_id) < ($2::timestamptz, $3::uuid)
          order by taken_over_at desc, case_id desc limit $4`,
};
const UNLOCK = { name: 'handover.unlock', text: 'select app.unlock_file($1) as found' };

/** The door to hand-overs: the meeting while the case is ours, and what is left in reach once it is not. */
@Injectable()
export class HandoverRecords {
  constructor(private readonly sealer: Sealer) {}

  /** Null before both sides met. The caller has the referral in reach. */
  async of(referralId: string): Promise<Handover | null> {
    const row = await currentWork().row<Row>(READ, [referralId]);
    if (!row) return null;
    const { present } = await this.sealer.open<Pick<Handover, 'present'>>(placeOf(referralId, row), row.sealed);
    return { metOn: row.metOn, present, recordedBy: row.recordedBy, recordedAt: row.recordedAt };
  }

  /** The caller holds the referral. Said again it stands anew. */
  async meet({ row, secrets }: OpenReferral, { on, present }: { on: string; present: string }): Promise<void> {
    const { id, orgId, officeId, clientId, caseId, partnerId, consentId } = row;
    const sealed = await this.sealer.seal(placeOf(id, { clientId, sealVersion: 1 }), { present });
    currentLine().changed('metOn', 'present');
    const belongs = [id, orgId, officeId, clientId, caseId, partnerId];
    await currentWork().change(MEET, [...belongs, on, currentActor().staffId, sealed, secrets.items, consentId]);
  }

  /** It goes over on this grant. The caller holds the referral; gives who of ours recorded the meeting. Throws `not-found` where nobody met. */
  async takeOver(referralId: string, { scope, restsOn }: Grant): Promise<string> {
    const met = await currentWork().row<Row>(OF, [referralId]);
    if (!met) throw notFound();
    currentLine().changed('takenOverAt');
    await currentWork().change(TAKE_OVER, [referralId, currentActor().staffId, restsOn.consentId, scope]);
    return met.recordedBy;
  }

  /** Locked files of the reader's offices, the newest first. */
  async list({ limit = 25, cursor }: ListQuery): Promise<HandedOverPage> {
    const [at, id] = readCursor(cursor, 2) ?? [null, null];
    const [offices] = reachValues('handover:list');
    const rows = await currentWork().rows<HandedOverLine & { takenExactly: string; total: number }>(LIST, [offices, at, id, limit + 1]);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    currentLine().returned(
      'case',
      page.map(({ caseId }) => caseId),
    );
    const next = rows.length > limit && last ? cursorAfter([last.takenExactly, last.caseId]) : null;
    return { rows: page, total: rows[0]?.total ?? 0, next };
  }

  /** What is left of a locked file, for whoever stood on its team and for its office. Throws `not-found` for everybody else, and where none is locked. */
  async locked(caseId: string, word: Word): Promise<HandedOver> {
    const [offices, , roles, recordClass] = reachValues(word);
    const found = (await currentWork().row<{ found: HandedOver | null }>(LOCKED, [caseId, offices, roles, recordClass]))?.found;
    currentLine().about('case', caseId, found ? { clientId: found.clientId, officeId: found.officeId } : {});
    if (!found) throw notFound();
    currentLine().returned('handover', [found.referralId]);
    return found;
  }

  /** Opens a locked file again, from here on. Throws `not-found` where there is none for the reader. */
  async unlock(caseId: string): Promise<void> {
    await this.locked(caseId, 'handover:unlock');
    if (!(await currentWork().row<{ found: unknown }>(UNLOCK, [caseId]))?.found) throw notFound();
    currentLine().changed('unlockedAt');
  }
}

const placeOf = (rowId: string, { clientId, sealVersion }: Pick<Row, 'clientId' | 'sealVersion'>): Place => ({
  table: 'handover',
  rowId,
  subjectId: clientId,
  compartment: 'file',
  sealVersion,
});
