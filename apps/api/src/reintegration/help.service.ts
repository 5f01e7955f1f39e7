import { Injectable } from '@nestjs/common';
import type { HelpGivenInput, HelpGivenListView, HelpGivenView } from '@panah/contracts/reintegration.contract';
import { gapOfDay } from '@panah/domain/dates/day-of-a-life';
import { RuleBroken } from '@panah/domain/process/process';
import { CaseRecords, type ReachedCase } from '../cases/case.records';
import { workerOf } from '../cases/case.view';
import { mayOn } from '../platform/access/may-on';
import { StaffRecords } from '../staff/staff.records';
import { HelpRecords, type OpenHelp } from './help.records';

/** Help that was given: which service, when, how much. */
@Injectable()
export class HelpService {
  constructor(
    private readonly cases: CaseRecords,
    private readonly help: HelpRecords,
    private readonly staff: StaffRecords,
  ) {}

  async list(caseId: string): Promise<HelpGivenListView> {
    const file = await this.cases.reachable(caseId, 'help:read');
    const items = await this.help.ofCase(caseId);
    const names = await this.staff.names(items.map(({ row }) => row.givenBy));
    return { id: caseId, items: items.map((one) => helpView(one, file, names)), actions: mayRecord(file) ? ['add'] : [] };
  }

  async read(id: string): Promise<HelpGivenView> {
    const help = await this.help.get(id);
    const file = await this.cases.reachable(help.row.caseId, 'help:read');
    return helpView(help, file, await this.staff.names([help.row.givenBy]));
  }

  async record(caseId: string, input: HelpGivenInput): Promise<HelpGivenView> {
    const file = await this.cases.reachable(caseId, 'help:record');
    await this.assertHelp(file, input);
    return this.read(await this.help.add(file, input, secretsOf(input)));
  }

  async correct(id: string, version: number, input: HelpGivenInput): Promise<HelpGivenView> {
    const held = await this.help.hold(id);
    await this.assertHelp(await this.cases.reachable(held.row.caseId, 'help:record'), input);
    await this.help.correct(held, version, input, secretsOf(input));
    return this.read(id);
  }

  private async assertHelp(file: ReachedCase, { givenOn, amount, currency }: HelpGivenInput): Promise<void> {
    if (file.state === 'CLOSED') throw new RuleBroken('not-open', { state: file.state, action: 'record', open: [] });
    const fields: Record<string, string[]> = {};
    const gap = gapOfDay(givenOn, await this.cases.lifeOn(file.id));
    if (gap) fields['givenOn'] = [gap];
    if (amount && !currency) fields['currency'] = ['missing'];
    if (currency && !amount) fields['amount'] = ['missing'];
    if (currency && !Intl.supportedValuesOf('currency').includes(currency)) fields['currency'] = ['unknown'];
    if (Object.keys(fields).length) throw new RuleBroken('help-incomplete', {}, fields);
  }
}

const secretsOf = ({ amount = '', currency = '', what = '' }: HelpGivenInput) => ({
  amount: amount || null,
  currency: currency || null,
  what: what.trim() || null,
});

const mayRecord = (file: ReachedCase): boolean => file.state !== 'CLOSED' && mayOn('help:record', file);

function helpView({ row, secrets }: OpenHelp, file: ReachedCase, names: ReadonlyMap<string, string>): HelpGivenView {
  const { id, version, service, givenOn, givenBy } = row;
  return { id, version, service, givenOn, givenBy: workerOf(givenBy, names), ...secrets, actions: mayRecord(file) ? ['correct'] : [] };
}
