import { Injectable } from '@nestjs/common';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound, staleEdit } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { Sealer } from '../platform/sealing/sealer';
import { counsellingValues, withinCounselling } from './counselling-reach';
import { type EpisodeRow, sessionPlace, type SessionRow, type SessionSecrets } from './episode';

export type SessionPlain = Pick<SessionRow, 'at' | 'minutes' | 'modality' | 'status' | 'riskChecked' | 'nextAt'>;

export interface ContactRow extends Record<string, unknown> {
  id: string;
  kind: string;
  channel: string;
  at: Date;
  day: string;
}

const COLUMNS = `s.id, s.episode_id as "episodeId", s.client_id as "clientId", s.office_id as "officeId", s.counsellor_id as "counsellorId", s.at, s.minutes, s.modality,
  s.status, s.risk_checked as "riskChecked", s.next_at as "nextAt", s.sealed, s.seal_version as "sealVersion", s.version`;
const OF = {
  name: 'counselling-session.of-episode',
  text: `select ${COLUMNS} from counselling_session s where s.episode_id = any($1::uuid[]) and ${withinCounselling('s', 2)} order by s.at desc, s.id desc limit 400`,
};
const HOLD = {
  name: 'counselling-session.hold',
  text: `select ${COLUMNS} from counselling_session s where s.id = $1 and ${withinCounselling('s', 2)} for update`,
};
const ADD = {
  name: 'counselling-session.add',
  text: `insert into counselling_session (id, org_id, office_id, client_id, episode_id, counsellor_id, at, minutes, modality, status, risk_checked, next_at, recorded_at, sealed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, case when $10 <> 'SCHEDULED' then now() end, $13)`,
};
const RECORD = {
  name: 'counselling-session.record',
  text: `update counselling_session set at = $3, minutes = $4, modality = $5, status = $6, risk_checked = $7, next_at = $8, recorded_at = case when $6 <> 'SCHEDULED' then now() end,
           sealed = $9, seal_version = seal_version + 1, version = version + 1 where id = $1 and version = $2`,
};
const CONTACTS = {
  name: 'counselling-contact.of-episode',
  text: `select k.id, k.kind, k.channel, k.at, to_char(k.at at time zone o.time_zone, 'YYYY-MM-DD') as day from counselling_contact k join office o on o.id = k.office_id
          where k.episode_id = $1 and ${withinCounselling('k', 2)} order by k.at desc, k.id desc limit 100`,
};
const ADD_CONTACT = {
  name: 'counselling-contact.add',
  text: `insert into counselling_contact (id, org_id, office_id, client_id, episode_id, by_id, kind, channel, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
};
/** Days on which nobody came, or nobody answered. */
const ATTEMPT_DAYS = {
  name: 'counselling-contact.attempt-days',
  text: `select to_char(a.at at time zone o.time_zone, 'YYYY-MM-DD') as day from (
           select k.at, k.office_id from counselling_contact k where k.episode_id = $1 and k.kind = 'ATTEMPT'
           union all select s.at, s.office_id from counselling_session s where s.episode_id = $1 and s.status = 'DNA') a join office o on o.id = a.office_id order by a.at`,
};

/** The door to sessions, attendance, and contacts beside them. */
@Injectable()
export class SessionRecords {
  constructor(private readonly sealer: Sealer) {}

  /** Newest first. The caller has the episodes in reach. */
  async of(episodeIds: readonly string[]): Promise<SessionRow[]> {
    return currentWork().rows<SessionRow>(OF, [episodeIds, ...counsellingValues('counselling:read')]);
  }

  async hold(id: string): Promise<SessionRow> {
    const row = await currentWork().row<SessionRow>(HOLD, [id, ...counsellingValues('counselling:work')]);
    currentLine().about('counselling', row?.episodeId ?? id, row ? { clientId: row.clientId, officeId: row.officeId } : {});
    if (!row) throw notFound();
    return row;
  }

  async open(rows: readonly SessionRow[]): Promise<SessionSecrets[]> {
    return this.sealer.openMany<SessionSecrets>(rows.map((row) => ({ place: sessionPlace(row), sealed: row.sealed })));
  }

  async add({ id: episodeId, clientId, officeId }: EpisodeRow, plain: SessionPlain, secrets: SessionSecrets): Promise<string> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    const sealed = await this.sealer.seal(sessionPlace({ id, clientId, sealVersion: 1 }), secrets);
    const { at, minutes, modality, status, riskChecked, nextAt } = plain;
    const values = [id, orgId, officeId, clientId, episodeId, staffId, at, minutes, modality, status, riskChecked, nextAt, sealed];
    await currentWork().change(ADD, values);
    return id;
  }

  /** Over what its reader last saw. */
  async record(row: SessionRow, version: number, plain: SessionPlain, secrets: SessionSecrets): Promise<void> {
    if (row.version !== version) throw staleEdit(row.version, ['status', 'at']);
    const sealed = await this.sealer.seal(sessionPlace({ ...row, sealVersion: row.sealVersion + 1 }), secrets);
    const { at, minutes, modality, status, riskChecked, nextAt } = plain;
    await currentWork().change(RECORD, [row.id, version, at, minutes, modality, status, riskChecked, nextAt, sealed]);
  }

  async contacts(episodeId: string): Promise<ContactRow[]> {
    return currentWork().rows<ContactRow>(CONTACTS, [episodeId, ...counsellingValues('counselling:work')]);
  }

  async addContact({ id: episodeId, clientId, officeId }: EpisodeRow, kind: string, channel: string, at: Date): Promise<void> {
    const { orgId, staffId } = currentActor();
    await currentWork().change(ADD_CONTACT, [newId(), orgId, officeId, clientId, episodeId, staffId, kind, channel, at]);
  }

  /** Of an episode in reach, as days of its office. */
  async attemptDays(episodeId: string): Promise<string[]> {
    return (await currentWork().rows<{ day: string }>(ATTEMPT_DAYS, [episodeId])).map(({ day }) => day);
  }
}
