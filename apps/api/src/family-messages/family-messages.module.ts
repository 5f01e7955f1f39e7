import { Module, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../platform/jobs/jobs';
import { DocumentStoreModule } from '../documents/document-store.module';
import { StaffModule } from '../staff/staff.module';
import { FamilyMessageRecords } from './family-message.records';
import { FamilyMessagesController } from './family-messages.controller';
import { FamilyMessagesService } from './family-messages.service';
import { MessageClockJob } from './message-clock.job';
import { MessageDeliveriesController } from './message-deliveries.controller';
import { MessageDeliveriesService } from './message-deliveries.service';
import { MessageFigures } from './message-figures.records';
import { MessageLeaks } from './message-leaks';
import { MessageNames } from './message-names.records';
import { MessagePictures } from './message-picture.records';
import { MessagePicturesController } from './message-pictures.controller';
import { MessagePicturesService } from './message-pictures.service';
import { MessageQueue } from './message-queue.records';
import { MessageReading } from './message-reading';
import { MessageRelease } from './message-release.records';
import { MessageReviewsController } from './message-reviews.controller';
import { MessageReviewsService } from './message-reviews.service';
import { MessageTexts } from './message-text.records';
import { ReleaseMessagesJob } from './release-messages.job';

@Module({
  imports: [StaffModule, DocumentStoreModule],
  controllers: [FamilyMessagesController, MessageReviewsController, MessageDeliveriesController, MessagePicturesController],
  providers: [
    FamilyMessagesService,
    MessageReviewsService,
    MessageDeliveriesService,
    MessagePicturesService,
    MessageReading,
    MessageLeaks,
    FamilyMessageRecords,
    MessageTexts,
    MessagePictures,
    MessageQueue,
    MessageNames,
    MessageRelease,
    MessageFigures,
    ReleaseMessagesJob,
    MessageClockJob,
  ],
  exports: [MessageFigures, FamilyMessagesService, MessageReviewsService],
})
export class FamilyMessagesModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly releasing: ReleaseMessagesJob,
    private readonly clock: MessageClockJob,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this.releasing);
    this.jobs.register(this.clock);
  }
}
