import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { SignIn } from '@panah/contracts/session.contract';
import { DataSource } from 'typeorm';
import { hashOf } from '../access/entrance.guard';
import { Problem } from '../errors/problem';
import { newId } from '../new-id';
import { requestScope } from '../request-context';
import { Sealer } from '../sealing/sealer';
import { Tokens } from '../sealing/tokens';
import { SETTINGS, type SettingsOf } from '../settings.module';
import { Inject } from '@nestjs/common';
import { ConfirmationDigits } from './confirmation-digits';
import { type Credentials, secondFactorPlace } from './credentials';
import { passwordMatches, TooBusy } from './passwords';
import { recoveryCodeHash, stepOf } from './second-factor';
import { Throttle } from './throttle';

const LIFETIME = '10 hours';
const CODES_AT_MOST = 5;
const codesOf = ({ id }: Credentials): string => `codes of ${id}`;

/** A try that is counted until it turns out to be none that failed. */
interface Attempt {
  id: number;
  wait: number;
  failed: boolean;
}

/** Password, second factor, session: in that order, and with one answer for everything that is not right. */
@Injectable()
export class SignInService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(SETTINGS) private readonly settings: SettingsOf,
    private readonly tokens: Tokens,
    private readonly sealer: Sealer,
    private readonly throttle: Throttle,
    private readonly digits: ConfirmationDigits,
  ) {}

  /** Returns the new session's token. Throws 401 'sign-in-refused', 'second-factor-required' or 'awaiting-confirmation' (with the digits a second person types), 429 'too-many-tries'. */
  async signIn({ login, password, code }: SignIn): Promise<string> {
    const attempt = { ...(await this.throttle.take(login, requestScope.current().address)), failed: false };
    try {
      return await this.attempt({ login, password, ...(code === undefined ? {} : { code }) }, attempt);
    } finally {
      if (!attempt.failed) await this.throttle.giveBack(attempt.id);
    }
  }

  private async attempt({ login, password, code }: SignIn, attempt: Attempt): Promise<string> {
    const { address } = requestScope.current();
    const account = await this.credentialsOf(login);
    // A right password with its second factor is never locked out by others' tries: while others wait, the code is looked at
    // first, so that nobody without it has a password checked.
    if (attempt.wait > 0 && !(await this.codeIsRight(account, code))) return this.refuse(attempt);
    if (!(await this.passwordIsRight(password, account)) || !account || this.closedToDemo(account)) return this.refuse(attempt);
    if (account.state !== 'ACTIVE' && account.state !== 'ACTIVATED') return this.refuse(attempt);
    if (account.second_factor_required) await this.passSecondFactor(account, code, address);
    await this.throttle.succeeded(login, address);
    if (account.state === 'ACTIVATED') throw new Problem(401, 'awaiting-confirmation', { digits: await this.digits.now(account.id) });
    return this.openSession(account);
  }

  /** The password or the second factor of the one who is signed in. */
  async proves(account: Credentials, { password, code }: { password?: string; code?: string }): Promise<boolean> {
    if (password !== undefined) return this.passwordIsRight(password, account);
    return code !== undefined && account.second_factor !== null && this.secondFactorIsRight(account, code);
  }

  /** Five wrong codes after a right password, and that account's codes rest for a quarter of an hour: only somebody who knows the password can bring that about. */
  private async passSecondFactor(account: Credentials, code: string | undefined, address: string): Promise<void> {
    if (!code) throw new Problem(401, 'second-factor-required');
    const wait = await this.throttle.secondsToWait(codesOf(account), codesOf(account), CODES_AT_MOST);
    if (wait > 0) throw tooManyTries(wait);
    if (await this.secondFactorIsRight(account, code)) return;
    await this.throttle.failed(codesOf(account), address);
    throw new Problem(401, 'sign-in-refused');
  }

  /** Whether a code is right now, without using it up. Recovery codes are not looked at here: a guess at them would be free. */
  private async codeIsRight(account: Credentials | null, code: string | undefined): Promise<boolean> {
    if (!account?.second_factor || !code || !/^\d{6}$/.test(code)) return false;
    return stepOf(code, await this.secretOf(account, account.second_factor)) !== null;
  }

  private async secretOf({ id }: Credentials, sealed: Buffer): Promise<string> {
    return (await this.sealer.open<{ secret: string }>(secondFactorPlace(id), sealed)).secret;
  }

  private async credentialsOf(login: string): Promise<Credentials | null> {
    const token = await this.tokens.of('login', login.trim().toLowerCase());
    const rows: Credentials[] = await this.source.query('select * from app.credentials($1)', [token]);
    return rows[0] ?? null;
  }

  private async passwordIsRight(password: string, account: Credentials | null): Promise<boolean> {
    try {
      return await passwordMatches(password, account?.password_hash ?? null);
    } catch (error) {
      if (error instanceof TooBusy) throw tooManyTries(5);
      throw error;
    }
  }

  private async secondFactorIsRight(account: Credentials, code: string): Promise<boolean> {
    if (!/^\d{6}$/.test(code)) return this.recoveryCodeIsRight(account, code);
    if (!account.second_factor) return false;
    const step = stepOf(code, await this.secretOf(account, account.second_factor));
    if (step === null) return false;
    const rows: { used: boolean }[] = await this.source.query('select app.use_second_factor($1, $2) as used', [account.id, step]);
    return rows[0]?.used ?? false;
  }

  private async recoveryCodeIsRight(account: Credentials, code: string): Promise<boolean> {
    const rows: { used: boolean }[] = await this.source.query('select app.use_recovery_code($1, $2) as used', [
      account.id,
      recoveryCodeHash(code),
    ]);
    return rows[0]?.used ?? false;
  }

  /** Demonstration accounts work from this machine only, and not at all where real work is done. */
  private closedToDemo(account: Credentials): boolean {
    const { address } = requestScope.current();
    return account.is_demo && (this.settings.production || !['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(address));
  }

  private refuse(attempt: Attempt): never {
    attempt.failed = true;
    throw attempt.wait > 0 ? tooManyTries(attempt.wait) : new Problem(401, 'sign-in-refused');
  }

  private async openSession(account: Credentials): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.source.query('select app.open_session($1, $2, $3, $4::interval)', [newId(), hashOf(token), account.id, LIFETIME]);
    return token;
  }
}

const tooManyTries = (seconds: number): Problem => new Problem(429, 'too-many-tries', { retryAfterSeconds: seconds });
