import { randomUUID } from 'node:crypto';
import type { Chance } from '../apps/api/src/demo/chance';
import { dayOf } from '../apps/api/src/demo/setting';
import type { Ask, Asker } from './load';
import type { Op } from './options';
import type { BusyWorker, Colleague, Reader, World } from './world';

/** The house; the floor; the floor that also writes a line about each request. */
export type Side = 'panah' | 'floor' | 'floor+log';

const DAY = 24 * 60 * 60 * 1000;
const BODY = 'Called at the agreed hour. Everything is calm; the course starts on Monday and the books are bought.';
/** Not drawn by the load set: what a cut-off run leaves held is known by it. */
export const HOLD_REASON = 'DETAINED';

/** Every asker of an operation: the n-th of `count` connections draws from `chance`. */
export function askersOf(op: Op, side: Side, world: World, chance: Chance, count: number): Asker[] {
  if (op === 'stage') return Array.from({ length: count }, (_, at) => stageAsker(side, world, chance, at, count));
  return Array.from({ length: count }, () => ({ next: () => draw(op, side, world, chance) }));
}

/** One request of an operation about somebody or something drawn by chance. */
export function draw(op: Exclude<Op, 'stage'>, side: Side, world: World, chance: Chance): Ask {
  if (op === 'search') return search(side, chance.pick(world.coordinators), chance.pick(world.beginnings));
  if (op === 'report') return report(side, chance.pick(world.coordinators));
  if (op === 'day') return day(side, chance.pick(world.busy));
  if (op === 'inbox') return inbox(side, chance.pick(world.abroad));
  if (op === 'opening') return opening(side, chance.pick(world.abroad), chance.pick(world.referrals));
  if (op === 'timeline') return timeline(side, chance.pick(world.busy), chance);
  const worker = chance.pick(op === 'note' ? world.writers : world.readers);
  if (op === 'list') return list(side, worker);
  const id = chance.pick(worker.cases);
  return op === 'open' ? open(side, worker, id) : note(side, worker, id);
}

export function list(side: Side, worker: Colleague): Ask {
  return side === 'panah'
    ? get(worker, '/api/cases?state=ACTIVE&limit=25')
    : { method: 'GET', path: `/list?worker=${worker.id}&state=ACTIVE&limit=25` };
}

export function open(side: Side, worker: Colleague, id: string): Ask {
  return side === 'panah' ? get(worker, `/api/cases/${id}/file`) : { method: 'GET', path: `/open?id=${id}` };
}

function timeline(side: Side, worker: BusyWorker, chance: Chance): Ask {
  return timelineOf(side, worker, chance.pick(worker.longCases));
}

/** The newest thirty of all that happened. */
export function timelineOf(side: Side, worker: Colleague, id: string): Ask {
  return side === 'panah' ? get(worker, `/api/cases/${id}/timeline?limit=30`) : { method: 'GET', path: `/timeline?id=${id}&limit=30` };
}

export function day(side: Side, worker: Colleague): Ask {
  return side === 'panah' ? get(worker, '/api/day') : { method: 'GET', path: `/day?worker=${worker.id}&office=${worker.officeId}` };
}

/** What a partner finds, by the time that it is due. */
export function inbox(side: Side, reader: Reader): Ask {
  return side === 'panah' ? get(reader, '/api/inbox?limit=25') : { method: 'GET', path: `/inbox?partner=${reader.partnerId}&limit=25` };
}

/** What was sent, as it lies there; only the partner's browser reads it. */
export function opening(side: Side, reader: Reader, id: string): Ask {
  return side === 'panah'
    ? post(reader, `/api/inbox/${id}/opening`, {})
    : { method: 'POST', path: '/opening', body: { id, by: reader.id } };
}

export function search(side: Side, coordinator: Colleague, text: string): Ask {
  return side === 'panah'
    ? post(coordinator, '/api/clients/search', { text })
    : { method: 'POST', path: '/search', body: { office: coordinator.officeId, text } };
}

export function report(side: Side, coordinator: Colleague): Ask {
  return side === 'panah'
    ? get(coordinator, '/api/reports/open-cases?by=state')
    : { method: 'GET', path: `/report?office=${coordinator.officeId}` };
}

function note(side: Side, worker: Colleague, id: string): Ask {
  const written = { happenedAt: new Date().toISOString(), body: BODY, channel: 'PHONE_CALL' };
  return side === 'panah'
    ? post(worker, `/api/cases/${id}/notes`, { type: 'CONTACT', direction: 'OUTGOING', ...written })
    : { method: 'POST', path: '/note', body: { id, author: worker.id, ...written } };
}

/** Holds a case and resumes it, in turn; each connection has cases of its own, so that nobody waits for another. */
function stageAsker(side: Side, world: World, chance: Chance, at: number, count: number): Asker {
  const own = world.writers
    .flatMap(({ cases, officeId }) => cases.map((id) => ({ id, by: world.coordinators.find((one) => one.officeId === officeId) })))
    .filter((_, index) => index % count === at);
  let held: (() => Ask) | null = null;
  const resume = (): Ask | null => {
    const ask = held?.() ?? null;
    held = null;
    return ask;
  };
  const hold = (): Ask => {
    const { id, by } = chance.pick(own);
    if (!by) throw new Error('An office has no coordinator.');
    held = () => resumption(side, by, id);
    return holding(side, by, id);
  };
  return { next: () => resume() ?? hold(), last: resume };
}

function holding(side: Side, by: Colleague, id: string): Ask {
  const given = { holdReason: HOLD_REASON, reviewOn: dayOf(new Date(Date.now() + 30 * DAY)) };
  return side === 'panah'
    ? post(by, `/api/cases/${id}/hold`, given)
    : { method: 'POST', path: '/stage', body: { id, from: 'ACTIVE', to: 'ON_HOLD', by: by.id, ...given } };
}

function resumption(side: Side, by: Colleague, id: string): Ask {
  return side === 'panah'
    ? post(by, `/api/cases/${id}/resumption`, {})
    : { method: 'POST', path: '/stage', body: { id, from: 'ON_HOLD', to: 'ACTIVE', by: by.id } };
}

export function get({ cookie }: Pick<Colleague, 'cookie'>, path: string): Ask {
  return { method: 'GET', path, headers: { cookie } };
}

export function post({ cookie }: Pick<Colleague, 'cookie'>, path: string, body: unknown): Ask {
  return { method: 'POST', path, body, headers: { cookie, 'x-requested-with': 'panah', 'idempotency-key': randomUUID() } };
}
