import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FamilyLinkState } from '@panah/domain/family/family-link.process';
import { type FamilyMessageEvent, familyMessageProcess } from '@panah/domain/family/family-message.process';
import { move } from '@panah/domain/process/process';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import type { Statement } from '../platform/database/unit-of-work';
import { notFound, Problem, staleEdit } from '../platform/errors/problem';
import type { FamilyMessage } from './family-message.entity';

type Row = FamilyMessage & Record<string, unknown>;
/** What a step leaves on the row; the database sets the moments. */
export type MessageChange = Partial<
  Pick<
    FamilyMessage,
    'passedAt' | 'translatorId' | 'translationLanguage' | 'approvedBy' | 'holdReason' | 'rejectReason' | 'deliveredAt'
  > & {
    reviewerId: string;
    rejectAskedBy: string;
    deliveredBy: string;
  }
>;

/** A link as one of its officers has reached it. */
export interface LinkOfMessages extends Record<string, unknown> {
  id: string;
  officeId: string;
  state: FamilyLinkState;
}

const COLUMNS = `m.id, m.org_id as "orgId", m.office_id as "officeId", m.link_id as "linkId", m.direction, m.language, m.how, m.state, m.writer_id as "writerId",
  m.written_at as "writtenAt", m.submitted_at as "submittedAt", m.reviewer_id as "reviewerId", m.passed_at as "passedAt", m.translator_id as "translatorId",
  m.translation_language as "translationLanguage", m.approved_by as "approvedBy", m.approved_at as "approvedAt", m.hold_reason as "holdReason",
  m.reject_reason as "rejectReason", m.released_at as "releasedAt", m.crossing_id as "crossingId", m.delivered_at as "deliveredAt", m.version,
  o.link_state as "linkState", o.officer,
  exists (select from family_message_text t where t.message_id = m.id and t.kind = 'TRANSLATION' and t.by_id = m.translator_id and t.at > m.submitted_at) as translated`;
/** Reach: the officers of its link, and the one who looks it over or translates it, while they do. */
const FROM = `from family_message m join app.own_message o on o.whose = m.id`;
const ONE = { name: 'family-message.one', text: `select ${COLUMNS} ${FROM} where m.id = $1` };
const OF_LINK = {
  name: 'family-message.of-link',
  text: `select ${COLUMNS} ${FROM} where m.link_id = $1 and o.officer order by m.written_at desc, m.id limit 200`,
};
const HOLD = { name: 'family-message.hold', text: 'select app.hold_message($1) as held' };
const TAKE = { name: 'family-message.take', text: 'select app.take_message($1) as taken' };
const LINK = {
  name: 'family-message.link',
  text: `select l.id, l.office_id as "officeId", l.state from family_link l where l.id = $1 and exists (select from app.own_link o where o.whose = l.id)`,
};
const ADD = {
  name: 'family-message.add',
  text: `insert into family_message (id, org_id, office_id, link_id, direction, language, how, writer_id) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
};
const EDIT = {
  name: 'family-message.edit',
  text: `update family_message set version = version + 1 where id = $1 and version = $2`,
};
const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** One statement for each set of fields that a step changes; they are few. */
const moves = new Map<string, Statement>();

function moveStatement(fields: readonly string[]): Statement {
  const changes = fields.map((field, at) => `, ${columnOf(field)} = $${at + 4}`).join('');
  const made = moves.get(changes) ?? {
    name: `family-message.move.${moves.size}`,
    text: `update family_message set state = $3${changes}, version = version + 1 where id = $1 and version = $2`,
  };
  moves.set(changes, made);
  return made;
}

/** The door to messages. A line in the log names the message and never a client: it stands in nobody's file. */
@Injectable()
export class FamilyMessageRecords {
  /** Throws 404 for whoever is no officer of it. */
  async link(id: string): Promise<LinkOfMessages> {
    const link = await currentWork().row<LinkOfMessages>(LINK, [id]);
    currentLine().about('family-link', id, link ? { officeId: link.officeId } : {});
    if (!link) throw notFound();
    return link;
  }

  /** Newest first. */
  async ofLink({ id }: LinkOfMessages): Promise<FamilyMessage[]> {
    const rows = await currentWork().rows<Row>(OF_LINK, [id]);
    currentLine().returned(
      'family-message',
      rows.map((row) => row.id),
    );
    return rows;
  }

  async get(id: string): Promise<FamilyMessage> {
    const row = await currentWork().row<Row>(ONE, [id]);
    currentLine().about('family-message', id, row ? { officeId: row.officeId } : {});
    if (!row) throw notFound();
    return row;
  }

  /** As `get`; until the request is over nobody else moves it or its link. */
  async hold(id: string): Promise<FamilyMessage> {
    await currentWork().rows(HOLD, [id]);
    return this.get(id);
  }

  /** Takes it out of the queue to look it over. False where it does not wait there, is out of sight, or is one's own. */
  async take(id: string): Promise<boolean> {
    currentLine().about('family-message', id).changed('state', 'reviewerId');
    return (await currentWork().row<{ taken: boolean }>(TAKE, [id]))?.taken ?? false;
  }

  /** Its id tells nothing of when it was written. */
  async add(link: LinkOfMessages, plain: Pick<FamilyMessage, 'direction' | 'language' | 'how'>): Promise<FamilyMessage> {
    const id = randomUUID();
    const { orgId, staffId } = currentActor();
    const { direction, language, how } = plain;
    await currentWork().change(ADD, [id, orgId, link.officeId, link.id, direction, language, how, staffId]);
    currentLine().changed('direction', 'language', 'how', 'body');
    return this.get(id);
  }

  /** Throws 412 when somebody else was at it meanwhile. */
  async edited({ id, version: held }: FamilyMessage, version: number): Promise<void> {
    if (held !== version) throw staleEdit(held, ['body']);
    currentLine().changed('body');
    await currentWork().change(EDIT, [id, version]);
  }

  /** Takes a step of a held message by the drawing; the database writes it down. */
  async move(message: FamilyMessage, event: FamilyMessageEvent, change: MessageChange = {}): Promise<void> {
    await this.write(message, move(familyMessageProcess, message.state, event), change);
  }

  /** What is said about a held message that stays where it is. */
  async note(message: FamilyMessage, change: MessageChange): Promise<void> {
    await this.write(message, message.state, change);
  }

  private async write({ id, version, state }: FamilyMessage, to: string, change: MessageChange): Promise<void> {
    currentLine().changed(...(to === state ? [] : ['state']), ...Object.keys(change));
    const values = [id, version, to, ...(Object.values(change) as unknown[])];
    if ((await currentWork().change(moveStatement(Object.keys(change)), values)) !== 1) throw new Problem(409, 'try-again');
  }
}
