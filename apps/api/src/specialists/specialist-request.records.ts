import { Injectable } from '@nestjs/common';
import { answerDue } from '@panah/domain/specialists/specialist.rules';
import type { Specialty, SpecialistUrgency } from '@panah/domain/vocabulary/specialists';
import { RuleBroken } from '@panah/domain/process/process';
import type { ReachedCase } from '../cases/case.records';
import { currentActor, reachValues, withinReachOfOne } from '../platform/access/current-reach';
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

/** What a case team asks. */
export interface AskedFor {
  specialty: Specialty;
  urgency: SpecialistUrgency;
  language: string;
  clientAgreesTo: string[];
  secrets: SpecialistSecrets;
}

const OF = {
  name: 'specialist-request.of',
  text: `select ${REQUEST_COLUMNS} from specialist_request r where r.case_id = $1 and ${withinReachOfOne('r', 'client_id', 2)} order by r.asked_at desc, r.id desc limit 100`,
};
const HOLD = {
  name: 'specialist-request.hold',
  text: `select ${REQUEST_COLUMNS} from specialist_request r where r.id = $1 and r.case_id = $2 and ${withinReachOfOne('r', 'client_id', 3)} for update`,
};
const ADD = {
  name: 'specialist-request.add',
  text: `insert into specialist_request (id, org_id, office_id, client_id, case_id, case_ref, specialty, urgency, language, asked_by, asked_at, answer_due, client_agrees_to, place_id, sealed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
         on conflict (case_id, specialty) where state = 'REQUESTED' do nothing`,
};
const WITHDRAW = {
  name: 'specialist-request.withdraw',
  text: `update specialist_request set state = 'WITHDRAWN', answered_at = now(), answered_by = $3, version = version + 1 where id = $1 and version = $2`,
};
const WITHDRAW_ALL = {
  name: 'specialist-request.withdraw-all',
  text: `update specialist_request set state = 'WITHDRAWN', answered_at = now(), answered_by = $2, version = version + 1 where case_id = $1 and state = 'REQUESTED'`,
};
const NOTE_REFUSAL = {
  name: 'specialist-request.note-refusal',
  text: `update specialist_request set refusal_noted_at = now(), version = version + 1 where id = $1 and version = $2`,
};
/** Each of them holds the specialty in that office now. */
const HOLDERS = {
  name: 'specialist-request.holders',
  text: `select count(distinct r.staff_id)::int as n from staff_role r join staff_member s on s.id = r.staff_id
          where r.staff_id = any($1::uuid[]) and r.office_id = $2 and r.role = $3 and r.confirmed_at is not null and r.ended_at is null and s.state = 'ACTIVE'`,
};

/** The requests of a case to the specialties of its office, as its team sees them. */
@Injectable()
export class SpecialistRequestRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly steps: ProcessSteps,
  ) {}

  async of(caseId: string): Promise<OpenRequest[]> {
    const rows = await currentWork().rows<Row>(OF, [caseId, ...reachValues('specialist:read')]);
    currentLine().returned(
      'specialist_request',
      rows.map(({ id }) => id),
    );
    return this.opened(rows);
  }

  /** Puts a request into the queue. One waits at a time: throws `already-asked` while it does. */
  async ask({ id: caseId, officeId, clientId, caseRef }: ReachedCase, asked: AskedFor): Promise<void> {
    const { specialty, urgency, language, clientAgreesTo, secrets } = asked;
    const { orgId, staffId } = currentActor();
    const [id, at] = [newId(), new Date().toISOString()];
    await this.assertHolders(clientAgreesTo, officeId, specialty);
    const sealed = await this.sealer.seal(requestPlace({ id, clientId, sealVersion: 1 }), secrets);
    const place = [orgId, officeId, clientId, caseId, caseRef];
    const said = [specialty, urgency, language, staffId, at, answerDue(urgency, at), clientAgreesTo, newId(), sealed];
    if (!(await currentWork().change(ADD, [id, ...place, ...said])))
      throw new RuleBroken('already-asked', { specialty }, { specialty: ['alreadyAsked'] });
    currentLine().changed('specialty', 'urgency', 'language', 'question');
    await this.steps.record({ type: 'specialist_request', id, action: 'ask', from: null, to: 'REQUESTED', officeId, clientId });
  }

  async hold(caseId: string, id: string): Promise<SpecialistRequest> {
    const row = await currentWork().row<Row>(HOLD, [id, caseId, ...reachValues('specialist:withdraw')]);
    if (!row) throw notFound();
    return row;
  }

  async withdraw({ id, version, officeId, clientId }: SpecialistRequest): Promise<void> {
    currentLine().changed('state');
    await currentWork().change(WITHDRAW, [id, version, currentActor().staffId]);
    const step = { from: 'REQUESTED', to: 'WITHDRAWN', officeId, clientId };
    await this.steps.record({ type: 'specialist_request', id, action: 'withdraw', ...step });
  }

  /** Nobody is asked any longer for a case that ends. */
  async withdrawAll(caseId: string): Promise<void> {
    await currentWork().change(WITHDRAW_ALL, [caseId, currentActor().staffId]);
  }

  /** The team has read why nobody came: it is no longer asked to. */
  async noteRefusal({ id, version }: SpecialistRequest): Promise<void> {
    currentLine().changed('refusal_noted_at');
    await currentWork().change(NOTE_REFUSAL, [id, version]);
  }

  private async assertHolders(staffIds: readonly string[], officeId: string, specialty: Specialty): Promise<void> {
    if (staffIds.length === 0) return;
    const found = await currentWork().row<{ n: number }>(HOLDERS, [staffIds, officeId, specialty]);
    if (found?.n !== staffIds.length) throw new RuleBroken('not-suitable', {}, { clientAgreesTo: ['notSuitable'] });
  }

  private async opened(rows: readonly SpecialistRequest[]): Promise<OpenRequest[]> {
    const all = await this.sealer.openMany<SpecialistSecrets>(rows.map((row) => ({ place: requestPlace(row), sealed: row.sealed })));
    return rows.flatMap((row, at) => {
      const secrets = all[at];
      return secrets ? [{ row, secrets }] : [];
    });
  }
}
