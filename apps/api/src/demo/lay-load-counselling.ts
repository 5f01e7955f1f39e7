import type { CounsellingService, SessionModality } from '@panah/domain/vocabulary/counselling';
import { newId } from '../platform/new-id';
import type { Chance } from './chance';
import { addEpisode, addSession } from './lay-counselling';
import { layConsent } from './lay-consents';
import type { LaidCase } from './lay-case';
import { endOf } from './lay-load-housing';
import { laySpecialist } from './lay-team';
import type { Life } from './lives';
import { momentAgo, type Setting } from './setting';
import type { Shelf } from './shelf';

/** Who counsels in an office of a load set. The lead supervises, and writes what is laid. */
export interface CounsellingRoom {
  leadId: string;
  counsellorIds: readonly string[];
}

/** Shares as model.md 8.2 has them; what it does not say is a plain guess. */
const ASKS = 0.38;
const WAIT_DAYS = { median: 19, spread: 0.9 };
const SESSIONS = { median: 9, spread: 0.65, most: 45 };
const [DAYS_BETWEEN, DECLINED, ENDED_BEFORE] = [7, 0.06, 0.05];
const SERVICES: Partial<Record<CounsellingService, number>> = {
  SUPPORTIVE: 40,
  EXIT_COUNSELLING: 18,
  TRAUMA_THERAPY: 16,
  GRIEF: 12,
  PSYCHOEDUCATION: 9,
  PEER_GROUP: 5,
};
const CAME = { ATTENDED: 78, DNA: 13, CUT_SHORT: 2, CANCELLED_CLIENT: 5, CANCELLED_STAFF: 2 } as const;
const HOW: Readonly<Record<SessionModality, number>> = { IN_PERSON: 62, PHONE: 16, VIDEO: 14, GROUP: 6, HOME_VISIT: 2 };
const REASONS = { GOALS_MET: 46, CLIENT_ENDED: 18, DISENGAGED: 16, TRANSFERRED: 8, MOVED: 8, SERVICE_LIMIT: 4 } as const;

interface Course {
  file: LaidCase;
  life: Life;
  room: Shelf;
  people: CounsellingRoom;
}

/** Lays whether somebody asked for counselling, how long they waited, and who came to which session. */
export function layLoadCounselling(shelf: Shelf, setting: Setting, chance: Chance, { file, life, room, people }: Course): void {
  const [opened, end] = [life.openedDaysAgo ?? 0, endOf(life)];
  if (!chance.happens(ASKS) || opened - end < 3) return;
  const askedAgo = opened - chance.between(1, Math.min(60, opened - end - 1));
  const id = newId();
  const asked = momentAgo(setting, askedAgo, 10 * 60);
  const service = chance.weighted(SERVICES as Record<CounsellingService, number>);
  const lay = (columns: Record<string, unknown>): void =>
    addEpisode(room, setting, file, { id, service, requested_at: asked, ...columns }, {});
  const at = (daysAgo: number): Date => momentAgo(setting, daysAgo, 11 * 60);
  if (askedAgo < 2) return lay({ state: 'REFERRED', state_since: asked });
  const triaged = { urgency: chance.weighted({ URGENT: 12, ROUTINE: 88 }), triaged_by: people.leadId, triaged_at: at(askedAgo - 1) };
  const begunAgo = askedAgo - 1 - Math.round(chance.longTailed(WAIT_DAYS.median, WAIT_DAYS.spread));
  const over = (state: 'ENDED' | 'DECLINED', daysAgo: number, reason: string): Record<string, unknown> => ({
    state,
    state_since: at(daysAgo),
    ended_at: at(daysAgo),
    end_reason: reason,
  });
  if (begunAgo <= end || chance.happens(DECLINED)) {
    const gone = end > 0 || chance.happens(DECLINED * 2);
    const waiting = { state: 'WAITLIST', state_since: triaged.triaged_at, waiting_since: triaged.triaged_at };
    return lay({ ...triaged, ...(gone ? over('DECLINED', Math.max(end, Math.min(askedAgo - 1, begunAgo)), 'CLIENT_DECLINED') : waiting) });
  }
  const counsellorId = chance.pick(people.counsellorIds);
  laySpecialist(
    shelf,
    setting,
    { ...file, streams: ['PSYCHOSOCIAL'], state: life.state },
    { staffId: counsellorId, role: 'COUNSELLOR' },
    {
      opened: at(begunAgo),
      closed: end > 0 ? at(end) : null,
    },
  );
  const given = {
    ...triaged,
    counsellor_id: counsellorId,
    supervisor_id: people.leadId,
    allocated_at: at(begunAgo),
    consent_id: layConsent(shelf, setting, file, { purpose: 'C07_COUNSELLING', steps: ['give'] }, asked),
    limits_explained_at: at(begunAgo),
  };
  if (chance.happens(ENDED_BEFORE)) return lay({ ...given, ...over('ENDED', Math.max(end, begunAgo - 5), 'NOT_SUITABLE') });
  const planned = Math.min(SESSIONS.most, Math.max(1, Math.round(chance.longTailed(SESSIONS.median, SESSIONS.spread))));
  const days = Array.from({ length: planned }, (_, number) => begunAgo - 3 - number * DAYS_BETWEEN).filter((daysAgo) => daysAgo > end);
  const goesOn = days.length < planned && end === 0;
  lay({
    ...given,
    ...(goesOn
      ? { state: 'ACTIVE', state_since: at(begunAgo) }
      : over('ENDED', Math.max(end, (days.at(-1) ?? begunAgo) - 1), chance.weighted(REASONS))),
  });
  const place = { org_id: setting.orgId, office_id: file.officeId, client_id: file.clientId, episode_id: id, counsellor_id: counsellorId };
  for (const daysAgo of days)
    addSession(room, file.clientId, place, { at: at(daysAgo), status: chance.weighted(CAME), modality: chance.weighted(HOW) });
  if (goesOn)
    addSession(room, file.clientId, place, { at: new Date(setting.now + chance.between(1, 6) * 86_400_000), status: 'SCHEDULED' });
}
