import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Tokens } from '../sealing/tokens';

/**
 * The six digits on the screen of somebody who waits for a second person. Nothing of them is kept:
 * they follow from the key of the house, the account and its round, and the round moves with each thing to confirm.
 */
@Injectable()
export class ConfirmationDigits {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly tokens: Tokens,
  ) {}

  async of(staffId: string, round: number): Promise<string> {
    const token = await this.tokens.of('confirmation', `${staffId}|${round}`);
    return String(token.readUInt32BE(0) % 1_000_000).padStart(6, '0');
  }

  /** For sign-in, which has no session yet. */
  async now(staffId: string): Promise<string> {
    const rows: { round: number }[] = await this.source.query('select app.confirmation_round($1) as round', [staffId]);
    return this.of(staffId, rows[0]?.round ?? 0);
  }
}
