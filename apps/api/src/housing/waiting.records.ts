import { Injectable } from '@nestjs/common';
import { bandOf } from '@panah/domain/housing/placement.rules';
import { comesBefore, type Moved, type Waiting } from '@panah/domain/housing/waiting-list';
import type { RiskLevel } from '@panah/domain/vocabulary/cases';
import type { UrgencyBand } from '@panah/domain/vocabulary/housing';
import { currentActor, reachValues, withinReach } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { ProcessSteps } from '../platform/process-steps';
import type { OpenPlacement } from './placement.entity';

/** Where a request stands among all of its office. */
export interface Ranked extends Waiting {
  officeId: string;
  level: RiskLevel | null;
  nowhere: boolean;
  place: number;
  of: number;
}

/** A request on the list that the reader may see, with the rows of the person still closed. */
export interface WaitingRow extends Record<string, unknown> {
  id: string;
  version: number;
  caseId: string;
  caseRef: string;
  officeId: string;
  state: string;
  kind: string;
  neededFrom: string;
  householdSize: number;
  constraints: string[];
  declines: number;
  heldUntil: Date | null;
  clientId: string;
  clientSealed: Buffer;
  clientSealVersion: number;
  standing: { role: string; classes: string[] }[];
}

interface PlaceRow extends Record<string, unknown> {
  id: string;
  officeId: string;
  level: RiskLevel | null;
  nowhere: boolean;
  requestedOn: string;
  movedBand: UrgencyBand | null;
  movedOn: string;
  movedAnchor: string;
  movedTie: number;
  movedAt: Date;
}

const PLACES = {
  name: 'placement.waiting-places',
  text: `select id, office_id as "officeId", level, nowhere, requested_on as "requestedOn", moved_band as "movedBand", moved_on as "movedOn", moved_anchor as "movedAnchor",
           moved_tie as "movedTie", moved_at as "movedAt" from app.waiting_places()`,
};
const LIST = {
  name: 'placement.waiting',
  text: `select p.id, p.version, p.case_id as "caseId", f.case_ref as "caseRef", p.office_id as "officeId", p.state, p.kind, p.needed_from as "neededFrom",
           p.household_size as "householdSize", p.constraints, p.declines, p.held_until as "heldUntil", p.client_id as "clientId", k.sealed as "clientSealed",
           k.seal_version as "clientSealVersion",
           (select coalesce(jsonb_agg(jsonb_build_object('role', t.role, 'classes', t.classes)), '[]') from case_team t
             where t.client_id = p.client_id and t.staff_id = $2::uuid and t.starts_at <= now() and t.ended_at is null and (t.ends_at is null or t.ends_at > now())) as standing
           from placement p join case_file f on f.id = p.case_id join client k on k.id = p.client_id
          where p.state in ('REQUESTED','MATCHED','OFFERED') and ${withinReach('p', 'client_id', 1)}`,
};
const PUT = {
  name: 'placement.put',
  text: `update placement set moved_band = $3, moved_on = $4, moved_anchor = $5, moved_tie = $6, moved_at = $7, moved_by = $8, version = version + 1 where id = $1 and version = $2`,
};

/** The waiting list (R-HO-05): the order is that of the whole office, the rows are those in reach. */
@Injectable()
export class WaitingRecords {
  constructor(private readonly steps: ProcessSteps) {}

  /** Every request of the reader's offices in its place, by id; whose it is, is not said. */
  async places(): Promise<Map<string, Ranked>> {
    const rows = (await currentWork().rows<PlaceRow>(PLACES)).map(rankedOf).sort(comesBefore);
    const counts = new Map<string, number>();
    for (const { officeId } of rows) counts.set(officeId, (counts.get(officeId) ?? 0) + 1);
    const seen = new Map<string, number>();
    return new Map(
      rows.map((row) => {
        const place = (seen.get(row.officeId) ?? 0) + 1;
        seen.set(row.officeId, place);
        return [row.id, { ...row, place, of: counts.get(row.officeId) ?? place }];
      }),
    );
  }

  async list(): Promise<WaitingRow[]> {
    const rows = await currentWork().rows<WaitingRow>(LIST, reachValues('placement:list'));
    currentLine().returned(
      'placement',
      rows.map(({ id }) => id),
    );
    return rows;
  }

  /** By hand; the reason stands in the history. */
  async put({ row }: OpenPlacement, { band, on, anchor, tie, at }: Moved, reason: string): Promise<void> {
    const { id, version, officeId, clientId, state } = row;
    currentLine().changed('place');
    await currentWork().change(PUT, [id, version, band, on, anchor, tie, at, currentActor().staffId]);
    await this.steps.record({ type: 'placement', id, action: 'rank', from: state, to: state, officeId, clientId, note: reason });
  }
}

function rankedOf({ id, officeId, level, nowhere, requestedOn, movedBand, movedOn, movedAnchor, movedTie, movedAt }: PlaceRow): Ranked {
  const moved = movedBand && { band: movedBand, on: movedOn, anchor: movedAnchor, tie: movedTie, at: movedAt.toISOString() };
  return { id, officeId, level, nowhere, requestedOn, band: bandOf(level, nowhere), moved, place: 0, of: 0 };
}
