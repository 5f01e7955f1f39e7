import { Injectable } from '@nestjs/common';
import type { LegalBasesView, LegalBasisInput, LegalBasisView } from '@panah/contracts/disclosures.contract';
import { OFFICE_ROLE } from '@panah/domain/staff/office-role';
import { legalBasisProcess } from '@panah/domain/consents/legal-basis.process';
import {
  assertNamedAnswers,
  assertNarrow,
  assertSecondPerson,
  assertVerbalInTime,
  basisEnd,
  confirmedEnd,
} from '@panah/domain/consents/legal-basis.rules';
import { move, RuleBroken } from '@panah/domain/process/process';
import type { ConsentPurpose, ConsentScope, DisclosureBasis } from '@panah/domain/vocabulary/consents';
import { mayOn } from '../platform/access/may-on';
import { CaseRecords, type ReachedCase } from '../cases/case.records';
import { currentActor } from '../platform/access/current-reach';
import { StaffRecords } from '../staff/staff.records';
import type { LegalBasis } from './disclosure.entity';
import { DisclosureRecords } from './disclosure.records';
import { ConsentTasks } from './consent-tasks';
import { InterpreterRecords } from './interpreter.records';
import { LegalBasisRecords } from './legal-basis.records';
import { legalBasisView } from './legal-basis.view';
import { Recipients } from './recipients.records';

/** R-CO-08: something is told without consent only on the word of two coordinators, and there is no other way. */
@Injectable()
export class LegalBasesService {
  constructor(
    private readonly bases: LegalBasisRecords,
    private readonly disclosures: DisclosureRecords,
    private readonly cases: CaseRecords,
    private readonly recipients: Recipients,
    private readonly staff: StaffRecords,
    private readonly closed: InterpreterRecords,
    private readonly tasks: ConsentTasks,
  ) {}

  async list(caseId: string): Promise<LegalBasesView> {
    const file = await this.cases.reachable(caseId, 'legal-basis:read');
    const rows = await this.bases.of(file.clientId, 'legal-basis:read');
    const asks = mayOn('legal-basis:ask', file);
    return { id: caseId, items: await this.views(rows, file), seconds: asks ? await this.seconds(file) : [], actions: asks ? ['ask'] : [] };
  }

  async read(id: string): Promise<LegalBasisView> {
    const row = await this.bases.get(id, 'legal-basis:read');
    const [view] = await this.views([row], await this.cases.reachable(row.caseId, 'legal-basis:read'));
    if (!view) throw new Error('A legal basis that was found has a view.');
    return view;
  }

  async ask(caseId: string, input: LegalBasisInput): Promise<LegalBasisView> {
    const file = await this.cases.reachable(caseId, 'legal-basis:ask');
    const { basis, purpose, scope, reason, inform } = input;
    assertNarrow({ basis: basis as DisclosureBasis, purpose: purpose as ConsentPurpose, scope: scope as ConsentScope[] });
    const danger = input.danger?.trim() || null;
    if (inform === 'ADDS_DANGER' && !danger) throw new RuleBroken('basis-incomplete', {}, { danger: ['missing'] });
    const [recipient] = await this.recipients.named([input.recipient]);
    if (!recipient) throw new RuleBroken('basis-incomplete', {}, { recipient: ['missing'] });
    const recordId = await this.bases.add(file, { basis, purpose, scope, inform, secrets: { recipient, reason, danger } });
    await this.tasks.raise('LEGAL_BASIS_ASKED', { recordId, clientId: file.clientId, officeId: file.officeId });
    return this.read(recordId);
  }

  async approve(id: string): Promise<LegalBasisView> {
    const held = await this.bases.hold(id, 'legal-basis:approve');
    return this.decide(held, 'approve', currentActor().staffId, 'WRITTEN');
  }

  async refuse(id: string): Promise<LegalBasisView> {
    const held = await this.bases.hold(id, 'legal-basis:approve');
    return this.decide(held, 'refuse', currentActor().staffId, 'WRITTEN');
  }

  /** In an emergency: whoever asked says who agreed by word of mouth, within the hour; that person writes it down within the day. */
  async approveVerbally(id: string, secondId: string): Promise<LegalBasisView> {
    const held = await this.bases.hold(id, 'legal-basis:ask');
    if (held.askedBy !== currentActor().staffId) throw new RuleBroken('not-the-asker');
    const file = await this.cases.reachable(held.caseId, 'legal-basis:ask');
    assertSecondPerson(held.askedBy, secondId);
    if (!(await this.seconds(file)).some((second) => second.id === secondId))
      throw new RuleBroken('no-second-person', {}, { secondId: ['notSuitable'] });
    assertVerbalInTime(held.askedAt, new Date());
    return this.decide(held, 'approve', secondId, 'VERBAL');
  }

  async confirm(id: string): Promise<LegalBasisView> {
    const { held, decidedAt } = await this.answered(id, 'confirm');
    await this.bases.confirm(held, confirmedEnd(decidedAt, new Date()));
    return this.read(id);
  }

  /** Whoever was named did not agree: nothing rests on it from now on, and coordinators see what was told already. */
  async object(id: string): Promise<LegalBasisView> {
    const { held, state } = await this.answered(id, 'object');
    await this.bases.object(held, state);
    await this.disclosures.stopOnBasis(id);
    await this.tasks.raise('LEGAL_BASIS_OBJECTED', { recordId: id, clientId: held.clientId, officeId: held.officeId });
    return this.read(id);
  }

  /** The person was told afterwards. */
  async informed(id: string): Promise<LegalBasisView> {
    const held = await this.bases.hold(id, 'legal-basis:inform');
    if (!(held.state === 'APPROVED' || held.state === 'OBJECTED') || held.informedAt !== null)
      throw new RuleBroken('not-open', { state: held.state, action: 'inform', open: [] });
    await this.bases.informed(held);
    await this.tasks.settle('CONTACT', id);
    return this.read(id);
  }

  /** What whoever was named says to it; it is no longer asked of them. */
  private async answered(id: string, answer: 'confirm' | 'object') {
    const held = await this.bases.hold(id, 'legal-basis:approve');
    const state = move(legalBasisProcess, held.state, answer);
    assertNamedAnswers(answer, held, currentActor().staffId);
    if (held.decidedAt === null) throw new Error(`Legal basis ${id} was agreed to at no moment.`);
    await this.tasks.settle('DISCLOSURE_REVIEW', id);
    return { held, state, decidedAt: held.decidedAt };
  }

  private async decide(
    held: LegalBasis,
    action: 'approve' | 'refuse',
    secondId: string,
    how: 'WRITTEN' | 'VERBAL',
  ): Promise<LegalBasisView> {
    const state = move(legalBasisProcess, held.state, action);
    assertSecondPerson(held.askedBy, secondId);
    const decidedAt = new Date();
    await this.bases.decide(held, {
      state,
      action,
      secondId,
      decidedAt,
      how,
      validUntil: action === 'approve' ? basisEnd(decidedAt, how) : null,
    });
    await this.tasks.settle('LEGAL_BASIS_ASKED', held.id);
    if (action === 'approve') await this.follow(held, how, secondId);
    return this.read(held.id);
  }

  /** The person is told, unless that adds danger; whoever is said to have agreed by word of mouth is asked within the day. */
  private async follow(
    { id: recordId, clientId, officeId, inform }: LegalBasis,
    how: 'WRITTEN' | 'VERBAL',
    secondId: string,
  ): Promise<void> {
    if (inform === 'TELL') await this.tasks.raise('CONTACT', { recordId, clientId, officeId }, 3);
    if (how === 'VERBAL') await this.tasks.raise('DISCLOSURE_REVIEW', { recordId, clientId, officeId, ownerId: secondId }, 1);
  }

  /** Other coordinators of the office who are not closed off from this client. */
  private async seconds({ officeId, clientId }: ReachedCase): Promise<{ id: string; name: string }[]> {
    const closed = await this.closed.closedTo(clientId);
    const coordinators = await this.staff.colleaguesIn(officeId, OFFICE_ROLE);
    return coordinators
      .filter(({ id }) => id !== currentActor().staffId && !closed.has(id))
      .map(({ id, displayName }) => ({ id, name: displayName }));
  }

  private async views(rows: LegalBasis[], file: ReachedCase): Promise<LegalBasisView[]> {
    const secrets = await this.bases.open(rows);
    const names = await this.staff.names(rows.flatMap(({ askedBy, secondId }) => [askedBy, secondId]));
    return rows.flatMap((row, at) => {
      const said = secrets[at];
      return said ? [legalBasisView(row, said, file, names)] : [];
    });
  }
}
