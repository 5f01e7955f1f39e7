import { AEAD_AES_128_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_X25519_HKDF_SHA256 } from 'hpke';
import { openIndependently } from './independent-hpke.spec-help';
import { keyPairFrom, newKeyPair, openingKey, openWith, sealTo } from './suite';

const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
const info = hex('4f6465206f6e2061204772656369616e2055726e');
const plain = hex('4265617574792069732074727574682c20747275746820626561757479');

/** RFC 9180, Appendix A.1: AES-128-GCM. Sequence number, aad and ciphertext. */
const A1 = {
  ikmR: hex('6db9df30aa07dd42ee5e8181afdb977e538f5e1fec8a06223f33f7013e525037'),
  pkRm: hex('3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d'),
  skRm: hex('4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8'),
  enc: hex('37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431'),
  messages: [
    [0, '436f756e742d30', 'f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a'],
    [1, '436f756e742d31', 'af2d7e9ac9ae7e270f46ba1f975be53c09f8d875bdc8535458c2494e8a6eab251c03d0c22a56b8ca42c2063b84'],
    [2, '436f756e742d32', '498dfcabd92e8acedc281e85af1cb4e3e31c7dc394a1ca20e173cb72516491588d96a19ad4a683518973dcc180'],
    [4, '436f756e742d34', '583bd32bc67a5994bb8ceaca813d369bca7b2a42408cddef5e22f880b631215a09fc0012bc69fccaa251c0246d'],
    [255, '436f756e742d323535', '7175db9717964058640a3a11fb9007941a5d1757fda1a6935c805c21af32505bf106deefec4a49ac38d71c9e0a'],
    [256, '436f756e742d323536', '957f9800542b0b8891badb026d79cc54597cb2d225b54c00c5238c25d05c30e3fbeda97d2e0e1aba483a2df9f2'],
  ] as [number, string, string][],
};

/** The vector of the RFC's own test-vectors.json for our suite: kem 0x0020, kdf 0x0001, aead 0x0002 (AES-256-GCM). */
const OURS = {
  ikmR: hex('dac33b0e9db1b59dbbea58d59a14e7b5896e9bdf98fad6891e99d1686492b9ee'),
  pkRm: hex('430f4b9859665145a6b1ba274024487bd66f03a2dd577d7753c68d7d7d00c00c'),
  skRm: hex('497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d'),
  enc: hex('6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256'),
  aad: hex('436f756e742d30'),
  ct: hex('e5d84cd531cfb583096e7cfa9641bd3079cf3a91cda813c52deb5f512be9931980a41de125a925cdad859d5b7a'),
};

describe('what seals a package (RFC 9180)', () => {
  it.each([A1, OURS])('derives the key pairs of the RFC', async ({ ikmR, pkRm, skRm }) => {
    expect(await keyPairFrom(ikmR)).toEqual({ publicKey: pkRm, privateKey: skRm });
  });

  it('opens the message of the RFC for our suite, and so does the opening written from the RFC', async () => {
    const { skRm, enc: encapsulated, ct: ciphertext, aad } = OURS;
    expect(await openWith(await openingKey(skRm), { encapsulated, ciphertext }, { info, aad })).toEqual(plain);
    expect(new Uint8Array(openIndependently({ privateKey: skRm, encapsulated, ciphertext, info, aad }))).toEqual(plain);
  });

  it('opens each message of the RFC’s Appendix A.1 in its turn, and so does the opening written from the RFC', async () => {
    const suite = new CipherSuite(KEM_DHKEM_X25519_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_128_GCM);
    const context = await suite.SetupRecipient(await suite.DeserializePrivateKey(A1.skRm), A1.enc, { info });
    for (const [sequence, aad, ct] of A1.messages) {
      const message = { privateKey: A1.skRm, encapsulated: A1.enc, ciphertext: hex(ct), info, aad: hex(aad), sequence };
      expect(new Uint8Array(openIndependently(message, 'aes-128-gcm'))).toEqual(plain);
      if (sequence === context.seq) expect(new Uint8Array(await context.Open(hex(ct), hex(aad)))).toEqual(plain);
    }
    expect(context.seq).toBe(3);
  });

  it('seals what the opening written from the RFC opens, and nobody with another key', async () => {
    const [own, other] = await Promise.all([newKeyPair(), newKeyPair()]);
    const bound = { info, aad: OURS.aad };
    const sealed = await sealTo(own.publicKey, plain, bound);
    expect(new Uint8Array(openIndependently({ privateKey: own.privateKey, ...sealed, ...bound }))).toEqual(plain);
    expect(() => openIndependently({ privateKey: other.privateKey, ...sealed, ...bound })).toThrow();
    await expect(openWith(await openingKey(other.privateKey), sealed, bound)).rejects.toThrow();
  });

  it('gives the key for opening out to nobody', async () => {
    const { privateKey } = await openingKey((await newKeyPair()).privateKey);
    expect(privateKey.extractable).toBe(false);
  });

  it('opens in a browser that does not work the public half out of a private key', async () => {
    const [pair, bound] = [await newKeyPair(), { info, aad: OURS.aad }];
    const sealed = await sealTo(pair.publicKey, plain, bound);
    const subtle = Object.getPrototypeOf(crypto.subtle) as object;
    const known = Object.getOwnPropertyDescriptor(subtle, 'getPublicKey') ?? {};
    Reflect.deleteProperty(subtle, 'getPublicKey');
    try {
      expect(await openWith(await openingKey(pair.privateKey), sealed, bound)).toEqual(plain);
    } finally {
      Object.defineProperty(subtle, 'getPublicKey', known);
    }
  });
});
