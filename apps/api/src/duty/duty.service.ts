import { Injectable } from '@nestjs/common';
import type {
  DangerInput,
  DangerView,
  DutyCandidatesView,
  DutyStripView,
  DutyTurnInput,
  DutyView,
  EnquiryDangerView,
} from '@panah/contracts/duty.contract';
import { dangerProcess, type DangerAction } from '@panah/domain/duty/danger.process';
import { assertHasIt, assertMaySettle, assertTurn } from '@panah/domain/duty/duty.rules';
import { move } from '@panah/domain/process/process';
import { CaseRecords } from '../cases/case.records';
import { currentActor, currentReach, hasWord } from '../platform/access/current-reach';
import { invalid, notFound } from '../platform/errors/problem';
import { RiskHoldRecords } from './risk-hold.records';
import { StaffRecords } from '../staff/staff.records';
import type { OpenDanger } from './danger';
import { DangerRecords } from './danger.records';
import { DutyTurnRecords } from './duty-turn.records';
import { dangerView, enquiryDangerView, numberViews, peopleIn, peopleOf, turnView } from './duty.view';
import { EnquiryDangers } from './enquiry-danger.records';

const AN_HOUR = 3_600_000;

/** Who is on duty, and what waits for them. An alert is not a call for help: until somebody has it, it says so. */
@Injectable()
export class DutyService {
  constructor(
    private readonly turns: DutyTurnRecords,
    private readonly dangers: DangerRecords,
    private readonly enquiries: EnquiryDangers,
    private readonly holds: RiskHoldRecords,
    private readonly cases: CaseRecords,
    private readonly staff: StaffRecords,
  ) {}

  async read(): Promise<DutyView> {
    const offices = currentReach('duty:read').offices;
    const [turns, latest] = [await this.turns.list(), await this.turns.latestOfEach(offices)];
    const [open, taken] = await this.toAnswer();
    const raised = await this.dangers.raisedByReader();
    const onTurn = [...turns, ...latest].map(({ row }) => row.staffId);
    const names = await this.staff.names([...onTurn, ...peopleOf([...open, ...taken, ...raised])]);
    const say = (danger: OpenDanger) => dangerView(danger, names);
    return {
      id: currentActor().staffId,
      onDuty: turns.some(({ row }) => row.isNow && row.staffId === currentActor().staffId),
      turns: turns.map((turn) => turnView(turn, names)),
      numbers: numberViews(latest, names),
      open: open.map(say),
      taken: taken.map(say),
      raised: raised.map(say),
      actions: hasWord('duty:plan') ? ['plan'] : [],
    };
  }

  /** What stands at the top of every screen. What was called in silence does not: the screen may be looked at by others. */
  async strip(): Promise<DutyStripView> {
    const [open] = await this.toAnswer();
    const raised = (await this.dangers.raisedByReader()).filter(({ row }) => !row.silent && isNews(row.takenAt));
    const [enquiries, takenDown] = [await this.enquiries.toTake(), await this.enquiries.raisedByReader()];
    const waiting = [
      ...raised.filter(({ row }) => row.state === 'OPEN').map(({ row }) => row),
      ...takenDown.filter(({ takenAt }) => !takenAt),
    ];
    const latest = await this.turns.latestOfEach([...new Set(waiting.map(({ officeId }) => officeId))]);
    const people = [...peopleOf([...open, ...raised]), ...peopleIn([...enquiries, ...takenDown])];
    const names = await this.staff.names([...latest.map(({ row }) => row.staffId), ...people]);
    return {
      enquiries: enquiries.map((each) => enquiryDangerView(each, names)),
      takenDown: takenDown.map((each) => enquiryDangerView(each, names)),
      open: open.map((danger) => dangerView(danger, names)),
      raised: raised.map((danger) => dangerView(danger, names)),
      numbers: numberViews(latest, names),
    };
  }

  async candidates(): Promise<DutyCandidatesView> {
    const found = await this.turns.candidates();
    const names = await this.staff.names(found.map(({ id }) => id));
    return { items: found.map(({ id, officeId }) => ({ id, officeId, name: names.get(id) ?? '' })) };
  }

  async plan(input: DutyTurnInput): Promise<DutyView> {
    if (!currentReach('duty:plan').offices.includes(input.officeId)) throw notFound();
    assertTurn(input, new Date().toISOString());
    await this.assertOnList(input);
    await this.turns.add(input);
    return this.read();
  }

  async editTurn(id: string, version: number, input: DutyTurnInput): Promise<DutyView> {
    const held = await this.turns.hold(id);
    assertTurn(input, new Date().toISOString());
    if (input.officeId !== held.row.officeId) throw invalid({ officeId: ['stays'] });
    if (input.staffId !== held.row.staffId) await this.assertOnList(input);
    await this.turns.edit(held, version, input);
    return this.read();
  }

  async withdraw(id: string): Promise<DutyView> {
    await this.turns.withdraw(await this.turns.hold(id));
    return this.read();
  }

  async raise(caseId: string, { words }: DangerInput): Promise<DangerView> {
    const file = await this.cases.reachable(caseId, 'danger:raise');
    const { id, clientId, officeId } = file;
    return this.one(await this.dangers.raise({ caseId: id, clientId, officeId, kind: 'RAISED', words }));
  }

  async one(id: string): Promise<DangerView> {
    const danger = await this.dangers.get(id);
    return dangerView(danger, await this.staff.names(peopleOf([danger])));
  }

  /** "I have it", of an enquiry. */
  async takeEnquiry(id: string): Promise<EnquiryDangerView> {
    await this.enquiries.take(id);
    return this.oneEnquiry(id);
  }

  async oneEnquiry(id: string): Promise<EnquiryDangerView> {
    const row = await this.enquiries.get(id);
    return enquiryDangerView(row, await this.staff.names(peopleIn([row])));
  }

  async step(id: string, action: DangerAction, words: string | null = null): Promise<DangerView> {
    const danger = await this.dangers.hold(id, `danger:${action}`);
    const to = move(dangerProcess, danger.row.state, action);
    const { staffId } = currentActor();
    if (action === 'settle') assertMaySettle(danger.row.raisedBy, staffId);
    if (action === 'hand_back') assertHasIt(danger.row.takenBy, staffId);
    await this.dangers.move(danger, action, to, words);
    if (to === 'SETTLED' && danger.row.clientId) await this.holds.reckon(danger.row.clientId);
    return this.one(id);
  }

  /** Nothing for those who take no dangers. */
  private async toAnswer(): Promise<[open: OpenDanger[], taken: OpenDanger[]]> {
    return hasWord('danger:take') ? [await this.dangers.toTake(), await this.dangers.taken()] : [[], []];
  }

  private async assertOnList({ staffId, officeId }: DutyTurnInput): Promise<void> {
    const onList = await this.turns.candidates();
    if (!onList.some((one) => one.id === staffId && one.officeId === officeId)) throw invalid({ staffId: ['not-on-duty-list'] });
  }
}

const isNews = (takenAt: Date | null): boolean => takenAt === null || Date.now() - takenAt.getTime() < AN_HOUR;
