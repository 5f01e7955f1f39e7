import { Injectable } from '@nestjs/common';
import type { FirstAccount, FirstAccountView } from '@panah/contracts/account.contract';
import { assertCalendar } from '@panah/domain/staff/office-calendar';
import { UnitsOfWork } from '../platform/database/units-of-work';
import { Problem } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { AccountRecords } from './account.records';
import { actFor } from './acting';
import { ActivationRecords } from './activation.records';
import { CodeGate } from './code-gate';
import { FirstAccountRecords } from './first-account.records';
import { OfficeRecords } from './office.records';
import { StaffRoleRecords } from './staff-role.records';

/** An empty house: whoever can read the server's console makes the organisation, its first office and its first admin. */
@Injectable()
export class FirstAccountService {
  constructor(
    private readonly gate: CodeGate,
    private readonly first: FirstAccountRecords,
    private readonly offices: OfficeRecords,
    private readonly accounts: AccountRecords,
    private readonly roles: StaffRoleRecords,
    private readonly activations: ActivationRecords,
    private readonly units: UnitsOfWork,
  ) {}

  /** Organisation, office and an invited admin; the same code then activates the account. */
  async make(input: FirstAccount): Promise<FirstAccountView> {
    await this.gate.assertReadsTheConsole(input.code);
    assertCalendar(input);
    const [orgId, staffId] = [newId(), newId()];
    await actFor(this.units, { orgId, staffId });
    if (!(await this.first.isMine()))
      throw new Problem(409, (await this.first.houseIsEmpty()) ? 'first-account-begun' : 'first-account-made');
    await this.offices.addOrganisation(orgId, input.organisation);
    await this.offices.add(input);
    const { displayName, login, language } = input;
    const id = await this.accounts.add({ displayName, login, language, invitedBy: null });
    await this.roles.grant(id, [{ role: 'ADMIN', officeId: null, duties: [] }], null);
    await this.activations.invite(id, 'FIRST', input.code);
    return { login };
  }
}
