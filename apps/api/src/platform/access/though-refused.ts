import { Injectable } from '@nestjs/common';
import { UnitsOfWork } from '../database/units-of-work';
import { requestScope } from '../request-context';
import { hashOf } from './entrance.guard';

/** What must stand although the request is refused: that somebody is asked anew, for example. */
@Injectable()
export class ThoughRefused {
  constructor(private readonly units: UnitsOfWork) {}

  /** Takes back all that this request began, and does `act` as the same person in a transaction of its own. The caller throws the refusal. */
  async keep(act: () => Promise<void>): Promise<void> {
    const context = requestScope.current();
    await context.work?.rollback();
    const { work } = await this.units.enter(hashOf(context.sessionToken ?? ''), false);
    try {
      await requestScope.run({ ...context, work }, act);
      await work.commit();
    } catch (error) {
      await work.rollback();
      throw error;
    }
  }
}
