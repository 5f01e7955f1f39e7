import { randomUUID } from 'node:crypto';

/** A UUIDv7: made in the app, so that what is sealed can be bound to its row before the row exists. Ids made in one millisecond keep their order. */
export function newId(now: number = Date.now()): string {
  tick = now > lastMillisecond ? 0 : tick + 1;
  lastMillisecond = Math.max(now, lastMillisecond);
  const time = lastMillisecond.toString(16).padStart(12, '0');
  const order = (tick & 0xfff).toString(16).padStart(3, '0');
  // the end of a random UUID: its variant and 62 bits by chance, which Node draws for many at a time
  return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-${randomUUID().slice(19)}`;
}

let lastMillisecond = 0;
let tick = 0;
