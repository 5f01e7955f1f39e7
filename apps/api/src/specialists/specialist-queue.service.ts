import { Injectable } from '@nestjs/common';
import type {
  SpecialistAnsweredView,
  SpecialistDeclineInput,
  SpecialistQuestionView,
  SpecialistQueueView,
  TakeUpInput,
} from '@panah/contracts/specialists.contract';
import { classesFor } from '@panah/domain/cases/team-classes';
import { move, RuleBroken } from '@panah/domain/process/process';
import { assertMayTakeUp } from '@panah/domain/specialists/specialist.rules';
import { specialistRequestProcess } from '@panah/domain/specialists/specialist-request.process';
import type { Specialty } from '@panah/domain/vocabulary/specialists';
import { TeamRecords } from '../cases/team.records';
import { currentActor } from '../platform/access/current-reach';
import { answeredView, specialistQuestionView, specialistQueueView } from './specialist.view';
import { SpecialistQueueRecords } from './specialist-queue.records';
import type { OpenRequest } from './specialist-request.entity';

/** How a specialist gets in (house.md 3): out of the queue of the specialty, by taking a request up. Nobody adds themself otherwise. */
@Injectable()
export class SpecialistQueueService {
  constructor(
    private readonly queue: SpecialistQueueRecords,
    private readonly team: TeamRecords,
  ) {}

  async waiting(specialty?: string): Promise<SpecialistQueueView> {
    return specialistQueueView(await this.queue.waiting((specialty ?? null) as Specialty | null));
  }

  async question(id: string): Promise<SpecialistQuestionView> {
    const request = await this.queue.get(id);
    move(specialistRequestProcess, request.row.state, 'take_up');
    return specialistQuestionView(request);
  }

  /** Where an answered request stands. */
  async read(id: string): Promise<SpecialistAnsweredView> {
    const request = await this.queue.get(id);
    const { state, answeredBy, clientAgreesTo } = request.row;
    const isOwn = state === 'TAKEN_UP' && answeredBy === currentActor().staffId;
    return answeredView(request, state, isOwn ? placeBy(clientAgreesTo) : null);
  }

  /** R-AC-13: whoever takes up says first that they have no tie; a tie closes the client to them, and the request waits on. */
  async takeUp(id: string, { answer, kind }: TakeUpInput): Promise<SpecialistAnsweredView> {
    const held = await this.queue.hold(id, 'specialist:take-up');
    move(specialistRequestProcess, held.row.state, 'take_up');
    assertMayTakeUp(held.row.specialty, await this.queue.ownPlace(held.row));
    if (answer === 'TIE') return this.closeOff(held, kind);
    await this.queue.takeUp(held);
    const place = placeBy(held.row.clientAgreesTo);
    await this.team.takePlace(held.row, classesFor(held.row.specialty), place === 'MEMBER');
    return answeredView(held, 'TAKEN_UP', place);
  }

  async decline(id: string, { reason, words }: SpecialistDeclineInput): Promise<SpecialistAnsweredView> {
    const held = await this.queue.hold(id, 'specialist:decline');
    move(specialistRequestProcess, held.row.state, 'decline');
    await this.queue.decline(held, reason, words);
    return answeredView(held, 'DECLINED', null);
  }

  private async closeOff(held: OpenRequest, kind?: string): Promise<SpecialistAnsweredView> {
    if (!kind) throw new RuleBroken('kind-missing', {}, { kind: ['missing'] });
    await this.queue.closeOff(held, kind);
    return answeredView(held, held.row.state, null);
  }
}

/** The client was told of this colleague and has no objection: then nobody is left to ask. */
const placeBy = (clientAgreesTo: readonly string[]): 'MEMBER' | 'ASKED' =>
  clientAgreesTo.includes(currentActor().staffId) ? 'MEMBER' : 'ASKED';
