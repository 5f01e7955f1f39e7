import { Injectable } from '@nestjs/common';
import type { ReachedCase } from '../cases/case.records';
import { currentActor, reachValues, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound, staleEdit } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { ProcessSteps } from '../platform/process-steps';
import { Sealer } from '../platform/sealing/sealer';
import {
  type OpenReview,
  type OutcomeReview,
  type OutcomeSecrets,
  PLAIN_DOMAINS,
  reviewPlace,
  type ReviewGiven,
  secretsOf,
} from './outcome-review.entity';

type Row = OutcomeReview & Record<string, unknown>;

const PLAIN = PLAIN_DOMAINS.map((domain) => domain.toLowerCase());
const COLUMNS = `o.id, o.office_id as "officeId", o.client_id as "clientId", o.case_id as "caseId", o.point, o.reviewed_on as "reviewedOn", o.reviewer_id as "reviewerId",
  o.done_with_client as "doneWithClient", jsonb_build_object(${PLAIN_DOMAINS.map((domain) => `'${domain}', o.${domain.toLowerCase()}`).join(', ')}) as plain,
  o.sealed, o.seal_version as "sealVersion", o.version`;
const OF = {
  name: 'outcome.of-case',
  text: `select ${COLUMNS} from outcome_review o where o.case_id = $1 and ${withinReachOfOne('o', 'client_id', 2)} order by o.reviewed_on, o.created_at, o.id limit 200`,
};
const CASE_OF = { name: 'outcome.case-of', text: 'select case_id as "caseId" from outcome_review where id = $1' };
const ADD = {
  name: 'outcome.add',
  text: `insert into outcome_review (id, org_id, office_id, client_id, case_id, point, reviewed_on, reviewer_id, done_with_client, sealed, ${PLAIN.join(', ')})
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, ${PLAIN.map((_, at) => `$${at + 11}`).join(', ')})`,
};
const CORRECT = {
  name: 'outcome.correct',
  text: `update outcome_review set reviewed_on = $3, done_with_client = $4, sealed = $5, ${PLAIN.map((column, at) => `${column} = $${at + 6}`).join(', ')},
         seal_version = seal_version + 1, version = version + 1 where id = $1 and version = $2`,
};

/** The door to the reviews of a case. Which domains of them are shown is decided by whoever shows them. */
@Injectable()
export class OutcomeReviewRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly steps: ProcessSteps,
  ) {}

  /** The case was found in the reach of `outcome:read`. Oldest first. */
  async ofCase(caseId: string): Promise<OpenReview[]> {
    const rows = await currentWork().rows<Row>(OF, [caseId, ...reachValues('outcome:read')]);
    currentLine().returned(
      'outcome_review',
      rows.map(({ id }) => id),
    );
    const secrets = await this.sealer.openMany<OutcomeSecrets>(rows.map((row) => ({ place: reviewPlace(row), sealed: row.sealed })));
    if (rows.length) currentLine().opened('OUTCOMES');
    return rows.flatMap((row, at) => {
      const opened = secrets[at];
      return opened ? [{ row, secrets: opened, levels: { ...row.plain, ...opened.levels } }] : [];
    });
  }

  /** Which case a review is of; the caller asks for that case within its reach. */
  async caseOf(id: string): Promise<string> {
    const row = await currentWork().row<{ caseId: string }>(CASE_OF, [id]);
    if (!row) throw notFound();
    return row.caseId;
  }

  async add({ id: caseId, clientId, officeId }: ReachedCase, given: ReviewGiven): Promise<string> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    const sealed = await this.sealer.seal(reviewPlace({ id, clientId, sealVersion: 1 }), secretsOf(given));
    const { point, reviewedOn, doneWithClient, levels } = given;
    currentLine().about('outcome_review', id, { clientId, officeId }).changed('point', 'levels');
    const roots = [id, orgId, officeId, clientId, caseId];
    await currentWork().change(ADD, [
      ...roots,
      point,
      reviewedOn,
      staffId,
      doneWithClient,
      sealed,
      ...PLAIN_DOMAINS.map((one) => levels[one]),
    ]);
    await this.steps.record({ type: 'outcome_review', id, action: 'review', from: null, to: point, officeId, clientId });
    return id;
  }

  /** Throws 412 when somebody else corrected it meanwhile. */
  async correct({ row }: OpenReview, version: number, given: ReviewGiven): Promise<void> {
    if (row.version !== version) throw staleEdit(row.version, ['levels']);
    const { id, clientId, officeId, point } = row;
    currentLine().about('outcome_review', id, { clientId, officeId }).changed('levels');
    const sealed = await this.sealer.seal(reviewPlace({ id, clientId, sealVersion: row.sealVersion + 1 }), secretsOf(given));
    const { reviewedOn, doneWithClient, levels } = given;
    await currentWork().change(CORRECT, [id, version, reviewedOn, doneWithClient, sealed, ...PLAIN_DOMAINS.map((one) => levels[one])]);
    await this.steps.record({ type: 'outcome_review', id, action: 'correct', from: point, to: point, officeId, clientId });
  }
}
