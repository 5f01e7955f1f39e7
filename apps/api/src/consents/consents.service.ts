import { Injectable } from '@nestjs/common';
import type { ConsentConfirmationInput, SuspensionInput, WithdrawalInput } from '@panah/contracts/consent-steps.contract';
import type { ConsentDecisionInput, ConsentGiving, ConsentInput, ConsentView } from '@panah/contracts/consents.contract';
import type { Word } from '@panah/domain/access/access-table';
import { assertAskedWhere, assertHeardAlone } from '@panah/domain/consents/consent.rules';
import { RuleBroken } from '@panah/domain/process/process';
import type { CapacityCheck, ConsentPurpose, FreeChoiceCheck } from '@panah/domain/vocabulary/consents';
import { CaseRecords, type ReachedCase } from '../cases/case.records';
import { CaseOfClient } from './case-of-client.records';
import { ConsentAskings } from './consent-asking';
import { ConsentGivings, doubtIn } from './consent-giving';
import { ConsentTasks } from './consent-tasks';
import type { AskedSecrets, ConsentRow, Recipient } from './consent.entity';
import { ConsentRecords } from './consent.records';
import { ConsentViews } from './consent-views';
import { notFound } from '../platform/errors/problem';
import { purposesKnownOn, purposesOpenOn } from './purposes-open';

@Injectable()
export class ConsentsService {
  constructor(
    private readonly consents: ConsentRecords,
    private readonly askings: ConsentAskings,
    private readonly givings: ConsentGivings,
    private readonly cases: CaseRecords,
    private readonly caseOf: CaseOfClient,
    private readonly tasks: ConsentTasks,
    private readonly views: ConsentViews,
  ) {}

  async read(id: string): Promise<ConsentView> {
    const row = await this.consents.get(id, 'consent:read');
    const file = await this.fileOf(row, 'consent:read');
    const [view] = await this.views.of([row], file);
    if (!view) throw new Error('A consent that was found has a view.');
    return view;
  }

  /** @param about the record that it is about, for purposes that are of one wish to find somebody */
  async record(caseId: string, input: ConsentInput, about: readonly Recipient[] | null = null): Promise<ConsentView> {
    const file = await this.cases.reachable(caseId, 'consent:record');
    assertTheirPurpose(file, input.purpose);
    assertAskedWhere(input.purpose as ConsentPurpose, about !== null);
    const { row, secrets } = await this.askings.ask(file, input, { about });
    if (input.decision === 'GIVEN') await this.give(row, secrets, input, file);
    if (input.decision === 'REFUSED') await this.consents.step(row, { action: 'refuse' });
    return this.read(row.id);
  }

  /** The answer to what was explained earlier. */
  async decide(id: string, input: ConsentDecisionInput): Promise<ConsentView> {
    const row = await this.consents.hold(id, 'consent:record');
    const file = await this.fileOf(row, 'consent:record');
    assertTheirPurpose(file, row.purpose);
    if (input.decision === 'REFUSED') await this.consents.step(row, { action: 'refuse' });
    else {
      const [asked] = await this.consents.open([row]);
      if (asked) await this.give(row, { ...asked, interpreter: await this.askings.interpreterOfAnswer(file, asked, input) }, input, file);
    }
    return this.read(id);
  }

  /** R-CO-04: any member of the case team, no reason asked; R-CO-03: what rests on it stops in this transaction. */
  async withdraw(id: string, { how, effectsExplained }: WithdrawalInput): Promise<ConsentView> {
    const held = await this.consents.hold(id, 'consent:withdraw');
    await this.fileOf(held, 'consent:withdraw');
    await this.consents.step(held, { action: 'withdraw', secrets: { how, effectsExplained } });
    return this.read(id);
  }

  async suspend(id: string, { doubt }: SuspensionInput): Promise<ConsentView> {
    const held = await this.consents.hold(id, 'consent:suspend');
    await this.consents.step(held, { action: 'suspend', secrets: { doubt } });
    await this.tasks.raise('CONSENT_ENDED', { recordId: id, clientId: held.clientId, officeId: held.officeId });
    if (doubt === 'DURESS') await this.tasks.lookAtRisk(await this.caseOf.reachable(held.clientId, 'consent:suspend'));
    return this.read(id);
  }

  async confirm(id: string, { freeChoice, capacity }: ConsentConfirmationInput): Promise<ConsentView> {
    assertHeardAlone({ freeChoice: freeChoice as FreeChoiceCheck, capacity: capacity as CapacityCheck });
    const held = await this.consents.hold(id, 'consent:confirm');
    await this.tasks.settle('REVIEW_CONSENT', id);
    await this.givings.saidAgain(await this.consents.step(held, { action: 'confirm', secrets: { freeChoice, capacity } }));
    return this.read(id);
  }

  /** The case through which the reader works with a consent. Throws `not-found` where they do not learn that it is there. */
  private async fileOf({ clientId, purpose }: ConsentRow, word: Word): Promise<ReachedCase> {
    const file = await this.caseOf.reachable(clientId, word);
    if (!purposesKnownOn(file).includes(purpose)) throw notFound();
    return file;
  }

  /** R-CO-05: what has to be heard again is somebody's task. */
  private async give(row: ConsentRow, secrets: AskedSecrets, input: ConsentGiving, file: ReachedCase): Promise<void> {
    const { clientId, officeId } = file;
    const given = await this.givings.give(row, secrets, input);
    if (given.state !== 'SUSPENDED') return;
    await this.tasks.raise('REVIEW_CONSENT', { recordId: row.id, clientId, officeId }, 7);
    if (doubtIn(input) === 'DURESS') await this.tasks.lookAtRisk(file);
  }
}

/** Model 5.1, class 26: a counsellor asks about counselling, a housing officer about housing, a caseworker about anything. */
function assertTheirPurpose(file: ReachedCase, purpose: string): void {
  if (!purposesOpenOn(file).includes(purpose as ConsentPurpose) && purpose !== 'C22_RELATIVE_DATA')
    throw new RuleBroken('purpose-of-another', { purpose }, { purpose: ['ofAnother'] });
}
