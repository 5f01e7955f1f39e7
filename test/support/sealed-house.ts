import { Client } from 'pg';
import { AuditSealer } from '../../apps/api/src/platform/audit/audit-sealer';
import { chainKey } from '../../apps/api/src/platform/audit/chain';
import { type BookText, readBook } from '../../apps/api/src/platform/audit/check-book';
import { checkLog, type Verdict } from '../../apps/api/src/platform/audit/check-log';
import { countUnsealed, LOOK, sealedLines } from '../../apps/api/src/platform/audit/log-lines';
import type { Pace } from '../../apps/api/src/platform/audit/checkpoint-book';
import { Log } from '../../apps/api/src/platform/log';
import { KEY_PROVIDER } from '../../apps/api/src/platform/sealing/key-provider';
import { SETTINGS } from '../../apps/api/src/platform/settings.module';
import type { Settings } from '../../apps/api/src/platform/settings';
import { type House, openHouse } from './house';
import { databaseUrl } from './postgres';

/** Appends a checkpoint every ten lines, so that a short log has many. */
class BriskSealer extends AuditSealer {
  protected override readonly pace: Pace = { lines: 10, ms: 60_000 };
}

/** A house whose log is sealed when a story says so, and a superuser who can do anything to it. */
export interface SealedHouse {
  house: House;
  key: Buffer;
  settings: Settings;
  /** One more server that seals the same log. */
  anotherSealer(): AuditSealer;
  sealer: AuditSealer;
  /** The superuser's own connection. */
  root: Client;
  /** Writes lines as a request does, with every field filled now and then. */
  write(count: number): Promise<void>;
  book(): Promise<BookText>;
  /** Checks as root, inside whatever transaction it is in. */
  check(book?: BookText): Promise<Verdict>;
  /** Lets the superuser do something, checks, and takes it back. */
  after(tamper: () => Promise<unknown>, book?: BookText): Promise<Verdict>;
  close(): Promise<void>;
}

const NO_CHECKS = `set local session_replication_role = replica; drop index audit_event_number_once;
  alter table audit_event drop constraint audit_actor_kind, drop constraint audit_outcome, drop constraint audit_event_sealed_whole`;
const WRITE = `insert into audit_event (id, org_id, office_id, actor_id, actor_kind, session_id, request_id, word, outcome, status, subject_type, subject_id,
    client_id, record_ids, record_count, field_classes, changed_fields, reason)
  select gen_random_uuid(), case when n % 3 > 0 then gen_random_uuid() end, case when n % 4 > 0 then gen_random_uuid() end,
    case when n % 3 > 0 then gen_random_uuid() end, 'STAFF', gen_random_uuid(), gen_random_uuid(), 'case:read', 'DONE', 200, 'case', gen_random_uuid(),
    case when n % 2 > 0 then gen_random_uuid() end, case when n % 2 > 0 then array[gen_random_uuid(), gen_random_uuid()] else '{}' end, n,
    case when n % 5 > 0 then array['NAMES', 'a "quoted", one'] else '{}' end, array['riskLevel'], case when n % 3 = 1 then 'پیگیری' end
  from generate_series(1, $1::int) n`;

export async function openSealedHouse(): Promise<SealedHouse> {
  const house = await openHouse();
  const settings = house.app.get<Settings>(SETTINGS);
  const key = await chainKey(house.app.get(KEY_PROVIDER));
  const sealers: AuditSealer[] = [];
  const anotherSealer = (): AuditSealer => {
    const sealer = new BriskSealer(house.urls.jobs, house.app.get(KEY_PROVIDER), settings, house.app.get(Log));
    sealers.push(sealer);
    return sealer;
  };
  const root = new Client(databaseUrl(new URL(house.urls.app).pathname.slice(1)));
  await root.connect();
  const book = (): Promise<BookText> => readBook(settings.auditCheckpointFile);
  const check = async (known?: BookText): Promise<Verdict> => {
    const read = known ?? (await book());
    await root.query('savepoint looking');
    const verdict = await checkLog(sealedLines(root), await countUnsealed(root), read, key);
    await root.query('rollback to savepoint looking');
    return verdict;
  };
  const inTransaction = async <T>(begin: string, act: () => Promise<T>): Promise<T> => {
    await root.query(begin);
    try {
      return await act();
    } finally {
      await root.query('rollback');
    }
  };
  return {
    house,
    key,
    settings,
    anotherSealer,
    sealer: anotherSealer(),
    root,
    write: async (count) => void (await root.query(WRITE, [count])),
    book,
    check: async (known) => {
      const read = known ?? (await book());
      return inTransaction(LOOK, () => check(read));
    },
    after: (tamper, known) =>
      inTransaction(`begin; ${NO_CHECKS}`, async () => {
        await tamper();
        return check(known);
      }),
    close: async () => {
      await root.end();
      for (const sealer of sealers) await sealer.onApplicationShutdown();
      await house.close();
    },
  };
}
