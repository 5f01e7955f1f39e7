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

type Interpreted = Pick<ConsentInput, 'interpreterKind' | 'interpreterId' | 'interpreterName'>;

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

  /**
   * Who interprets the answer: whoever it names, or nobody; where it says nothing, whoever interpreted the question. R-CO-09 is asked of them again, as somebody may have been
   * closed off from the client in between.
   */
  async interpreterOfAnswer(
    { clientId, officeId }: { clientId: string; officeId: string },
    { interpreter }: AskedSecrets,
    { interpreterKind, interpreterId, interpreterName }: Interpreted,
  ): Promise<AskedSecrets['interpreter']> {
    const told = { interpreterKind: interpreterKind === undefined ? interpreter?.kind : interpreterKind, interpreterId, interpreterName };
    if (!interpreter) return this.interpreterOf(clientId, officeId, told);
    const { staffId, name } = interpreter;
    const kind = interpreter.kind as InterpreterKind;
    const saysNothing = [interpreterKind, interpreterId, interpreterName].every((each) => each === undefined);
    const isNamed =
      told.interpreterKind === kind && (interpreterId ?? null) === staffId && (staffId !== null || interpreterName?.trim() === name);
    if (!saysNothing && !isNamed) return this.interpreterOf(clientId, officeId, told);
    assertMayInterpret({ kind, staffId, name, blocked: await this.isBlocked(clientId, staffId) });
    return interpreter;
  }

  private async isBlocked(clientId: string, staffId: string | null): Promise<boolean> {
    return staffId !== null && (await this.interpreters.closedTo(clientId)).has(staffId);
  }

  private async interpreterOf(clientId: string, officeId: string, question: Interpreted): Promise<AskedSecrets['interpreter']> {
    if (!question.interpreterKind) return null;
    const kind = question.interpreterKind as InterpreterKind;
    const colleagues = kind === 'COLLEAGUE' ? await this.staff.colleaguesIn(officeId) : [];
    const colleague = colleagues.find(({ id }) => id === question.interpreterId) ?? null;
    const staffId = colleague?.id ?? null;
    const name = colleague?.displayName ?? question.interpreterName?.trim() ?? '';
    assertMayInterpret({ kind, staffId, name: name || null, blocked: await this.isBlocked(clientId, staffId) });
    return { kind, staffId, name };
  }
}
