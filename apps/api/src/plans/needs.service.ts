import { Injectable } from '@nestjs/common';
import type { NeedChangeInput, NeedInput, NeedListView, NeedView } from '@panah/contracts/needs.contract';
import { actOnNeedBy, assertNeed, isOpenNeed } from '@panah/domain/needs/need.rules';
import { RuleBroken } from '@panah/domain/process/process';
import type { NeedCode, NeedSeverity, NeedStatus } from '@panah/domain/vocabulary/needs';
import { CaseRecords, type ReachedCase } from '../cases/case.records';
import { TaskRecords } from '../tasks/task.records';
import { NeedRecords } from './need.records';
import { needListView, needView } from './need.view';

/** What a person needs, how badly, and what became of it. */
@Injectable()
export class NeedsService {
  constructor(
    private readonly needs: NeedRecords,
    private readonly cases: CaseRecords,
    private readonly tasks: TaskRecords,
  ) {}

  async list(caseId: string): Promise<NeedListView> {
    const file = await this.cases.reachable(caseId, 'need:read');
    return needListView(file, await this.needs.ofCase(file));
  }

  async read(id: string): Promise<NeedView> {
    const file = await this.cases.reachable(await this.needs.caseOf(id), 'need:read');
    return needView(await this.needs.get(id, file), file);
  }

  async add(caseId: string, { code, severity, source, identifiedOn, note = '' }: NeedInput): Promise<NeedView> {
    const file = await this.cases.hold(caseId, 'need:write');
    assertOpenCase(file);
    const life = await this.cases.lifeOn(caseId);
    const known = (await this.needs.ofCase(file)).map(({ row, secrets }) => ({ code: secrets.code, status: row.status }));
    assertNeed(code, identifiedOn, life, known);
    const plain = { severity: severity as NeedSeverity, status: 'IDENTIFIED' as const, identifiedOn };
    const id = await this.needs.add(file, plain, { code: code as NeedCode, source, note: note.trim() || null });
    await this.askToAct(file, id, plain.severity, identifiedOn);
    return this.read(id);
  }

  async edit(id: string, version: number, { severity, status, note = '' }: NeedChangeInput): Promise<NeedView> {
    const file = await this.cases.reachable(await this.needs.caseOf(id), 'need:write');
    assertOpenCase(file);
    const need = await this.needs.hold(id, file);
    const after = { severity: severity as NeedSeverity, status: status as NeedStatus, note: note.trim() || null };
    await this.needs.edit(need, version, after);
    if (isOpenNeed(after.status)) await this.askToAct(file, id, after.severity, need.row.identifiedOn);
    else await this.tasks.settle('NEED_URGENT', id);
    return this.read(id);
  }

  /** Model 2.6: what is severe is acted on within three days or one. */
  private async askToAct({ id: caseId, clientId }: ReachedCase, recordId: string, severity: NeedSeverity, from: string): Promise<void> {
    const dueOn = actOnNeedBy(severity, from);
    if (dueOn === null) await this.tasks.settle('NEED_URGENT', recordId);
    else await this.tasks.raise({ kind: 'NEED_URGENT', caseId, clientId, dueOn, recordId, dedupeKey: `${recordId}:${severity}` });
  }
}

function assertOpenCase({ state }: ReachedCase): void {
  if (state === 'CLOSED') throw new RuleBroken('not-open', { state, action: 'edit', open: [] });
}
