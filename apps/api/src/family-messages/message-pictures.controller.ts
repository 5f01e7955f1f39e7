import { Controller, Get, HttpCode, Param, Post, type StreamableFile } from '@nestjs/common';
import { FamilyMessageView } from '@panah/contracts/family-messages.contract';
import { Allow } from '../platform/access/allow';
import { GivesFile } from '../platform/http/file-answer';
import { Id } from '../platform/http/parameters';
import { Streamed, type StreamedBody, TakesStream } from '../platform/http/streamed-body';
import { Idempotent } from '../platform/idempotency/idempotent';
import { FamilyMessagesService } from './family-messages.service';
import { MessagePicturesService } from './message-pictures.service';
import { MessageReviewsService } from './message-reviews.service';

/** Photographs on a message. */
@Controller('family-messages/:id/attachments')
export class MessagePicturesController {
  constructor(
    private readonly messages: FamilyMessagesService,
    private readonly pictures: MessagePicturesService,
    private readonly reviews: MessageReviewsService,
  ) {}

  /** What a repeated request is answered with. */
  read(id: string): Promise<FamilyMessageView> {
    return this.messages.read(id);
  }

  /** The body is the picture. One that tells where or when it was taken is refused, unless it is asked to be cleaned. */
  @Post()
  @Allow('family-message:write')
  @Idempotent('read')
  @TakesStream('MessageAttachmentInput')
  add(@Param('id', Id) id: string, @Streamed() body: StreamedBody): Promise<FamilyMessageView> {
    return this.pictures.add(id, body);
  }

  /** To be drawn anew on a canvas; never opened as what it is. */
  @Get(':pictureId/content')
  @GivesFile()
  @Allow('family-message:read')
  show(@Param('id', Id) id: string, @Param('pictureId', Id) pictureId: string): Promise<StreamableFile> {
    return this.pictures.shown(id, pictureId);
  }

  @Post(':pictureId/removal')
  @HttpCode(200)
  @Allow('family-message:write')
  @Idempotent('read')
  remove(@Param('id', Id) id: string, @Param('pictureId', Id) pictureId: string): Promise<FamilyMessageView> {
    return this.pictures.remove(id, pictureId);
  }

  /** R-FL-10: somebody else looked whether it shows third people. */
  @Post(':pictureId/faces')
  @HttpCode(200)
  @Allow('family-message:review')
  @Idempotent('read')
  confirmFaces(@Param('id', Id) id: string, @Param('pictureId', Id) pictureId: string): Promise<FamilyMessageView> {
    return this.reviews.confirmFaces(id, pictureId);
  }
}
