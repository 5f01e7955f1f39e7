import { Injectable } from '@nestjs/common';
import { currentActor } from '../platform/access/current-reach';
import { currentWork } from '../platform/database/current-work';
import { Problem } from '../platform/errors/problem';
import { newId } from '../platform/new-id';

const AN_HOUR = 10;
const ONE_AT_A_TIME = { name: 'location-reveal.lock', text: 'select pg_advisory_xact_lock(hashtextextended($1, 7))' };
const LAST_HOUR = {
  name: 'location-reveal.last-hour',
  text: `select count(*)::int as count, ceil(extract(epoch from min(at) + interval '1 hour' - clock_timestamp()))::int as seconds
           from location_reveal where staff_id = $1 and at > clock_timestamp() - interval '1 hour'`,
};
const ADD = { name: 'location-reveal.add', text: 'insert into location_reveal (id, org_id, staff_id) values ($1, $2, $3)' };

/** How often somebody opened where people live: ten times an hour, whoever the clients are (R-AC-03). */
@Injectable()
export class LocationRevealRecords {
  /** Counts one more. Throws 429, which leaves its line in the log, when ten were opened within the hour. */
  async count(): Promise<void> {
    const { orgId, staffId } = currentActor();
    await currentWork().rows(ONE_AT_A_TIME, [staffId]);
    const hour = await currentWork().row<{ count: number; seconds: number | null }>(LAST_HOUR, [staffId]);
    if ((hour?.count ?? 0) >= AN_HOUR)
      throw new Problem(429, 'too-many-reveals', { anHour: AN_HOUR, retryAfterSeconds: hour?.seconds ?? null });
    await currentWork().change(ADD, [newId(), orgId, staffId]);
  }
}
