import { Injectable } from '@nestjs/common';
import type { FamilyMessageQuery } from '@panah/contracts/family-messages.contract';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound, Problem } from '../platform/errors/problem';
import { cursorAfter, exactly, readCursor } from '../platform/http/keyset';
import type { QueuedMessage } from './family-message.entity';

const COLUMNS = `q.id, q.version, q.state, q.direction, q.language, q.submitted_at as "submittedAt", ${exactly('q.since')} as since, q.link_state as "linkState", q.writer_id as "writerId",
  q.reviewer_id as "reviewerId", q.passed, q.translator_id as "translatorId", q.translated, q.officer, q.asked`;
const QUEUE = {
  name: 'message-queue.page',
  text: `select ${COLUMNS}, (select count(*)::integer from app.message_queue()) as total from app.message_queue() q
          where $1::timestamptz is null or (q.since, q.id) > ($1::timestamptz, $2::uuid) order by q.since, q.id limit $3`,
};
const ASKED = {
  name: 'message-queue.asked',
  text: `select a.id, a.version, a.state, a.direction, a.language, a.submitted_at as "submittedAt", a.office_id as "officeId", a.asked from app.message_asked_of_office($1) a`,
};
const REJECT = { name: 'message-queue.reject', text: 'select app.reject_message($1) as rejected' };
const TRANSLATORS = { name: 'message-queue.translators', text: 'select staff_id as id from app.message_translators($1)' };

/** What a coordinator is asked about: the reason, and nothing of what the message says. */
export type AskedMessage = Pick<QueuedMessage, 'id' | 'version' | 'state' | 'direction' | 'language' | 'submittedAt' | 'asked'> & {
  officeId: string;
};

/** What waits for somebody, without content: the oldest first. */
@Injectable()
export class MessageQueue {
  async page({ cursor, limit }: FamilyMessageQuery): Promise<{ rows: QueuedMessage[]; next: string | null; total: number }> {
    const [since, id] = readCursor(cursor, 2) ?? [null, null];
    const most = limit ?? 50;
    const found = await currentWork().rows<QueuedMessage & { total: number }>(QUEUE, [since, id, most + 1]);
    const rows = found.slice(0, most);
    const last = rows.at(-1);
    currentLine().returned(
      'family-message',
      rows.map((row) => row.id),
    );
    return { rows, next: found.length > most && last ? cursorAfter([last.since, last.id]) : null, total: found[0]?.total ?? 0 };
  }

  /** A message that a coordinator is asked to reject. Throws 404. */
  async asked(id: string): Promise<AskedMessage> {
    const row = await currentWork().row<AskedMessage>(ASKED, [id]);
    currentLine().about('family-message', id, row ? { officeId: row.officeId } : {});
    if (!row) throw notFound();
    return row;
  }

  /** Throws 409 when it was decided meanwhile, or was written by whoever decides. */
  async reject({ id, asked }: AskedMessage): Promise<void> {
    currentLine()
      .changed('state')
      .because(asked ?? '');
    if (!(await currentWork().row<{ rejected: boolean }>(REJECT, [id]))?.rejected) throw new Problem(409, 'try-again');
  }

  /** Who may translate a message that is in reach; whoever is kept from either side is not among them. */
  async translators(id: string): Promise<string[]> {
    return (await currentWork().rows<{ id: string }>(TRANSLATORS, [id])).map((row) => row.id);
  }
}
