import { randomBytes } from 'node:crypto';

/** A UUIDv7: made in the app, so that what is sealed can be bound to its row before the row exists. Ids made in one millisecond keep their order. */
export function newId(now: number = Date.now()): string {
  const bytes = randomBytes(16);
  tick = now > lastMillisecond ? 0 : tick + 1;
  lastMillisecond = Math.max(now, lastMillisecond);
  bytes.writeUIntBE(lastMillisecond, 0, 6);
  bytes.writeUInt16BE(0x7000 | (tick & 0xfff), 6);
  bytes[8] = (bytes.readUInt8(8) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

let lastMillisecond = 0;
let tick = 0;
