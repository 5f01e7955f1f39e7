import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Problem } from '../platform/errors/problem';
import { requestScope } from '../platform/request-context';
import { Tokens } from '../platform/sealing/tokens';
import { asOneTimeCode, recoveryCodeHash, stepOf } from '../platform/session/second-factor';
import { Throttle } from '../platform/session/throttle';
import { ActivationRecords, type Invitation } from './activation.records';

/** Who may come in without a session: by a one-time code, or by the code on the console. Guessing is slow. */
@Injectable()
export class CodeGate {
  constructor(
    private readonly activations: ActivationRecords,
    private readonly tokens: Tokens,
    private readonly throttle: Throttle,
  ) {}

  /** The invitation behind a code. Throws 422 `code-refused`, 429. A right code is let in whatever others have tried. */
  async recognise(code: string): Promise<Invitation> {
    return (await this.activations.find(code)) ?? this.refuse('activation', codeRefused());
  }

  /** The code on the console follows from the key of the house: every process of one house asks for the same. */
  async codeOfTheHouse(): Promise<string> {
    return asOneTimeCode(await this.tokens.of('first-account', 'console'));
  }

  async assertReadsTheConsole(code: string): Promise<void> {
    const right = timingSafeEqual(recoveryCodeHash(code), recoveryCodeHash(await this.codeOfTheHouse()));
    if (!right) await this.refuse('first-account', codeRefused());
  }

  /** The time step of the digits of the authenticator that was shown last. Throws 422 `second-factor-refused`, 429. */
  async stepOf(invitation: Invitation, digits: string): Promise<number> {
    const account = `activation:${invitation.staffId}`;
    const wait = await this.throttle.secondsToWait(account, requestScope.current().address);
    if (wait > 0) throw tooManyTries(wait);
    const secret = await this.activations.secretOf(invitation);
    const step = secret === null ? null : stepOf(digits, secret);
    return step ?? this.refuse(account, new Problem(422, 'second-factor-refused', undefined, { secondFactor: ['wrong'] }));
  }

  private async refuse(account: string, problem: Problem): Promise<never> {
    const { address } = requestScope.current();
    const wait = await this.throttle.secondsToWait(account, address);
    await this.throttle.failed(account, address);
    throw wait > 0 ? tooManyTries(wait) : problem;
  }
}

/** Wrong, used, withdrawn and over are one answer. */
export const codeRefused = (): Problem => new Problem(422, 'code-refused', undefined, { code: ['wrong'] });
const tooManyTries = (seconds: number): Problem => new Problem(429, 'too-many-tries', { retryAfterSeconds: seconds });
