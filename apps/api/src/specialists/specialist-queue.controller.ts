import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  SpecialistAnsweredView,
  SpecialistDeclineInput,
  SpecialistQuestionView,
  SpecialistQueueQuery,
  SpecialistQueueView,
  TakeUpInput,
} from '@panah/contracts/specialists.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { SpecialistQueueService } from './specialist-queue.service';

/** The queues of the specialties that the reader holds: reference, language, urgency and the question. */
@Controller('specialist-requests')
export class SpecialistQueueController {
  constructor(private readonly queue: SpecialistQueueService) {}

  @Get()
  @Allow('specialist:see-queue')
  waiting(@Query() { specialty }: SpecialistQueueQuery): Promise<SpecialistQueueView> {
    return this.queue.waiting(specialty);
  }

  @Get(':id/question')
  @Allow('specialist:take-up')
  question(@Param('id', Id) id: string): Promise<SpecialistQuestionView> {
    return this.queue.question(id);
  }

  @Post(':id/taking-up')
  @HttpCode(200)
  @Allow('specialist:take-up')
  @Idempotent('read')
  takeUp(@Param('id', Id) id: string, @Body() input: TakeUpInput): Promise<SpecialistAnsweredView> {
    return this.queue.takeUp(id, input);
  }

  @Post(':id/refusal')
  @HttpCode(200)
  @Allow('specialist:decline')
  @Idempotent('read')
  decline(@Param('id', Id) id: string, @Body() input: SpecialistDeclineInput): Promise<SpecialistAnsweredView> {
    return this.queue.decline(id, input);
  }

  /** A repeated answer is answered by the request as it stands now. */
  read(id: string): Promise<SpecialistAnsweredView> {
    return this.queue.read(id);
  }
}
