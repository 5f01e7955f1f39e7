import { Injectable } from '@nestjs/common';
import type { GivenBack } from '@panah/domain/referrals/deletion.rules';
import { currentActor, reachValues, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';
import { ProcessSteps } from '../platform/process-steps';
import type { WrittenOn } from './referral-message.records';

/** A referral of which somebody says what was deleted. */
export interface GivenRow extends GivenBack, WrittenOn, Record<string, unknown> {
  caseId: string;
}

const COLUMNS = `r.id, r.client_id as "clientId", r.office_id as "officeId", r.case_id as "caseId", r.partner_id as "partnerId", r.state, r.acknowledged_at as "acknowledgedAt",
  r.ended_at as "endedAt", r.taken_over_at as "takenOverAt", r.deletion_confirmed_at as "deletionConfirmedAt"`;
const HOLD = {
  name: 'deletion.hold',
  text: `select ${COLUMNS} from referral r where r.id = $1 and ${withinReachOfOne('r', 'client_id', 2)} for update`,
};
/** As `isDeletionOpen` of the domain says. */
const HOLD_AT = {
  name: 'deletion.hold-at',
  text: `select ${COLUMNS} from referral r where r.partner_id = $1 and r.sent_at is not null and r.acknowledged_at is not null and r.ended_at is not null
            and r.taken_over_at is null and r.deletion_confirmed_at is null and ${withinReachOfOne('r', 'client_id', 2)} order by r.id for update`,
};
const HEARD = {
  name: 'deletion.heard',
  text: `update referral set deletion_confirmed_at = now(), deletion_heard_by = $2, deletion_heard_on = $3, version = version + 1
          where id = any($1::uuid[])`,
};

/** The door through which one of ours writes what a partner said it deleted. Reach: referrals of cases in the reach of the word. */
@Injectable()
export class DeletionRecords {
  constructor(private readonly steps: ProcessSteps) {}

  /** Nobody else says so meanwhile. Throws 404. */
  async hold(id: string): Promise<GivenRow> {
    const row = await currentWork().row<GivenRow>(HOLD, [id, ...reachValues('referral:hear-deletion')]);
    currentLine().about('referral', id, row ?? {});
    if (!row) throw notFound();
    return row;
  }

  /** All that were read, are over, and of which nobody has said anything yet; held. */
  async holdAt(partnerId: string): Promise<GivenRow[]> {
    const rows = await currentWork().rows<GivenRow>(HOLD_AT, [partnerId, ...reachValues('referral:hear-deletion')]);
    currentLine().returned(
      'referral',
      rows.map(({ id }) => id),
    );
    return rows;
  }

  /** @param on the day on which it was heard, `YYYY-MM-DD` */
  async heard(rows: readonly GivenRow[], on: string): Promise<void> {
    currentLine().changed('deletionHeardOn');
    await currentWork().change(HEARD, [rows.map(({ id }) => id), currentActor().staffId, on]);
    await this.steps.recordAll(
      rows.map(({ id, clientId, officeId, state }) => {
        return { type: 'referral', id, action: 'hear-deletion', from: state, to: state, officeId, clientId };
      }),
    );
  }
}
