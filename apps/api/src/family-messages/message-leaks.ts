import { Injectable } from '@nestjs/common';
import type { LeakView } from '@panah/contracts/family-messages.contract';
import { findLeaks } from '@panah/domain/family/leaks/find-leaks';
import type { MessageText } from './family-message.entity';
import { MessageNames } from './message-names.records';

/** What is highlighted: in the words as they stand now, and in the translation that would go along with them. */
export interface MessageFindings {
  body: LeakView[];
  translation: LeakView[];
}

/** R-FL-09: hints for a person who decides. Computed each time, from the names as they are known by then; kept nowhere. */
@Injectable()
export class MessageLeaks {
  constructor(private readonly names: MessageNames) {}

  async in(messageId: string, body: MessageText | null, translation: MessageText | null): Promise<MessageFindings> {
    const names = await this.names.around(messageId);
    return { body: found(body, names), translation: found(translation, names) };
  }
}

/** A key names one finding in one version: what was seen in an earlier one is not seen in the next. */
function found(text: MessageText | null, names: readonly string[]): LeakView[] {
  if (!text) return [];
  return findLeaks(text.body, { names }).map(({ kind, start, end }) => ({
    key: `${text.id.slice(0, 8)}.${text.seq}:${kind}:${start}-${end}`,
    kind,
    start,
    end,
  }));
}
