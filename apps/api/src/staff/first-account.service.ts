import { createHash, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { FirstAccount, FirstAccountView } from '@panah/contracts/account.contract';
import { assertCalendar } from '@panah/domain/staff/office-calendar';
import { UnitsOfWork } from '../platform/database/units-of-work';
import { Problem } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { requestScope } from '../platform/request-context';
import { Tokens } from '../platform/sealing/tokens';
import { asOneTimeCode, recoveryCodeHash } from '../platform/session/second-factor';
import { Throttle } from '../platform/session/throttle';
import { SETTINGS, type SettingsOf } from '../platform/settings.module';
import { AccountRecords } from './account.records';
import { actFor } from './acting';
import { codeRefused } from './activation.service';
import { ActivationRecords } from './activation.records';
import { FirstAccountRecords } from './first-account.records';
import { OfficeRecords } from './office.records';
import { StaffRoleRecords } from './staff-role.records';

/**
 * An empty house: whoever can read the server's console makes the organisation, its first office and its first admin.
 * The code follows from the key of the house, so that every process of one house asks for the same.
 */
@Injectable()
export class FirstAccountService implements OnApplicationBootstrap {
  constructor(
    private readonly first: FirstAccountRecords,
    private readonly offices: OfficeRecords,
    private readonly accounts: AccountRecords,
    private readonly roles: StaffRoleRecords,
    private readonly activations: ActivationRecords,
    private readonly units: UnitsOfWork,
    private readonly tokens: Tokens,
    private readonly throttle: Throttle,
    @Inject(SETTINGS) private readonly settings: SettingsOf,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.settings.demo || this.settings.logLevel === 'silent' || !(await this.first.houseIsEmpty())) return;
    console.log(`Nobody has an account yet. Open the sign-in page and make the first one; it asks for this code:\n  ${await this.code()}`);
  }

  /** Organisation, office and an invited admin; the same code then activates the account. */
  async make(input: FirstAccount): Promise<FirstAccountView> {
    await this.check(input.code);
    assertCalendar(input);
    const [orgId, staffId] = [newId(), newId()];
    await actFor(this.units, { orgId, staffId });
    if (!(await this.first.isMine())) throw new Problem(409, (await this.first.houseIsEmpty()) ? 'first-account-begun' : 'first-account-made');
    await this.offices.addOrganisation(orgId, input.organisation);
    await this.offices.add(input);
    const { displayName, login, language } = input;
    const id = await this.accounts.add({ displayName, login, language, invitedBy: null });
    await this.roles.grant(id, [{ role: 'ADMIN', officeId: null, duties: [] }], null);
    await this.activations.invite(id, 'FIRST', input.code);
    return { login };
  }

  async code(): Promise<string> {
    return asOneTimeCode(await this.tokens.of('first-account', 'console'));
  }

  /** The right code is let in whatever others have tried. */
  private async check(code: string): Promise<void> {
    if (timingSafeEqual(recoveryCodeHash(code), createHash('sha256').update((await this.code()).replaceAll('-', '')).digest())) return;
    const { address } = requestScope.current();
    const wait = await this.throttle.secondsToWait('first-account', address);
    await this.throttle.failed('first-account', address);
    throw wait > 0 ? new Problem(429, 'too-many-tries', { retryAfterSeconds: wait }) : codeRefused();
  }
}
