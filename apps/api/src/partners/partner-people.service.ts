import { Injectable } from '@nestjs/common';
import type { PartnerInvitation, PartnerPeopleView } from '@panah/contracts/partner-people.contract';
import type { Word } from '@panah/domain/access/access-table';
import { actionsFrom, move, RuleBroken } from '@panah/domain/process/process';
import { partnerKeyProcess } from '@panah/domain/partners/partner-key.process';
import { assertSameFingerprint } from '@panah/domain/partners/partner-key.rules';
import { partnerProcess, type PartnerStatus } from '@panah/domain/partners/partner.process';
import { staffProcess } from '@panah/domain/staff/staff.process';
import { assertMayConfirm } from '@panah/domain/staff/staff.rules';
import { fingerprintOf } from '@panah/sealed-packages/fingerprint';
import { currentActor } from '../platform/access/current-reach';
import { notFound } from '../platform/errors/problem';
import { ConfirmationDigits } from '../platform/session/confirmation-digits';
import { SessionRecords } from '../platform/session/session.records';
import { AccountRecords } from '../staff/account.records';
import { ActivationRecords } from '../staff/activation.records';
import type { OpenStaff } from '../staff/staff.entity';
import { StaffRoleRecords } from '../staff/staff-role.records';
import { PartnerKeyRecords } from './partner-key.records';
import { partnerPeopleView } from './partner-people.view';
import { PartnerRecords } from './partner.records';

/** Who signs in for a partner, and whether what is sealed for it reaches it: invited by one of us, confirmed by another, the key by telephone. */
@Injectable()
export class PartnerPeopleService {
  constructor(
    private readonly partners: PartnerRecords,
    private readonly keys: PartnerKeyRecords,
    private readonly accounts: AccountRecords,
    private readonly roles: StaffRoleRecords,
    private readonly activations: ActivationRecords,
    private readonly sessions: SessionRecords,
    private readonly digits: ConfirmationDigits,
  ) {}

  async read(partnerId: string, activationCode: string | null = null): Promise<PartnerPeopleView> {
    const { row: partner } = await this.partners.get(partnerId);
    const key = await this.keys.newest(partnerId);
    const holders = key ? await this.keys.holders(key.id) : new Set<string>();
    return partnerPeopleView({ partner, key, holders, people: await this.accounts.ofPartner(partnerId), activationCode });
  }

  async invite(partnerId: string, input: PartnerInvitation): Promise<PartnerPeopleView> {
    const { row } = await this.partners.hold(partnerId);
    if (!['PROSPECT', 'ACTIVE'].includes(row.state))
      throw new RuleBroken('not-open', {
        state: row.state,
        action: 'invite',
        open: actionsFrom(partnerProcess, row.state as PartnerStatus),
      });
    const by = currentActor().staffId;
    const { displayName, login, language } = input;
    const id = await this.accounts.add({ displayName, login, language, invitedBy: by, partnerId });
    await this.roles.grant(id, [{ role: 'PARTNER', officeId: null, duties: [] }], by);
    return this.read(partnerId, await this.activations.invite(id, 'INVITED'));
  }

  /** The code was lost, or is over. */
  async inviteAgain(partnerId: string, personId: string): Promise<PartnerPeopleView> {
    const { row } = await this.holdPerson('partner:invite', partnerId, personId);
    if (row.state !== 'INVITED') throw new RuleBroken('not-open', { state: row.state, action: 'new-code', open: [] });
    await this.accounts.record(row, 'new-code');
    return this.read(partnerId, await this.activations.invite(personId, row.activatedAt ? 'RESET' : 'INVITED'));
  }

  /** Throws 422 `same-person`, `digits-refused`. */
  async confirmPerson(partnerId: string, personId: string, digits: string): Promise<PartnerPeopleView> {
    const held = await this.holdPerson('partner:confirm-person', partnerId, personId);
    const to = move(staffProcess, held.row.state, 'confirm');
    const { staffId, roles } = currentActor();
    for (const { role, grantedBy } of held.row.roles)
      assertMayConfirm({
        by: staffId,
        byRoles: roles.map((own) => own.role),
        account: personId,
        accountRoles: [role],
        askedBy: grantedBy ?? '',
      });
    await this.digits.assertRight(personId, held.row.confirmationRound, digits);
    await this.roles.confirm(personId, 'SECOND_PERSON');
    await this.accounts.nextRound(personId);
    await this.accounts.move(held, 'confirm', to);
    return this.read(partnerId);
  }

  /** With the next request; what was handed to them of the partner's key goes with the account. */
  async endPerson(partnerId: string, personId: string, reason: string): Promise<PartnerPeopleView> {
    const held = await this.holdPerson('partner:end-person', partnerId, personId);
    const to = move(staffProcess, held.row.state, 'end');
    await this.activations.withdraw(personId);
    await this.activations.forgetCredentials(personId);
    await this.roles.end(held.row.roles);
    await this.accounts.move(held, 'end', to, reason);
    await this.sessions.endAllOf(personId, 'SUSPENDED');
    return this.read(partnerId);
  }

  /** The digits as they were heard on the telephone: nobody confirms what they have only seen here. */
  async confirmKey(partnerId: string, keyId: string, fingerprint: string): Promise<PartnerPeopleView> {
    await this.partners.get(partnerId);
    const key = await this.keys.hold(partnerId, keyId);
    const to = move(partnerKeyProcess, key.state, 'confirm');
    assertSameFingerprint(fingerprint, fingerprintOf(key.publicKey));
    await this.keys.settle(key, to);
    await this.partners.tellOfKey(partnerId, 'confirm-key', { from: key.state, to, reason: null });
    return this.read(partnerId);
  }

  async refuseKey(partnerId: string, keyId: string, reason: string): Promise<PartnerPeopleView> {
    await this.partners.get(partnerId);
    const key = await this.keys.hold(partnerId, keyId);
    const to = move(partnerKeyProcess, key.state, 'refuse');
    await this.keys.settle(key, to);
    await this.partners.tellOfKey(partnerId, 'refuse-key', { from: key.state, to, reason });
    return this.read(partnerId);
  }

  private async holdPerson(word: Word, partnerId: string, personId: string): Promise<OpenStaff> {
    await this.partners.get(partnerId);
    const held = await this.accounts.hold(word, personId);
    if (held.row.partnerId !== partnerId) throw notFound();
    return held;
  }
}
