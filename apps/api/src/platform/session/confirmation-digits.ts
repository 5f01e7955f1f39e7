import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Problem } from '../errors/problem';
import { requestScope } from '../request-context';
import { Tokens } from '../sealing/tokens';
import { Throttle } from './throttle';

/**
 * The six digits on the screen of somebody who waits for a second person. Nothing of them is kept:
 * they follow from the key of the house, the account and its round, and the round moves with each thing to confirm.
 */
@Injectable()
export class ConfirmationDigits {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly tokens: Tokens,
    private readonly throttle: Throttle,
  ) {}

  async of(staffId: string, round: number): Promise<string> {
    const token = await this.tokens.of('confirmation', `${staffId}|${round}`);
    return String(token.readUInt32BE(0) % 1_000_000).padStart(6, '0');
  }

  /**
   * The digits that a second person typed. Guessing is slow: ten wrong tries in fifteen minutes, and the digits move with each thing to confirm.
   * Throws 422 `digits-refused`, 429 `too-many-tries`.
   */
  async assertRight(staffId: string, round: number, digits: string): Promise<void> {
    const { address } = requestScope.current();
    const wait = await this.throttle.secondsToWait(`confirmation:${staffId}`, address);
    if (wait > 0) throw new Problem(429, 'too-many-tries', { retryAfterSeconds: wait });
    if (digits === (await this.of(staffId, round))) return;
    await this.throttle.failed(`confirmation:${staffId}`, address);
    throw new Problem(422, 'digits-refused', undefined, { digits: ['wrong'] });
  }

  /** For sign-in, which has no session yet. */
  async now(staffId: string): Promise<string> {
    const rows: { round: number }[] = await this.source.query('select app.confirmation_round($1) as round', [staffId]);
    return this.of(staffId, rows[0]?.round ?? 0);
  }
}
