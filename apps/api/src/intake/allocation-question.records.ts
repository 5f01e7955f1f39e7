import { Injectable } from '@nestjs/common';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { type Place, Sealer } from '../platform/sealing/sealer';
import type { Enquiry } from './enquiry.entity';
import { type NeutralFacts, AllocationQuestion } from './allocation-question.entity';

export interface OpenQuestion {
  row: AllocationQuestion;
  facts: NeutralFacts;
}

const COLUMNS = `q.id, q.org_id as "orgId", q.office_id as "officeId", q.enquiry_id as "enquiryId", q.client_id as "clientId", q.staff_id as "staffId",
  q.asked_by as "askedBy", q.asked_at as "askedAt", q.answer, q.answered_at as "answeredAt", q.client_answer as "clientAnswer",
  q.client_answered_at as "clientAnsweredAt", q.client_answer_by as "clientAnswerBy", q.sealed, q.seal_version as "sealVersion"`;
const OPEN = `q.staff_id = $1 and q.answer is null and q.client_id is null and not (q.enquiry_id = any((select app.blocked())::uuid[]))`;
const MINE = {
  name: 'allocation-question.mine',
  text: `select ${COLUMNS} from team_question q where ${OPEN} order by q.asked_at, q.id limit 100`,
};
const MY_ONE = {
  name: 'allocation-question.my-one',
  text: `select ${COLUMNS} from team_question q where q.staff_id = $1 and q.id = $2 and q.client_id is null and not (q.enquiry_id = any((select app.blocked())::uuid[])) for update`,
};
const OF = {
  name: 'allocation-question.of',
  text: `select ${COLUMNS} from team_question q where q.enquiry_id = $1 order by q.asked_at, q.id`,
};

/** The door to the questions of R-AC-13 before a case exists. One's own, or those of an enquiry that the caller has in reach. */
@Injectable()
export class AllocationQuestionRecords {
  constructor(private readonly sealer: Sealer) {}

  /** The caller's own, still open. */
  async mine(): Promise<OpenQuestion[]> {
    return this.open(await currentWork().rows<AllocationQuestion & Record<string, unknown>>(MINE, [currentActor().staffId]));
  }

  /** One of the caller's own, held until this request is over. */
  async myOne(id: string): Promise<OpenQuestion> {
    currentLine().about('team_question', id);
    const [question] = await this.open(
      await currentWork().rows<AllocationQuestion & Record<string, unknown>>(MY_ONE, [currentActor().staffId, id]),
    );
    if (!question) throw notFound();
    return question;
  }

  async of(enquiryId: string): Promise<AllocationQuestion[]> {
    return currentWork().rows<AllocationQuestion & Record<string, unknown>>(OF, [enquiryId]);
  }

  async ask({ id: enquiryId, orgId, officeId }: Enquiry, staffId: string, facts: NeutralFacts): Promise<void> {
    const id = newId();
    const sealed = await this.sealer.seal(placeOf({ id, enquiryId, clientId: null, sealVersion: 1 }), facts);
    currentLine().changed('allocationQuestion');
    await currentWork().entities.insert(AllocationQuestion, {
      id,
      orgId,
      officeId,
      enquiryId,
      staffId,
      askedBy: currentActor().staffId,
      sealed,
      sealVersion: 1,
    });
  }

  async answer({ id }: AllocationQuestion, answer: string): Promise<void> {
    currentLine().changed('answer');
    await currentWork().entities.update(AllocationQuestion, { id }, { answer, answeredAt: new Date() });
  }

  async answerOfClient({ id }: AllocationQuestion, clientAnswer: string): Promise<void> {
    currentLine().changed('clientAnswer');
    await currentWork().entities.update(
      AllocationQuestion,
      { id },
      { clientAnswer, clientAnsweredAt: new Date(), clientAnswerBy: currentActor().staffId },
    );
  }

  /** Admission: sealed anew under the client's key, and closed to whoever was asked. */
  async handOver(enquiryId: string, clientId: string): Promise<void> {
    const rows = await this.of(enquiryId);
    for (const { row, facts } of await this.open(rows)) {
      const sealVersion = row.sealVersion + 1;
      const sealed = await this.sealer.seal(placeOf({ ...row, clientId, sealVersion }), facts);
      await currentWork().entities.update(AllocationQuestion, { id: row.id }, { clientId, sealed, sealVersion });
    }
  }

  private async open(rows: AllocationQuestion[]): Promise<OpenQuestion[]> {
    const opened = await this.sealer.openMany<NeutralFacts>(rows.map((row) => ({ place: placeOf(row), sealed: row.sealed })));
    currentLine().returned(
      'team_question',
      rows.map(({ id }) => id),
    );
    return rows.flatMap((row, at) => (opened[at] ? [{ row, facts: opened[at] }] : []));
  }
}

function placeOf({
  id,
  enquiryId,
  clientId,
  sealVersion,
}: Pick<AllocationQuestion, 'id' | 'enquiryId' | 'clientId' | 'sealVersion'>): Place {
  return { table: 'team_question', rowId: id, subjectId: clientId ?? enquiryId, compartment: 'file', sealVersion };
}
