import { Injectable } from '@nestjs/common';
import { RuleBroken } from '@panah/domain/process/process';
import { currentActor, hasWord, reachValues } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';
import { ProcessSteps } from '../platform/process-steps';

/** An enquiry in danger, as the duty screen shows it: nothing that was said in it. */
export interface EnquiryDanger extends Record<string, unknown> {
  id: string;
  officeId: string;
  state: string;
  caseRef: string | null;
  receivedAt: Date;
  receivedBy: string;
  takenBy: string | null;
  takenAt: Date | null;
}

const COLUMNS = `e.id, e.office_id as "officeId", e.state, e.case_ref as "caseRef", e.received_at as "receivedAt", e.received_by as "receivedBy",
  e.danger_taken_by as "takenBy", e.danger_taken_at as "takenAt"`;
/** Open to the office, never past a block (R-AC-01). $1 is the reader, $2 their offices. */
const IN_DANGER = `enquiry e where e.immediate_danger = 'YES' and e.state in ('ENQUIRY', 'INTAKE') and e.office_id = any($2::uuid[])
  and not (e.id = any((select app.blocked())::uuid[]))`;
const ON_DUTY = `t.office_id = e.office_id and t.withdrawn_at is null and t.starts_at <= now() and t.ends_at > now()`;
/** Whoever is on duty and not shut out from it; when that is nobody, every coordinator of the office. */
const MINE_TO_TAKE = `(exists (select from duty_turn t where ${ON_DUTY} and t.staff_id = $1::uuid)
  or not exists (select from duty_turn t where ${ON_DUTY}
       and not exists (select from access_block b where b.staff_id = t.staff_id and b.subject_id = e.id and b.lifted_at is null)))`;
const TO_TAKE = {
  name: 'enquiry-danger.to-take',
  text: `select ${COLUMNS} from ${IN_DANGER} and e.danger_taken_at is null and ${MINE_TO_TAKE} order by e.received_at, e.id limit 50`,
};
const RAISED = {
  name: 'enquiry-danger.raised',
  text: `select ${COLUMNS} from ${IN_DANGER} and e.received_by = $1::uuid and (e.danger_taken_at is null or e.danger_taken_at > now() - interval '1 hour')
          order by e.received_at desc, e.id desc limit 50`,
};
const ONE = { name: 'enquiry-danger.one', text: `select ${COLUMNS} from ${IN_DANGER} and $1::uuid is not null and e.id = $3` };
const HOLD = { name: 'enquiry-danger.hold', text: `${ONE.text} for update of e` };
const TAKE = {
  name: 'enquiry-danger.take',
  text: 'update enquiry set danger_taken_by = $2, danger_taken_at = clock_timestamp(), version = version + 1 where id = $1',
};

/** The door to enquiries in danger. */
@Injectable()
export class EnquiryDangers {
  constructor(private readonly steps: ProcessSteps) {}

  /** What stands on the reader's screen until somebody has it. */
  async toTake(): Promise<EnquiryDanger[]> {
    return hasWord('danger:take') ? this.told(await currentWork().rows<EnquiryDanger>(TO_TAKE, this.reader('danger:take'))) : [];
  }

  /** What the reader took down: until somebody has it, and an hour longer. */
  async raisedByReader(): Promise<EnquiryDanger[]> {
    return hasWord('enquiry:read') ? this.told(await currentWork().rows<EnquiryDanger>(RAISED, this.reader('enquiry:read'))) : [];
  }

  async get(id: string): Promise<EnquiryDanger> {
    return this.found(await currentWork().row<EnquiryDanger>(ONE, [...this.reader('danger:take'), id]), id);
  }

  /** One has it; a second comes too late. */
  async take(id: string): Promise<void> {
    const { state, officeId, takenAt } = this.found(await currentWork().row<EnquiryDanger>(HOLD, [...this.reader('danger:take'), id]), id);
    if (takenAt) throw new RuleBroken('not-open', { state: 'TAKEN', action: 'take', open: [] });
    currentLine().changed('dangerTakenBy');
    await currentWork().change(TAKE, [id, currentActor().staffId]);
    await this.steps.record({ type: 'enquiry', id, action: 'take_danger', from: state, to: state, officeId });
  }

  private reader(word: 'danger:take' | 'enquiry:read'): unknown[] {
    return [currentActor().staffId, reachValues(word)[0]];
  }

  private told(rows: EnquiryDanger[]): EnquiryDanger[] {
    currentLine().returned(
      'enquiry',
      rows.map(({ id }) => id),
    );
    return rows;
  }

  private found(row: EnquiryDanger | null, id: string): EnquiryDanger {
    currentLine().about('enquiry', id, row ? { officeId: row.officeId } : {});
    if (!row) throw notFound();
    return row;
  }
}
