import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, readFileSync } from 'node:fs';

/** The user and group that a child process runs as; empty means "as ourselves". */
export interface OperatingUser {
  uid?: number;
  gid?: number;
}

const NOBODY = 65534;

/** True when this process is root on a system that knows root. */
export const isRoot = process.platform !== 'win32' && process.getuid?.() === 0;

function accountNamed(name: string): OperatingUser | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const fields = line?.split(':');
  return fields && { uid: Number(fields[2]), gid: Number(fields[3]) };
}

/** PostgreSQL refuses to run as root: there it runs as `postgres`, else as `nobody`. */
export const serverUser: OperatingUser = isRoot ? (accountNamed('postgres') ?? accountNamed('nobody') ?? { uid: NOBODY, gid: NOBODY }) : {};

/** Gives a file or folder to the server's user and closes it to everybody else. `mode` is octal, as in chmod. */
export function giveToServer(file: string, mode: number): void {
  if (serverUser.uid !== undefined && serverUser.gid !== undefined) chownSync(file, serverUser.uid, serverUser.gid);
  chmodSync(file, mode);
}

/** Whether the server's user can really write there: every folder above must let it through as well. */
export function serverCanWrite(folder: string): boolean {
  return !isRoot || spawnSync('test', ['-w', folder], serverUser).status === 0;
}
