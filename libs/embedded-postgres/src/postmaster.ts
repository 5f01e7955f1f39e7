import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import type { Cluster } from './cluster';

/** A server that answers: the id of its first process and the port on 127.0.0.1. */
export interface Postmaster {
  pid: number;
  port: number;
}

/** The server that runs on this cluster and is ready for connections, if there is one. */
export async function runningPostmaster(cluster: Cluster): Promise<Postmaster | undefined> {
  const file = path.join(cluster.data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid, , , port, , , , status] = readFileSync(file, 'utf8').split('\n');
  const found = { pid: Number(pid), port: Number(port) };
  const answers = status?.trim() === 'ready' && isAlive(found.pid) && (await isOpen(found.port));
  return answers ? found : undefined;
}

/** Whether a process with this id exists. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

const ownerFile = (cluster: Cluster) => path.join(cluster.home, 'owner');

/** Writes down that this process looks after the server. */
export function takeOwnership(cluster: Cluster): void {
  writeFileSync(ownerFile(cluster), String(process.pid));
}

/** The living process, other than this one, that looks after the server. */
export function otherOwner(cluster: Cluster): number | undefined {
  if (!existsSync(ownerFile(cluster))) return undefined;
  const owner = Number(readFileSync(ownerFile(cluster), 'utf8'));
  return owner !== process.pid && isAlive(owner) ? owner : undefined;
}
