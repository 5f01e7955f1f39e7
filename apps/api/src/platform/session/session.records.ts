import { Injectable } from '@nestjs/common';
import { currentActor } from '../access/current-reach';
import { currentWork } from '../database/current-work';
import { Sealer } from '../sealing/sealer';
import { notFound } from '../errors/problem';
import { type Credentials, type StaffSecrets, staffPlace } from './credentials';

export type EndReason = 'SIGNED_OUT' | 'ENDED_BY_OWNER' | 'PASSWORD_CHANGED' | 'ROLE_CHANGED' | 'SUSPENDED';

interface SessionRow {
  id: string;
  started_at: Date;
  last_seen_at: Date;
  ended_at: Date | null;
  end_reason: string | null;
}

interface OwnRow {
  sealed: Buffer;
  seal_version: number;
  offices: { id: string; name: string; timeZone: string }[];
}

const OWN = {
  name: 'session.own-account',
  text: `select s.sealed, s.seal_version,
           coalesce((select jsonb_agg(distinct jsonb_build_object('id', o.id, 'name', o.name, 'timeZone', o.time_zone))
                       from staff_role r join office o on o.id = r.office_id
                      where r.staff_id = s.id and r.confirmed_at is not null and r.ended_at is null), '[]') as offices
         from staff_member s where s.id = $1`,
};
const LIST = {
  name: 'session.list',
  text: `select id, started_at, last_seen_at,
           coalesce(ended_at, case when ends_at <= now() then ends_at when last_seen_at <= now() - interval '15 minutes' then last_seen_at + interval '15 minutes' end) as ended_at,
           coalesce(end_reason, case when ends_at <= now() then 'LIFETIME' when last_seen_at <= now() - interval '15 minutes' then 'IDLE' end) as end_reason
         from session where staff_id = $1 order by started_at desc limit 50`,
};
const LOCK = {
  name: 'session.lock',
  text: 'update session set locked_at = now() where id = $1 and locked_at is null and ended_at is null',
};
const REOPEN = {
  name: 'session.reopen',
  text: 'update session set locked_at = null, fresh_at = now(), last_seen_at = now() where id = $1 and ended_at is null',
};
const END = {
  name: 'session.end',
  text: 'update session set ended_at = now(), end_reason = $3 where id = $1 and staff_id = $2 and ended_at is null',
};
const END_ALL = {
  name: 'session.end-all',
  text: 'update session set ended_at = now(), end_reason = $2 where staff_id = $1 and ended_at is null and id is distinct from $3',
};
const CREDENTIALS = { name: 'session.own-credentials', text: 'select * from app.own_credentials()' };

/** One's own sessions; and the end of somebody's sessions when what they may do has changed. */
@Injectable()
export class SessionRecords {
  constructor(private readonly sealer: Sealer) {}

  /** Name and offices of the one who is signed in. */
  async own(): Promise<{ displayName: string; offices: OwnRow['offices'] }> {
    const { staffId } = currentActor();
    const row = await currentWork().row<OwnRow & Record<string, unknown>>(OWN, [staffId]);
    if (!row) throw notFound();
    const { displayName } = await this.sealer.open<StaffSecrets>(staffPlace(staffId, row.seal_version), row.sealed);
    return { displayName, offices: row.offices };
  }

  async list(): Promise<SessionRow[]> {
    return currentWork().rows<SessionRow & Record<string, unknown>>(LIST, [currentActor().staffId]);
  }

  async credentials(): Promise<Credentials> {
    const row = await currentWork().row<Credentials & Record<string, unknown>>(CREDENTIALS);
    if (!row) throw notFound();
    return row;
  }

  async lock(): Promise<void> {
    await currentWork().change(LOCK, [currentActor().sessionId]);
  }

  /** Opens a locked session and makes it fresh. */
  async reopen(): Promise<void> {
    await currentWork().change(REOPEN, [currentActor().sessionId]);
  }

  /** Ends one of one's own sessions. Not found when it is not one's own or is over. */
  async end(sessionId: string, reason: EndReason): Promise<void> {
    if (!(await currentWork().change(END, [sessionId, currentActor().staffId, reason]))) throw notFound();
  }

  /** Ends every session of a staff member with the next request, but `except` (one's own, after a change of password). */
  async endAllOf(staffId: string, reason: EndReason, except: string | null = null): Promise<void> {
    await currentWork().change(END_ALL, [staffId, reason, except]);
  }
}
