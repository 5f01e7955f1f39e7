import { newKeyPair, openingKey } from '@panah/sealed-packages/suite';
import { openPackage } from '@panah/sealed-packages/sealed-package';
import { KeyRing } from '../apps/api/src/platform/sealing/key-ring';
import { atPartner } from './support/partner-desk';
import { counted } from './support/counts';
import { disguisesOf, foundIn } from './support/disguises';
import { type House, type Person } from './support/house';
import { admitted } from './support/known-client';
import {
  type KeptPackage,
  opened,
  openReferralHouse,
  packagesOf,
  type PartnerAtWork,
  partnerAtWork,
  sent,
  TEXTS,
} from './support/referral-desk';

let house: House;
let coordinator: Person;
let worker: Person;
let partner: PartnerAtWork;
let rival: PartnerAtWork;
beforeAll(async () => {
  ({ house, coordinator, worker, partner } = await openReferralHouse());
  rival = await partnerAtWork(house, coordinator);
});
afterAll(() => house.close());

const sentOne = async (to: PartnerAtWork = partner, more: object = {}): Promise<KeptPackage> => {
  const { caseId } = await admitted(house, worker);
  const { id } = await sent(worker, caseId, to.id, more);
  const [kept] = await packagesOf(house, id);
  if (!kept) throw new Error('nothing was kept');
  return kept;
};
const opens = (kept: KeptPackage, key: Uint8Array): boolean => {
  try {
    return Array.isArray(opened(kept, key));
  } catch {
    return false;
  }
};

describe('what was sealed for a partner (goal 6)', () => {
  it('5 outsiders open nothing: admin, another office’s coordinator, another partner, who holds database and server key, a former member', async () => {
    const kept = await sentOne();
    expect(opens(kept, partner.privateKey)).toBe(true);
    const got: string[] = [];
    const routes = [`/api/referrals/${kept.referral_id}`, `/api/inbox/${kept.referral_id}`];
    const admin = await house.as('ADMIN');
    const southern = await house.as('COORDINATOR', house.offices.south);
    const former = await partnerMember('ENDED');
    for (const [name, person] of Object.entries({ admin, southern, rival: rival.member, former })) {
      for (const route of routes) if ((await person.get(route)).status < 400) got.push(`${name} ${route}`);
      if ((await person.post(`/api/inbox/${kept.referral_id}/opening`)).status < 400) got.push(`${name} opening`);
    }
    // whatever key the house itself holds, in any of its two databases: none is the one that opens
    const keys = await everyKeyOfTheHouse();
    for (const key of [...keys, rival.privateKey]) if (opens(kept, key)) got.push('a key of the house');
    expect(got).toEqual([]);
    expect(keys.length).toBeGreaterThan(5);
    counted('Closed', { probes: 4 * 3 + keys.length + 1, 'got in': got.length });
  });

  it('1,000 that were tampered with, replayed or swapped: none opens, by the library or by an independent one', async () => {
    const [first, second, theirs] = [await sentOne(), await sentOne(), await sentOne(rival)];
    const forged = forgeries(first, second, theirs);
    expect(forged).toHaveLength(1000);
    const key = await openingKey(partner.privateKey);
    let open = 0;
    for (const { kept } of forged) {
      const route = { sender: kept.org_id, recipient: kept.recipient, keyId: kept.key_id, referralId: kept.referral_id };
      const sealed = { manifest: kept.manifest, encapsulated: new Uint8Array(kept.kem), ciphertext: new Uint8Array(kept.ciphertext) };
      const byLibrary = openPackage(key, sealed, { ...route, expiresAt: kept.expires_at.toISOString() }, Date.now());
      open += await byLibrary.then(
        () => 1,
        () => 0,
      );
      if (opens(kept, partner.privateKey)) open += 1;
    }
    counted('Closed', { 'packages forged': forged.length, 'packages opened': open });
    expect([open, opens(first, partner.privateKey), opens(second, partner.privateKey)]).toEqual([0, true, true]);
  }, 60_000);

  it('is made anew each time: the same words give other bytes, another digest, the same length', async () => {
    const [one, other] = [await sentOne(), await sentOne()];
    expect(one.manifest.digest).not.toBe(other.manifest.digest);
    expect(one.manifest.kinds).toEqual(other.manifest.kinds);
    expect([one.ciphertext.length, (one.ciphertext.length - 16) % 4096]).toEqual([other.ciphertext.length, 0]);
  });

  it('stands in plain nowhere in the house once it is sent: no row of any table of its two databases, in no disguise', async () => {
    const stem = 'ZqPackageLantern';
    const said = {
      request: `${stem} request`,
      workDone: `${stem} work`,
      safety: `${stem} safety`,
      nothingUrgent: false,
      contactRules: `${stem} rules`,
    };
    const kept = await sentOne(partner, { texts: { ...TEXTS, ...said } });
    expect(JSON.stringify(opened(kept, partner.privateKey))).toContain(stem);
    const hits: string[] = [];
    let rows = 0;
    for (const [where, asked] of Object.entries({ data: house.sql, keys: house.keysSql })) {
      const tables = await asked<{ name: string }>(
        `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema')`,
      );
      for (const { name } of tables) {
        const texts = await asked<{ text: string }>(`select t::text as text from ${name} t`);
        rows += texts.length;
        hits.push(
          ...foundIn(Buffer.from(texts.map(({ text }) => text).join('\n')), disguisesOf(stem)).map((how) => `${where} ${name}: ${how}`),
        );
      }
    }
    counted('Sealed', { 'rows searched': rows, hits: hits.length });
    expect(hits).toEqual([]);
    expect(rows).toBeGreaterThan(50);
  });
});

async function partnerMember(state: string): Promise<Person> {
  const person = await atPartner(house, partner.id);
  await house.sql('update staff_member set state = $2 where id = $1', [person.id, state]);
  return person;
}

/** What somebody finds who has both databases and the server's key: every unwrapped key of every subject, each tried as the one that opens. */
async function everyKeyOfTheHouse(): Promise<Uint8Array[]> {
  const subjects = await house.keysSql<{ id: string; compartment: 'file' }>(
    'select subject_id as id, compartment from subject_key where destroyed_at is null limit 200',
  );
  const ring = house.app.get(KeyRing);
  const keys: Uint8Array[] = [];
  for (const { id, compartment } of subjects) {
    const found = (await ring.of([id], compartment)).get(id);
    if (found) keys.push(new Uint8Array(found.key.export()));
  }
  return [...keys, (await newKeyPair()).privateKey];
}

/** A thousand packages that are not what was sealed: bits turned, parts of others put in, what it is bound to said otherwise. */
function forgeries(one: KeptPackage, other: KeptPackage, theirs: KeptPackage): { how: string; kept: KeptPackage }[] {
  const turned = (bytes: Buffer, bit: number): Buffer => {
    const copy = Buffer.from(bytes);
    copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    return copy;
  };
  // the top bit of an X25519 point is not looked at: turning it changes nothing that is sealed
  const kem = Array.from({ length: 255 }, (_, bit) => ({ how: `kem ${String(bit)}`, kept: { ...one, kem: turned(one.kem, bit) } }));
  const swaps: [string, Partial<KeptPackage>][] = [
    ['another’s kem', { kem: other.kem }],
    ['another’s ciphertext', { ciphertext: other.ciphertext }],
    ['another’s manifest', { manifest: other.manifest }],
    ['replayed in another referral', { referral_id: other.referral_id }],
    ['for another partner', { recipient: theirs.recipient }],
    ['under another key', { key_id: theirs.key_id }],
    ['from another house', { org_id: house.offices.elsewhere.orgId }],
    ['a longer time', { expires_at: new Date(one.expires_at.getTime() + 86_400_000) }],
    ['both halves of another’s', { kem: other.kem, ciphertext: other.ciphertext }],
    ['what was sealed for another partner', { ...theirs, recipient: one.recipient, key_id: one.key_id }],
    ['what was sealed for another partner, as it is', theirs],
    ['a thing more', { manifest: { ...one.manifest, kinds: [...one.manifest.kinds, 'NAME'] } }],
    ['a thing less', { manifest: { ...one.manifest, kinds: one.manifest.kinds.slice(1) } }],
    ['cut short', { ciphertext: one.ciphertext.subarray(0, -1) }],
    ['a block cut out', { ciphertext: Buffer.concat([one.ciphertext.subarray(0, 16), one.ciphertext.subarray(32)]) }],
  ];
  const moved = swaps.map(([how, change]) => ({ how, kept: { ...one, ...change } }));
  const left = 1000 - kem.length - moved.length;
  const step = Math.floor((one.ciphertext.length * 8) / left);
  const bits = Array.from({ length: left }, (_, at) => ({
    how: `bit ${String(at * step)}`,
    kept: { ...one, ciphertext: turned(one.ciphertext, at * step) },
  }));
  return [...kem, ...moved, ...bits];
}
