import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { ActivatedView, Activation, ActivationView } from '@panah/contracts/account.contract';
import { move } from '@panah/domain/process/process';
import { assertPassword } from '@panah/domain/staff/password.rules';
import { staffProcess } from '@panah/domain/staff/staff.process';
import { UnitsOfWork } from '../platform/database/units-of-work';
import { hashPassword } from '../platform/session/passwords';
import { enrolmentUri, newSecret } from '../platform/session/second-factor';
import { SessionCookie } from '../platform/session/session-cookie';
import { SETTINGS, type SettingsOf } from '../platform/settings.module';
import { AccountRecords } from './account.records';
import { actFor } from './acting';
import { ActivationRecords } from './activation.records';
import { CodeGate, codeRefused } from './code-gate';
import { qrOf } from './qr';
import type { OpenStaff } from './staff.entity';
import { StaffRolesService } from './staff-roles.service';
import { waitsFor } from './staff.view';

/** Somebody comes in for the first time, or anew after a reset: one-time code, password, authenticator. */
@Injectable()
export class ActivationService {
  constructor(
    private readonly gate: CodeGate,
    private readonly activations: ActivationRecords,
    private readonly accounts: AccountRecords,
    private readonly roles: StaffRolesService,
    private readonly units: UnitsOfWork,
    private readonly cookie: SessionCookie,
    @Inject(SETTINGS) private readonly settings: SettingsOf,
  ) {}

  /** A new authenticator secret each time: one that somebody else looked up earlier is worth nothing. */
  async look(code: string): Promise<ActivationView> {
    const invitation = await this.gate.recognise(code);
    await actFor(this.units, invitation);
    const { row, secrets } = await this.accounts.holdOwn();
    const secret = newSecret();
    await this.activations.keepSecret(row.id, secret);
    return {
      kind: invitation.kind,
      displayName: secrets.displayName,
      login: secrets.login,
      language: row.language,
      asksTie: row.tieState === 'NOT_ASKED',
      secret,
      qr: qrOf(enrolmentUri(secret, this.settings.officeName)),
    };
  }

  async activate({ code, password, secondFactor, tie }: Activation): Promise<ActivatedView> {
    const invitation = await this.gate.recognise(code);
    await actFor(this.units, invitation);
    const held = await this.accounts.holdOwn();
    const state = move(staffProcess, held.row.state, 'activate');
    assertPassword(password, [held.secrets.displayName, held.secrets.login, this.settings.officeName]);
    const step = await this.gate.stepOf(invitation, secondFactor);
    if (!(await this.activations.use(held.row.id))) throw codeRefused();
    await this.activations.setCredentials(held.row.id, await hashPassword(password), step);
    if (tie && held.row.tieState === 'NOT_ASKED') await this.accounts.setTie(held, 'answer-tie', tie, null);
    await this.accounts.move(held, 'activate', state);
    return this.comeIn(await this.accounts.holdOwn());
  }

  private async comeIn(held: OpenStaff): Promise<ActivatedView> {
    const { row } = held;
    const recoveryCodes = await this.activations.renewRecoveryCodes(row.id);
    const first = await this.roles.confirmFirst(
      row.id,
      row.roles.map(({ role }) => role),
    );
    if (!first) return { id: row.id, state: row.state, waitsFor: waitsFor(row), digits: await this.roles.digitsOf(row), recoveryCodes };
    await this.accounts.move(held, 'confirm', move(staffProcess, row.state, 'confirm'));
    await this.openSession(row.id);
    return { id: row.id, state: 'ACTIVE', waitsFor: null, digits: null, recoveryCodes };
  }

  /** They have just shown password and second factor, and the digits of this moment are used up. */
  private async openSession(staffId: string): Promise<void> {
    const token = randomBytes(32).toString('base64url');
    await this.activations.openSession(staffId, createHash('sha256').update(token).digest());
    this.cookie.set(token);
  }
}
