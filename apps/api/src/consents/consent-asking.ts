import { Injectable } from '@nestjs/common';
import type { ConsentInput } from '@panah/contracts/consents.contract';
import { assertMayAsk, assertMayInterpret } from '@panah/domain/consents/consent.rules';
import { usualScopeOf, wholeScope } from '@panah/domain/consents/purposes';
import type { ConsentPurpose, ConsentScope, InterpreterKind } from '@panah/domain/vocabulary/consents';
import { currentActor } from '../platform/access/current-reach';
import { StaffRecords } from '../staff/staff.records';
import type { AskedSecrets, ConsentRow, Recipient } from './consent.entity';
import { ConsentRecords } from './consent.records';
import { InterpreterRecords } from './interpreter.records';
import { Recipients } from './recipients.records';

export type Question = Pick<
  ConsentInput,
  'purpose' | 'scope' | 'recipients' | 'withheld' | 'language' | 'interpreterKind' | 'interpreterId' | 'interpreterName'
>;

/** A question put to somebody: one purpose, in their language, by a named worker, through a named interpreter if there was one. */
@Injectable()
export class ConsentAskings {
  constructor(
    private readonly consents: ConsentRecords,
    private readonly recipients: Recipients,
    private readonly interpreters: InterpreterRecords,
    private readonly staff: StaffRecords,
  ) {}

  async ask(
    { clientId, officeId }: { clientId: string; officeId: string },
    question: Question,
    { explainedBy = currentActor().staffId, about = null }: { explainedBy?: string; about?: readonly Recipient[] | null } = {},
  ): Promise<{ row: ConsentRow; secrets: AskedSecrets }> {
    const purpose = question.purpose as ConsentPurpose;
    const recipients = about ? [...about] : await this.recipients.named(question.recipients ?? []);
    const said = (question.scope ?? usualScopeOf(purpose)) as ConsentScope[];
    assertMayAsk({ subject: 'CLIENT', purpose, scope: said, recipients: recipients.length });
    const secrets = {
      language: question.language,
      explainedBy,
      recipients,
      withheld: (question.withheld ?? []).map(({ name, why }) => ({ name, why })),
      interpreter: await this.interpreterOf(clientId, officeId, question),
    };
    return { row: await this.consents.offer({ clientId, officeId, purpose, scope: wholeScope(purpose, said), secrets }), secrets };
  }

  private async interpreterOf(clientId: string, officeId: string, question: Question): Promise<AskedSecrets['interpreter']> {
    if (!question.interpreterKind) return null;
    const kind = question.interpreterKind as InterpreterKind;
    const colleagues = kind === 'COLLEAGUE' ? await this.staff.colleaguesIn(officeId) : [];
    const colleague = colleagues.find(({ id }) => id === question.interpreterId) ?? null;
    const staffId = colleague?.id ?? null;
    const name = colleague?.displayName ?? question.interpreterName?.trim() ?? '';
    const blocked = staffId !== null && (await this.interpreters.closedTo(clientId)).has(staffId);
    assertMayInterpret({ kind, staffId, name: name || null, blocked });
    return { kind, staffId, name };
  }
}
