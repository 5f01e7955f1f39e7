import { Injectable } from '@nestjs/common';
import { ClientRecords } from '../clients/client.records';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { type Place, Sealer } from '../platform/sealing/sealer';
import { TeamMember } from './team-member.entity';

/** What the one who is asked sees of the client: nothing by which a stranger would know them. */
export interface QuestionFacts {
  pseudonym: string;
  country: string;
  languages: string[];
  streams: string[];
}

export interface TeamQuestion {
  row: TeamMember;
  facts: QuestionFacts;
}

interface ClientRow extends Omit<QuestionFacts, 'pseudonym'>, Record<string, unknown> {
  id: string;
  sealed: Buffer;
  sealVersion: number;
}

type QuestionRow = TeamMember & { sealed: Buffer } & Record<string, unknown>;

const COLUMNS = `t.id, t.office_id as "officeId", t.client_id as "clientId", t.case_id as "caseId", t.role, t.reason, t.proposed_by as "proposedBy", t.proposed_at as "proposedAt",
  t.member_answer as "memberAnswer", t.client_answer as "clientAnswer", t.is_primary as "isPrimary", t.sealed, t.seal_version as "sealVersion", t.version`;
const OPEN = {
  name: 'team-question.open',
  text: `select ${COLUMNS} from case_team t where t.staff_id = $1 and t.member_answer is null and t.ended_at is null and t.sealed is not null order by t.proposed_at limit 100`,
};
const ONE = {
  name: 'team-question.one',
  text: `select ${COLUMNS} from case_team t where t.id = $1 and t.staff_id = $2 and t.sealed is not null`,
};
const HOLD = { name: 'team-question.hold', text: `${ONE.text} and t.ended_at is null for update` };
const FACTS = {
  name: 'team-question.facts',
  text: `select k.id, k.sealed, k.seal_version as "sealVersion", k.languages, c.country, c.streams from case_file c join client k on k.id = c.client_id where c.id = $1`,
};
const BLOCK = {
  name: 'team-question.block',
  text: `insert into access_block (id, org_id, office_id, subject_id, staff_id, kind, source, set_by) values ($1, $2, $3, $4, $5, $6, 'USER_DECLARED', $5)`,
};

/** The questions to the one who is asking, and nobody else's (R-AC-13). */
@Injectable()
export class TeamQuestionRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly clients: ClientRecords,
  ) {}

  /** What may be shown to somebody who is asked about a case that the caller reaches. */
  async factsOf(caseId: string): Promise<QuestionFacts> {
    const row = await currentWork().row<ClientRow>(FACTS, [caseId]);
    if (!row) throw notFound();
    const { pseudonym } = await this.clients.card(row);
    return { pseudonym, country: row.country, languages: row.languages, streams: row.streams };
  }

  async open(): Promise<TeamQuestion[]> {
    return this.opened(await currentWork().rows<QuestionRow>(OPEN, [currentActor().staffId]));
  }

  async get(id: string): Promise<TeamQuestion> {
    return this.found(await currentWork().row<QuestionRow>(ONE, [id, currentActor().staffId]), id);
  }

  async hold(id: string): Promise<TeamQuestion> {
    return this.found(await currentWork().row<QuestionRow>(HOLD, [id, currentActor().staffId]), id);
  }

  async answer({ row }: TeamQuestion, change: Partial<TeamMember>): Promise<void> {
    currentLine().changed('member_answer');
    await currentWork().entities.update(TeamMember, { id: row.id, version: row.version }, { ...change, version: row.version + 1 });
  }

  /** Whoever says that they have a tie is closed off from the client at once (R-AC-01). */
  async closeOff({ row }: TeamQuestion, kind: string): Promise<void> {
    const { orgId, staffId } = currentActor();
    await currentWork().change(BLOCK, [newId(), orgId, row.officeId, row.clientId, staffId, kind]);
  }

  private async found(row: QuestionRow | null, id: string): Promise<TeamQuestion> {
    currentLine().about('case_team', id, row ? { officeId: row.officeId } : {});
    const [question] = row ? await this.opened([row]) : [];
    if (!question) throw notFound();
    return question;
  }

  private async opened(rows: readonly QuestionRow[]): Promise<TeamQuestion[]> {
    const facts = await this.sealer.openMany<QuestionFacts>(rows.map((row) => ({ place: placeOfQuestion(row), sealed: row.sealed })));
    currentLine().returned(
      'case_team',
      rows.map(({ id }) => id),
    );
    return rows.flatMap((row, index) => {
      const shown = facts[index];
      return shown ? [{ row, facts: shown }] : [];
    });
  }
}

export const placeOfQuestion = ({ id, clientId, sealVersion }: Pick<TeamMember, 'id' | 'clientId' | 'sealVersion'>): Place => ({
  table: 'case_team',
  rowId: id,
  subjectId: clientId,
  compartment: 'file',
  sealVersion,
});
