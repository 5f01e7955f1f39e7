import path from 'node:path';
import { types } from 'pg';
import type { DataSourceOptions } from 'typeorm';

// A day is a day, not a moment: PostgreSQL's `date` stays the text it is.
types.setTypeParser(types.builtins.DATE, (text) => text);
types.setTypeParser(types.builtins.INT8, Number);

/**
 * What TypeORM needs to reach one database as one login. Statements that do not wait for each other's answers share a round trip (`pipeline`),
 * and a named statement is planned once a connection: its text has no branch that another plan would suit.
 */
export function dataSourceOptions(url: string, connections: number): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    synchronize: false,
    logging: false,
    entities: [],
    installExtensions: false,
    extra: { max: connections, application_name: 'panah', pipeline: true, options: '-c plan_cache_mode=force_generic_plan -c jit=off' },
  };
}

const root = path.resolve(__dirname, '../../../../..');

/** The owner's view of the two databases, for migrations only. */
export const migrationOptions = {
  main: (url: string): DataSourceOptions =>
    ({
      ...dataSourceOptions(url, 2),
      migrations: [path.join(root, 'migrations/*.{ts,js}')],
      migrationsTableName: 'migration',
      migrationsTransactionMode: 'each',
    }) as DataSourceOptions,
  keys: (url: string): DataSourceOptions =>
    ({
      ...dataSourceOptions(url, 2),
      migrations: [path.join(root, 'migrations/keys/*.{ts,js}')],
      migrationsTableName: 'migration',
      migrationsTransactionMode: 'each',
    }) as DataSourceOptions,
};
