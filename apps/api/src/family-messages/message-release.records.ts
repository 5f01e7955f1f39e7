import { Injectable } from '@nestjs/common';
import { currentWork } from '../platform/database/current-work';

const RELEASE = { name: 'message-release.release', text: 'select app.release_message($1) as done' };
const RECALL = { name: 'message-release.recall-held', text: 'select app.recall_held_message($1, $2) as done' };

/** What the clock does to messages, each in one statement of the database. The transaction acts for the office; where somebody was faster nothing is done. */
@Injectable()
export class MessageRelease {
  /** R-FL-01. False where a ground is missing: then it waits. */
  async release(id: string): Promise<boolean> {
    return (await currentWork().row<{ done: boolean }>(RELEASE, [id]))?.done ?? false;
  }

  async recallHeld(id: string, now: string): Promise<boolean> {
    return (await currentWork().row<{ done: boolean }>(RECALL, [id, now]))?.done ?? false;
  }
}
