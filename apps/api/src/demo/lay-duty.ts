import { newId } from '../platform/new-id';
import type { Setting } from './setting';
import type { Shelf } from './shelf';

const HOUR = 3_600_000;
/** Numbers of the range that is kept for fiction. */
const TELEPHONES = ['+44 7700 900301', '+44 7700 900302'];

/** Lays the duty list of each office: one who is on duty this week, another the week after. */
export function layDuty(shelf: Shelf, setting: Setting): void {
  for (const { id: officeId, coordinators } of setting.offices)
    for (const [at, staffId] of coordinators.slice(0, TELEPHONES.length).entries()) {
      const id = newId();
      const startsAt = setting.now - HOUR + at * 7 * 24 * HOUR;
      shelf.add(
        'duty_turn',
        {
          id,
          org_id: setting.orgId,
          office_id: officeId,
          staff_id: staffId,
          starts_at: new Date(startsAt),
          ends_at: new Date(startsAt + 7 * 24 * HOUR),
          planned_by: coordinators[0],
          planned_at: new Date(setting.now - HOUR),
          seal_version: 1,
          version: 1,
        },
        {
          place: { table: 'duty_turn', rowId: id, subjectId: staffId, compartment: 'file', sealVersion: 1 },
          payload: { telephone: TELEPHONES[at] },
        },
      );
    }
}
