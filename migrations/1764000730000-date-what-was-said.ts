import type { MigrationInterface, QueryRunner } from 'typeorm';

const REFUSED = `constraint = 'consent_event_by_the_drawing', table = 'consent_event';\n  end if;`;
const CONFIRMED = `or (new.action = 'confirm' and (new.given_at, new.expires_at) is distinct from (latest.given_at, latest.expires_at))`;
/** In doubt or confirmed, a yes was given and ends when it did before; whoever read it read it to the millisecond. */
const STAYS = `or (new.action in ('suspend', 'confirm')
         and (date_trunc('milliseconds', new.given_at), date_trunc('milliseconds', new.expires_at)) is distinct from
             (date_trunc('milliseconds', latest.given_at), date_trunc('milliseconds', latest.expires_at)))`;

/**
 * The steps of a consent stand in the order in which they were taken, whatever number a statement brings: it is drawn while the consent is held, so
 * that no older step outlives a withdrawal. When a yes was given and ends is said once.
 */
export class DateWhatWasSaid1764000730000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    const guard = await bodyOf(db, 'app.guard_consent_event()');
    await db.query(
      replaced(
        replaced(guard, CONFIRMED, STAYS),
        REFUSED,
        `${REFUSED}\n  new.seq := nextval(pg_get_serial_sequence('consent_event', 'seq'));`,
      ),
    );
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}

async function bodyOf(db: QueryRunner, name: string): Promise<string> {
  const [{ body }] = (await db.query(`select pg_get_functiondef('${name}'::regprocedure) as body`)) as [{ body: string }];
  return body;
}

function replaced(body: string, asked: string, instead: string): string {
  if (!body.includes(asked)) throw new Error('The guards of consents ask in other words than these.');
  return body.replace(asked, instead);
}
