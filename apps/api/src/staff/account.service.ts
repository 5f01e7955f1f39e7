import { Inject, Injectable } from '@nestjs/common';
import type { AccountView, RecoveryCodesView, TieAnswer } from '@panah/contracts/account.contract';
import { RuleBroken } from '@panah/domain/process/process';
import { assertPassword } from '@panah/domain/staff/password.rules';
import { currentActor } from '../platform/access/current-reach';
import { ConfirmationDigits } from '../platform/session/confirmation-digits';
import { hashPassword } from '../platform/session/passwords';
import { SessionRecords } from '../platform/session/session.records';
import { SETTINGS, type SettingsOf } from '../platform/settings.module';
import { AccountRecords } from './account.records';
import { ActivationRecords } from './activation.records';
import { heldRoleView, waitsFor } from './staff.view';

/** One's own account. */
@Injectable()
export class AccountService {
  constructor(
    private readonly accounts: AccountRecords,
    private readonly activations: ActivationRecords,
    private readonly sessions: SessionRecords,
    private readonly digits: ConfirmationDigits,
    @Inject(SETTINGS) private readonly settings: SettingsOf,
  ) {}

  async read(): Promise<AccountView> {
    const { row, secrets } = await this.accounts.holdOwn();
    const waits = waitsFor(row);
    return {
      displayName: secrets.displayName,
      login: secrets.login,
      language: row.language,
      tie: row.tieState,
      roles: row.roles.map(heldRoleView),
      recoveryCodesLeft: await this.activations.recoveryCodesLeft(row.id),
      waitsFor: waits,
      digits: waits && (await this.digits.of(row.id, row.confirmationRound)),
    };
  }

  async setLanguage(language: string): Promise<AccountView> {
    await this.accounts.setLanguage(await this.accounts.holdOwn(), language);
    return this.read();
  }

  /** Every other session of theirs ends with its next request. */
  async setPassword(password: string): Promise<AccountView> {
    const { row, secrets } = await this.accounts.holdOwn();
    assertPassword(password, [secrets.displayName, secrets.login, this.settings.officeName]);
    await this.activations.setPassword(row.id, await hashPassword(password));
    await this.sessions.endAllOf(row.id, 'PASSWORD_CHANGED', currentActor().sessionId);
    return this.read();
  }

  async renewRecoveryCodes(): Promise<RecoveryCodesView> {
    const { row } = await this.accounts.holdOwn();
    return { codes: await this.activations.renewRecoveryCodes(row.id) };
  }

  /** R-AC-14: a declared tie closes every client from the next request on. Only a coordinator opens them again. */
  async answerTie({ answer, words }: TieAnswer): Promise<AccountView> {
    const held = await this.accounts.holdOwn();
    const { tieState } = held.row;
    if (answer === 'NONE' && tieState !== 'NOT_ASKED')
      throw new RuleBroken('not-open', { state: tieState, action: 'answer-tie', open: ['DECLARED'] });
    await this.accounts.setTie(held, 'answer-tie', answer, words ?? null);
    return this.read();
  }
}
