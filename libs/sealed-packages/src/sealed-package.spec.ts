import fc from 'fast-check';
import { joined, listed } from './bytes';
import { openIndependently } from './independent-hpke.spec-help';
import { manifestHash } from './manifest';
import { SALT, STEP } from './padding';
import { contentHash, contentOf, type Journey, openPackage, PackageRefused, type SealedPackage, sealPackage } from './sealed-package';
import { type KeyPairBytes, newKeyPair, openingKey, type OpeningKey } from './suite';

const NOW = Date.parse('2026-03-01T12:00:00.000Z');
const items = [
  { kind: 'REASON', text: 'Asks for a place to learn the language.' },
  { kind: 'LANGUAGES', codes: ['fa', 'de'] },
];
const journey: Journey = {
  sender: '0195a000-0000-7000-8000-000000000001',
  recipient: '0195a000-0000-7000-8000-000000000002',
  keyId: '0195a000-0000-7000-8000-000000000003',
  referralId: '0195a000-0000-7000-8000-000000000004',
  expiresAt: '2026-03-31T12:00:00.000Z',
};
const another: Journey = { ...journey, referralId: '0195a000-0000-7000-8000-000000000005' };

describe('a sealed package', () => {
  let partner: KeyPairBytes;
  let key: OpeningKey;
  let sent: SealedPackage;
  let sentLater: SealedPackage;

  beforeAll(async () => {
    partner = await newKeyPair();
    key = await openingKey(partner.privateKey);
    sent = await sealPackage(partner.publicKey, items, journey);
    sentLater = await sealPackage(partner.publicKey, [items[1] ?? items[0]], another);
  });

  it('opens for the partner it was sealed for, and holds the bytes that were shown', async () => {
    const opened = await openPackage(key, sent, journey, NOW);
    expect(opened).toEqual(items);
    expect(contentHash(contentOf(opened))).toBe(contentHash(contentOf(items)));
  });

  it('opens by an independent implementation, which finds salt, length, content and zeroes', async () => {
    const plain = openIndependently({
      privateKey: partner.privateKey,
      encapsulated: sent.encapsulated,
      ciphertext: sent.ciphertext,
      info: listed('package/1', journey.sender, journey.recipient, journey.keyId),
      aad: joined(listed(journey.referralId, journey.expiresAt), manifestHash(sent.manifest)),
    });
    const content = Buffer.from(contentOf(items));
    expect(plain.length).toBe(STEP);
    expect(plain.readUInt32BE(SALT)).toBe(content.length);
    expect(plain.subarray(SALT + 4, SALT + 4 + content.length).equals(content)).toBe(true);
    expect(plain.subarray(SALT + 4 + content.length).every((byte) => byte === 0)).toBe(true);
  });

  it('tells by its length the number of 4 KiB steps and nothing else', async () => {
    const lengthOf = async (letters: number) =>
      (await sealPackage(partner.publicKey, [{ kind: 'x'.repeat(letters) }], journey)).ciphertext.length - 16;
    const around = STEP - SALT - 4 - contentOf([{ kind: '' }]).length;
    expect(await lengthOf(0)).toBe(STEP);
    expect(await lengthOf(around)).toBe(STEP);
    expect(await lengthOf(around + 1)).toBe(2 * STEP);
  });

  it('leaves with the server which kinds of things it holds, and nothing that confirms a guess', async () => {
    const again = await sealPackage(partner.publicKey, items, journey);
    expect(sent.manifest).toEqual({ version: 1, kinds: ['REASON', 'LANGUAGES'], digest: expect.stringMatching(/^[\w-]{43}$/) });
    expect(JSON.stringify(sent.manifest)).not.toContain('language.');
    expect(again.manifest.digest).not.toBe(sent.manifest.digest);
    expect(again.ciphertext).not.toEqual(sent.ciphertext);
  });

  it('opens up to its last moment, and not from then on', async () => {
    const end = Date.parse(journey.expiresAt);
    await expect(openPackage(key, sent, journey, end - 1)).resolves.toEqual(items);
    await expect(openPackage(key, sent, journey, end)).rejects.toMatchObject({ code: 'expired' });
    await expect(openPackage(key, sent, { ...journey, expiresAt: 'never' }, NOW)).rejects.toMatchObject({ code: 'expired' });
  });

  it('opens for nobody else: another partner, a key of an earlier time', async () => {
    const other = await openingKey((await newKeyPair()).privateKey);
    await expect(openPackage(other, sent, journey, NOW)).rejects.toThrow(PackageRefused);
  });

  it('goal 11: of 1,000 tampered, replayed or swapped packages none opens', async () => {
    const forged = [...tampered(sent), ...replayed(sent), ...swapped(sent, sentLater)];
    const opened = await Promise.all(
      forged.map(([pack, way]) =>
        openPackage(key, pack, way, NOW).then(
          () => true,
          () => false,
        ),
      ),
    );
    expect(forged.length).toBe(1000);
    expect(opened.filter(Boolean).length).toBe(0);
    await expect(openPackage(key, sent, journey, NOW)).resolves.toEqual(items);
    await expect(openPackage(key, sentLater, another, NOW)).resolves.toEqual([items[1]]);
  }, 30_000);

  it('comes back whole, whatever is in it', async () => {
    const item = fc.record({ kind: fc.string({ unit: 'grapheme' }), value: fc.jsonValue() });
    await fc.assert(
      fc.asyncProperty(fc.array(item, { maxLength: 5 }), async (things) => {
        const pack = await sealPackage(partner.publicKey, things, journey);
        const written = JSON.parse(JSON.stringify(things)) as typeof things;
        expect((pack.ciphertext.length - 16) % STEP).toBe(0);
        expect(await openPackage(key, pack, journey, NOW)).toEqual(written);
      }),
      { numRuns: 10, seed: 6 },
    );
  });
});

type Forged = [SealedPackage, Journey];

/** One bit of the ciphertext, of the encapsulated key or of the manifest's digest is another; the end is missing; kinds are others. 836 of them. */
function tampered(sent: SealedPackage): Forged[] {
  const flipped = (bytes: Uint8Array, bit: number) =>
    Uint8Array.from(bytes, (byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
  const spread = (count: number, bytes: Uint8Array) =>
    Array.from({ length: count }, (_, at) => Math.floor((at * bytes.length * 8) / count));
  const { manifest, ciphertext, encapsulated } = sent;
  const digest = [...manifest.digest].map(
    (letter, at) => manifest.digest.slice(0, at) + (letter === 'A' ? 'B' : 'A') + manifest.digest.slice(at + 1),
  );
  const kinds = [
    [],
    ['REASON'],
    ['LANGUAGES', 'REASON'],
    ['REASON', 'LANGUAGES', 'LANGUAGES'],
    ['REASONLANGUAGES'],
    ['REASON', 'LANGUAGE'],
    [''],
  ];
  return [
    ...spread(500, ciphertext).map((bit): SealedPackage => ({ ...sent, ciphertext: flipped(ciphertext, bit) })),
    ...spread(256, encapsulated).map((bit): SealedPackage => ({ ...sent, encapsulated: flipped(encapsulated, bit) })),
    ...digest.map((other): SealedPackage => ({ ...sent, manifest: { ...manifest, digest: other } })),
    ...kinds.map((other): SealedPackage => ({ ...sent, manifest: { ...manifest, kinds: other } })),
    ...Array.from({ length: 30 }, (_, cut): SealedPackage => ({ ...sent, ciphertext: ciphertext.slice(0, ciphertext.length - 1 - cut) })),
  ].map((pack): Forged => [pack, journey]);
}

/** As it is, but under another referral, time, sender, recipient or key. 140 of them. */
function replayed(sent: SealedPackage): Forged[] {
  const others = (name: keyof Journey, values: string[]) => values.map((value): Forged => [sent, { ...journey, [name]: value }]);
  const ids = (seed: number) => Array.from({ length: 25 }, (_, at) => `0195a${seed}00-0000-7000-8000-${String(at).padStart(12, '0')}`);
  const times = Array.from({ length: 40 }, (_, at) => new Date(Date.parse(journey.expiresAt) + (at + 1) * 1000).toISOString());
  return [
    ...others('referralId', ids(1)),
    ...others('sender', ids(2)),
    ...others('recipient', ids(3)),
    ...others('keyId', ids(4)),
    ...others('expiresAt', times),
  ];
}

/** Halves of two packages for the same partner put together, each under either journey. 24 of them. */
function swapped(one: SealedPackage, other: SealedPackage): Forged[] {
  const choices = [one, other];
  const mixed = choices.flatMap((a) =>
    choices.flatMap((b) =>
      choices.flatMap((c) =>
        [journey, another].map((way) => ({ a, b, c, way, pack: { ...a, ciphertext: b.ciphertext, manifest: c.manifest } })),
      ),
    ),
  );
  const right = ({ a, b, c, way }: (typeof mixed)[number]) => a === b && b === c && way === (a === one ? journey : another);
  const crossed = mixed.filter((mix) => !right(mix)).map(({ pack, way }): Forged => [pack, way]);
  const roundabout: Journey[] = [
    { ...journey, sender: journey.recipient, recipient: journey.sender },
    { ...journey, recipient: journey.keyId, keyId: journey.recipient },
    { ...journey, referralId: journey.keyId },
    { ...journey, sender: `${journey.sender}0`, recipient: journey.recipient.slice(1) },
    { ...journey, referralId: '' },
    { ...journey, keyId: '' },
    { ...journey, sender: journey.sender.toUpperCase() },
    { ...journey, expiresAt: '2026-03-31T12:00:00Z' },
    { ...journey, expiresAt: '2026-03-31T14:00:00+02:00' },
    { ...journey, referralId: ` ${journey.referralId}` },
  ];
  return [...crossed, ...roundabout.map((way): Forged => [one, way])];
}
