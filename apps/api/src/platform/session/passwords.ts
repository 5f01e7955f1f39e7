import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';

/** OWASP's and goal 33's floor: 64 MiB, three passes. About 100 ms. */
const COST = { memory: 64 * 1024, passes: 3, parallelism: 1, tagLength: 32 } as const;
const AT_ONCE = 4;
const MOST_WAITING = 64;

let running = 0;
const waiting: (() => void)[] = [];

/** Raised when more people sign in at once than the machine can check; the caller answers 429. */
export class TooBusy extends Error {}

/** `argon2id$65536$3$1$salt$tag`, salt and tag in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await derive(password, salt);
  return ['argon2id', COST.memory, COST.passes, COST.parallelism, salt.toString('base64url'), tag.toString('base64url')].join('$');
}

/** Takes the same time whether the account exists or not: pass null when it does not. */
export async function passwordMatches(password: string, hash: string | null): Promise<boolean> {
  const [, , , , salt, tag] = (hash ?? NOBODY).split('$').map((part) => Buffer.from(part, 'base64url'));
  if (!salt || !tag) return false;
  const derived = await derive(password, salt);
  return derived.length === tag.length && timingSafeEqual(derived, tag) && hash !== null;
}

const NOBODY = `argon2id$65536$3$1$${Buffer.alloc(16).toString('base64url')}$${Buffer.alloc(32).toString('base64url')}`;

/** At most four at once, so that an attack on sign-in does not stop those who work. */
async function derive(password: string, salt: Buffer): Promise<Buffer> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) throw new TooBusy();
    await new Promise<void>((go) => waiting.push(go));
  }
  running += 1;
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      argon2('argon2id', { message: password.normalize('NFKC'), nonce: salt, ...COST }, (error, tag) =>
        error ? reject(error) : resolve(Buffer.from(tag)),
      );
    });
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}
