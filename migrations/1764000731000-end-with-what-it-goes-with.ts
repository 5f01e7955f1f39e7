import type { MigrationInterface, QueryRunner } from 'typeorm';

const NEWEST = '-- of several that name this recipient, the newest yes decides';
const PARENT = `and (c.purpose <> 'C20_CROSS_BORDER' or exists (select from consent p cross join lateral (
                 select state, expires_at from consent_event where consent_id = p.id order by seq desc limit 1) l
               where p.client_id = c.client_id and p.purpose in ('C02_REFERRAL','C03_TRANSFER','C04_LEGAL','C05_HOUSING','C06_HEALTH')
                 and new.recipient = any (p.recipients) and l.state = 'ACTIVE' and (l.expires_at is null or l.expires_at > clock_timestamp())))`;

/** Model 2.15: a yes to tell somebody in another country (C20) carries nothing at commit without the one that it goes with. */
export class EndWithWhatItGoesWith1764000731000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    const [{ body }] = (await db.query(`select pg_get_functiondef('app.assert_covered()'::regprocedure) as body`)) as [{ body: string }];
    if (!body.includes(NEWEST)) throw new Error('What covers a disclosure is asked in other words than these.');
    await db.query(body.replace(NEWEST, () => `${PARENT}\n           ${NEWEST}`));
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}
