import type { MigrationInterface, QueryRunner } from 'typeorm';
import { inCoordinatedOffice, onTeamOf } from './support/walls';

/** Consents that tell of something by being there (model 5.1): that somebody is counselled, and that they look for a relative. */
const COUNSELLING = `'C07_COUNSELLING'`;
const FAMILY = `'C08_TRACING', 'C09_DISCLOSE_REL', 'C10_MESSAGES', 'C11_DIRECT', 'C12_KINSHIP_TEST'`;
const onTeamFor = (place: string): string => `exists (select from app.${place} where whose = client_id)`;
const known = `${inCoordinatedOffice} or case
  when purpose in (${COUNSELLING}) then ${onTeamFor('counselling_place')}
  when purpose in (${FAMILY}) then ${onTeamFor('family_place')} else true end`;
/** Asked in this order: what office and team rule out at once is not looked up. */
const ofKnown = `${inCoordinatedOffice} or ((client_id is null or ${onTeamOf('client_id')}) and exists (select from consent c where c.id = consent_id))`;

/** What the application does not show of consents, the database does not show either; and of a consent that is not there, neither steps nor what was told on it. */
export class TellOfConsentsWhomTheyConcern1763900440000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create view app.family_place with (security_barrier) as
        select client_id as whose from case_team
         where staff_id = app.setting('member')::uuid and 'FAMILY_LINKS' = any(classes)
           and ended_at is null and starts_at <= now() and (ends_at is null or ends_at > now());
      grant select on app.family_place to panah_app;

      -- model 5.1, class 22: whoever stands on a team already, in a role that knows of family links
      update case_team set classes = classes || array['FAMILY_LINKS']
       where ended_at is null and not ('FAMILY_LINKS' = any(classes)) and 'CONSENTS' = any(classes)
         and ((role in ('CASEWORKER','COORDINATOR') and classes @> array['PERSON','NAMES','CASE','NOTES','RESTRICTED_NOTES'])
           or (role in ('COUNSELLOR','LEGAL') and classes @> array['PERSON','CONTACT','CASE','NOTES'])
           or (role = 'FAMILY_LINKS' and classes @> array['PERSON','CONTACT','CASE']));

      create policy consent_known on consent as restrictive to panah_app using (${known}) with check (${known});
      create policy disclosure_known on disclosure as restrictive to panah_app using (${known}) with check (${known});
      create policy consent_event_known on consent_event as restrictive to panah_app
        using (${ofKnown}) with check (${ofKnown});
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}
