/** PostgreSQL settings by name, with values as `postgresql.conf` takes them. */
export type ServerSettings = Record<string, string>;

const EVERYWHERE: ServerSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '256MB',
  work_mem: '16MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  password_encryption: 'scram-sha-256',
};

/** Statements, parameters and the text of errors hold what people wrote: the log must not become a second case file. */
const NO_VALUES_IN_THE_LOG: ServerSettings = {
  log_statement: 'none',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
};

const DURABLE: ServerSettings = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };

const FORGETFUL: ServerSettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** The settings a server starts with. `fast` gives up durability (tests); `own` wins over everything. */
export function serverSettings(fast: boolean, own: ServerSettings = {}): ServerSettings {
  return { ...EVERYWHERE, ...NO_VALUES_IN_THE_LOG, ...(fast ? FORGETFUL : DURABLE), ...own };
}
