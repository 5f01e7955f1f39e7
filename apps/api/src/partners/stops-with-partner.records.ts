import { Injectable } from '@nestjs/common';

type Stop = (partnerId: string) => Promise<void>;

/**
 * What stops when the work with a partner does (R-RE-10). A capability says while the app is made what of its own lies there; it is told in the
 * transaction of the suspension, so that both are kept or neither.
 */
@Injectable()
export class StopsWithPartner {
  private readonly stops: Stop[] = [];

  onSuspension(stop: Stop): void {
    this.stops.push(stop);
  }

  /** Tells everyone whom it concerns, one after the other. Throws what the first of them throws: then nothing has happened. */
  async tell(partnerId: string): Promise<void> {
    for (const stop of this.stops) await stop(partnerId);
  }
}
