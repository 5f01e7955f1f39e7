import { Injectable } from '@nestjs/common';
import type { ReachedCase } from '../cases/case.records';
import { currentActor, reachValues, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { ProcessSteps } from '../platform/process-steps';

/** Two people who are never under one roof (R-HO-03). The other one's file is named only where the reader may see it. */
export interface KeptApart extends Record<string, unknown> {
  id: string;
  kind: string;
  setBy: string;
  setAt: Date;
  caseId: string | null;
  caseRef: string | null;
}

/** Whoever is closed off from one of the two knows nothing of the pair (R-AC-01). */
const OPEN_PAIR = `not (k.client_id = any((select app.blocked())::uuid[])) and not (k.other_id = any((select app.blocked())::uuid[]))`;
const OF = {
  name: 'keep-apart.of',
  text: `select k.id, k.kind, k.set_by as "setBy", k.set_at as "setAt", o.id as "caseId", o.case_ref as "caseRef"
           from keep_apart k left join lateral (select c.id, c.case_ref from case_file c where c.client_id = case when k.client_id = $1 then k.other_id else k.client_id end
             and ${withinReachOfOne('c', 'client_id', 2)} order by c.period_no desc limit 1) o on true
          where k.lifted_at is null and $1 in (k.client_id, k.other_id) and ${OPEN_PAIR} order by k.set_at`,
};
const OTHER = {
  name: 'keep-apart.other',
  text: `select c.id, c.client_id as "clientId" from case_file c where c.case_ref = $1 and ${withinReachOfOne('c', 'client_id', 2)} order by c.period_no desc limit 1`,
};
const SET = {
  name: 'keep-apart.set',
  text: `insert into keep_apart (id, org_id, office_id, client_id, other_id, kind, set_by) values ($1, $2, $3, least($4::uuid, $5::uuid), greatest($4::uuid, $5::uuid), $6, $7)`,
};
const ONE = {
  name: 'keep-apart.one',
  text: `select k.id, k.client_id as "clientId", k.office_id as "officeId", c.id as "caseId" from keep_apart k
           join case_file c on c.client_id in (k.client_id, k.other_id)
          where k.id = $1 and k.lifted_at is null and ${OPEN_PAIR} and ${withinReachOfOne('c', 'client_id', 2)} order by c.period_no desc limit 1`,
};
const LIFT = {
  name: 'keep-apart.lift',
  text: 'update keep_apart set lifted_at = now(), lifted_by = $2 where id = $1 and lifted_at is null',
};

/** The door to the pairs of people who are kept apart. Reach: both files when it is said, one of them to read or lift it. */
@Injectable()
export class KeepApartRecords {
  constructor(private readonly steps: ProcessSteps) {}

  /** The caller has checked the case. */
  async of({ clientId }: Pick<ReachedCase, 'clientId'>): Promise<KeptApart[]> {
    return currentWork().rows<KeptApart>(OF, [clientId, ...reachValues('keep-apart:read')]);
  }

  /** Another client in the reach of whoever says so; anybody else is not found. */
  async other(caseRef: string): Promise<{ id: string; clientId: string }> {
    const row = await currentWork().row<{ id: string; clientId: string }>(OTHER, [caseRef, ...reachValues('keep-apart:set')]);
    if (!row) throw notFound();
    return row;
  }

  async set({ clientId, officeId }: Pick<ReachedCase, 'clientId' | 'officeId'>, otherClientId: string, kind: string): Promise<string> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    currentLine().about('keep_apart', id, { clientId, officeId }).changed('kind');
    await currentWork().change(SET, [id, orgId, officeId, clientId, otherClientId, kind, staffId]);
    await this.steps.record({ type: 'keep_apart', id, action: 'set', from: null, to: 'SET', officeId, clientId });
    return id;
  }

  /** Gives the case from which it was reached. */
  async lift(id: string): Promise<string> {
    const row = await currentWork().row<{ clientId: string; officeId: string; caseId: string }>(ONE, [
      id,
      ...reachValues('keep-apart:lift'),
    ]);
    currentLine().about('keep_apart', id, row ? { clientId: row.clientId, officeId: row.officeId } : {});
    if (!row) throw notFound();
    await currentWork().change(LIFT, [id, currentActor().staffId]);
    await this.steps.record({
      type: 'keep_apart',
      id,
      action: 'lift',
      from: 'SET',
      to: 'LIFTED',
      officeId: row.officeId,
      clientId: row.clientId,
    });
    return row.caseId;
  }

  async caseOf(id: string): Promise<string> {
    const row = await currentWork().row<{ caseId: string }>(ONE, [id, ...reachValues('keep-apart:read')]);
    if (!row) throw notFound();
    return row.caseId;
  }
}
