import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../jobs/jobs';
import { MailOutbox } from './mail-outbox.records';
import { MailPost } from './mail-post';
import { SendMailsJob } from './send-mails.job';

/** Mails, for every capability that has a reason to write one. */
@Global()
@Module({ providers: [MailOutbox, MailPost, SendMailsJob], exports: [MailOutbox, MailPost] })
export class MailModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly sending: SendMailsJob,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this.sending);
  }
}
