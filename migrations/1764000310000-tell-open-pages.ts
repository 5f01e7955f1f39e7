import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A page that a partner has open hears that its reader's session is over, as it hears that the referral is. Only sessions of partners' people
 * are told of, by their id alone.
 */
export class TellOpenPages1764000310000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function app.tell_session_ended() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        if exists (select from staff_member where id = new.staff_id and partner_id is not null) then
          perform pg_notify('session_ended', new.id::text);
        end if;
        return null;
      end $$;
      create trigger session_ends_pages after update of ended_at, locked_at on session for each row
        when ((old.ended_at is null and new.ended_at is not null) or (old.locked_at is null and new.locked_at is not null))
        execute function app.tell_session_ended();

      -- which of these sessions still let somebody in: those that end by the clock tell nobody
      create function app.live_sessions(p_sessions uuid[]) returns setof uuid
      language sql stable security definer set search_path = public, pg_temp as $$
        select se.id from session se join staff_member st on st.id = se.staff_id
         where se.id = any (p_sessions) and se.ended_at is null and se.locked_at is null and se.ends_at > now()
           and se.last_seen_at > now() - interval '15 minutes' and st.state = 'ACTIVE' $$;
      revoke all on function app.tell_session_ended(), app.live_sessions(uuid[]) from public;
      grant execute on function app.live_sessions(uuid[]) to panah_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}
