import path from 'node:path';
import { types } from 'pg';
import type { DataSourceOptions } from 'typeorm';

// A day is a day, not a moment: PostgreSQL's `date` stays the text it is.
types.setTypeParser(types.builtins.DATE, (text) => text);
types.setTypeParser(types.builtins.INT8, Number);

const TEN_MINUTES = 10 * 60 * 1000;

/**
 * What TypeORM needs to reach one database as one login. Statements that do not wait for each other's answers share a round trip (`pipeline`);
 * none runs so long that compiling it first would pay (`jit`). A connection knows the plans of what it was asked before: it is kept while people work.
 */
export function dataSourceOptions(url: string, connections: number): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    synchronize: false,
    logging: false,
    entities: [],
    installExtensions: false,
    extra: { max: connections, idleTimeoutMillis: TEN_MINUTES, application_name: 'panah', pipeline: true, options: '-c jit=off' },
  };
}

const root = path.resolve(__dirname, '../../../../..');

/** The owner's view of the two databases, for migrations only. */
export const migrationOptions = {
  main: (url: string): DataSourceOptions => ({
    ...dataSourceOptions(url, 2),
    migrations: [path.join(root, 'migrations/*.{ts,js}')],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
  }),
  keys: (url: string): DataSourceOptions => ({
    ...dataSourceOptions(url, 2),
    migrations: [path.join(root, 'migrations/keys/*.{ts,js}')],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
  }),
};
