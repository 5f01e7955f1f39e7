import { Injectable } from '@nestjs/common';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound, staleEdit } from '../platform/errors/problem';
import { linkReachValues, withinLinkReach } from './link-reach';

const COLUMNS = `r.id, r.link_id as "linkId", l.wish_id as "wishId", r.office_id as "officeId", r.asked_by as "askedBy", r.asked_at as "askedAt", r.decided_at as "decidedAt", r.version`;
const FROM = `from family_renewal r join family_link l on l.id = r.link_id`;
const WAITING = {
  name: 'family-renewal.waiting',
  text: `select ${COLUMNS} ${FROM} where ${withinLinkReach('l', 1)} and r.decided_at is null order by r.asked_at, r.id limit 100`,
};
const ONE = { name: 'family-renewal.one', text: `select ${COLUMNS} ${FROM} where r.id = $1 and ${withinLinkReach('l', 2)}` };
const HOLD = { name: 'family-renewal.hold', text: `${ONE.text} for update of r` };
const DECIDE = {
  name: 'family-renewal.decide',
  text: 'update family_renewal set decided_by = $2, decided_at = clock_timestamp(), version = version + 1 where id = $1',
};

/** A yes to looking that a client gave again, put before a coordinator. Whether anything rests on it is nowhere in it. */
export interface Renewal extends Record<string, unknown> {
  id: string;
  linkId: string;
  wishId: string;
  officeId: string;
  askedBy: string;
  askedAt: Date;
  decidedAt: Date | null;
  version: number;
}

/** The door to what clients said again. The log names the link, as of everything that is decided about one. */
@Injectable()
export class RenewalRecords {
  async waiting(): Promise<Renewal[]> {
    const rows = await currentWork().rows<Renewal>(WAITING, linkReachValues('family-link:see-approvals'));
    currentLine().returned(
      'family-link',
      rows.map(({ linkId }) => linkId),
    );
    return rows;
  }

  async get(id: string): Promise<Renewal> {
    return found(await currentWork().row<Renewal>(ONE, [id, ...linkReachValues('family-link:see-approvals')]));
  }

  /** As `get`, and nobody else decides it meanwhile. Throws 412 when somebody has. */
  async hold(id: string, version: number): Promise<Renewal> {
    const held = found(await currentWork().row<Renewal>(HOLD, [id, ...linkReachValues('family-link:reopen')]));
    if (held.version !== version) throw staleEdit(held.version, ['decided']);
    return held;
  }

  /** What it opens, the database opens: one statement, whatever stands behind it. */
  async decide({ id }: Renewal): Promise<void> {
    currentLine().changed('decided');
    await currentWork().change(DECIDE, [id, currentActor().staffId]);
  }
}

function found(row: Renewal | null): Renewal {
  if (row) currentLine().about('family-link', row.linkId, { officeId: row.officeId });
  if (!row) throw notFound();
  return row;
}
