import { Pool, type PoolConfig } from 'pg';

/**
 * A pool that outlives its connections. When the server ends an idle one (a restart, an administrator), pg raises an event that would end
 * the process if nobody heard it; the next query simply opens another connection, and fails plainly when there is no server.
 */
export function steadyPool(config: PoolConfig): Pool {
  return new Pool(config).on('error', () => undefined).on('connect', (client) => void client.on('error', () => undefined));
}
