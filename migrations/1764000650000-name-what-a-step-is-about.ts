import type { MigrationInterface, QueryRunner } from 'typeorm';
import { inCoordinatedOffice } from './support/walls';

const COUNSELLING = `'C07_COUNSELLING'`;
const FAMILY = `'C08_TRACING', 'C09_DISCLOSE_REL', 'C10_MESSAGES', 'C11_DIRECT', 'C12_KINSHIP_TEST'`;
const onTeamFor = (place: string): string => `exists (select from app.${place} where whose = client_id)`;
/** As of the consent itself. A relative's are their officers' by a policy of their own. */
const known = `related_person_id is not null or ${inCoordinatedOffice} or case
  when purpose in (${COUNSELLING}) then ${onTeamFor('counselling_place')}
  when purpose in (${FAMILY}) then ${onTeamFor('family_place')} else true end`;

const ASKED = 'select org_id, office_id, client_id, related_person_id, purpose,';
const REFUSED = `constraint = 'consent_event_by_the_drawing', table = 'consent_event';\n  end if;`;

/**
 * A step of a consent names the purpose that its consent has, so that the wall asks it of the step alone. To look the consent up, PostgreSQL laid out
 * all walls of consents and of family links once more for each statement, which took ten times as long as reading the steps.
 */
export class NameWhatAStepIsAbout1764000650000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table consent add constraint consent_purpose_of_id unique (id, purpose);
      alter table consent_event add column purpose text;
      alter table consent_event disable trigger consent_event_stays;
      update consent_event e set purpose = c.purpose from consent c where c.id = e.consent_id;
      alter table consent_event enable trigger consent_event_stays;
      alter table consent_event alter column purpose set not null,
        add constraint consent_event_purpose foreign key (consent_id, purpose) references consent (id, purpose);
      drop policy consent_event_known on consent_event;
      create policy consent_event_known on consent_event as restrictive to panah_app using (${known}) with check (${known});
    `);
    const [{ body }] = (await db.query(`select pg_get_functiondef('app.guard_consent_event()'::regprocedure) as body`)) as [
      { body: string },
    ];
    if (!body.includes(ASKED) || !body.includes(REFUSED)) throw new Error('The guard of the steps asks in other words than these.');
    await db.query(body.replace(REFUSED, `${REFUSED}\n  new.purpose := asked.purpose;`));
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}
