import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import {
  FamilyMessageLineView,
  FamilyMessageTextInput,
  FamilyMessageView,
  MessageApprovalInput,
  MessageRejectionInput,
  MessageReturnInput,
  TranslationRequestInput,
} from '@panah/contracts/family-messages.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { FamilyMessagesService } from './family-messages.service';
import { MessageReviewsService } from './message-reviews.service';

/** Looked over by a second person, translated by a third, let go by an officer: there is no route by which one of them could reword it. */
@Controller('family-messages/:id')
export class MessageReviewsController {
  constructor(
    private readonly messages: FamilyMessagesService,
    private readonly reviews: MessageReviewsService,
  ) {}

  /** What a repeated request is answered with. */
  read(id: string): Promise<FamilyMessageView> {
    return this.messages.read(id);
  }

  readAsked(id: string): Promise<FamilyMessageLineView> {
    return this.reviews.asked(id);
  }

  @Post('review')
  @HttpCode(200)
  @Allow('family-message:review')
  @Idempotent('read')
  review(@Param('id', Id) id: string): Promise<FamilyMessageView> {
    return this.reviews.review(id);
  }

  @Post('return')
  @HttpCode(200)
  @Allow('family-message:return')
  @Idempotent('read')
  return(@Param('id', Id) id: string, @Body() input: MessageReturnInput): Promise<FamilyMessageView> {
    return this.reviews.return(id, input);
  }

  @Post('rejection-request')
  @HttpCode(200)
  @Allow('family-message:ask-rejection')
  @Idempotent('read')
  askRejection(@Param('id', Id) id: string, @Body() input: MessageRejectionInput): Promise<FamilyMessageView> {
    return this.reviews.askRejection(id, input);
  }

  /** A coordinator is shown the reason, and no word of the message. */
  @Post('rejection')
  @HttpCode(200)
  @Allow('family-message:reject')
  @Idempotent('readAsked')
  reject(@Param('id', Id) id: string): Promise<FamilyMessageLineView> {
    return this.reviews.reject(id);
  }

  @Post('translation-request')
  @HttpCode(200)
  @Allow('family-message:translate')
  @Idempotent('read')
  requestTranslation(@Param('id', Id) id: string, @Body() input: TranslationRequestInput): Promise<FamilyMessageView> {
    return this.reviews.requestTranslation(id, input);
  }

  @Post('translation')
  @HttpCode(200)
  @Allow('family-message:translated')
  @Idempotent('read')
  translate(@Param('id', Id) id: string, @Body() input: FamilyMessageTextInput): Promise<FamilyMessageView> {
    return this.reviews.translate(id, input);
  }

  @Post('approval')
  @HttpCode(200)
  @Allow('family-message:approve')
  @Idempotent('read')
  approve(@Param('id', Id) id: string, @Body() input: MessageApprovalInput): Promise<FamilyMessageView> {
    return this.reviews.approve(id, input);
  }

  @Post('second-look')
  @HttpCode(200)
  @Allow('family-message:review')
  @Idempotent('read')
  lookAgain(@Param('id', Id) id: string): Promise<FamilyMessageView> {
    return this.reviews.lookAgain(id);
  }
}
