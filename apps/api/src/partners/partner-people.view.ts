import type { PartnerKeyView, PartnerPeopleView, PartnerPersonView } from '@panah/contracts/partner-people.contract';
import type { Word } from '@panah/domain/access/access-table';
import { actionsFrom } from '@panah/domain/process/process';
import { partnerKeyProcess } from '@panah/domain/partners/partner-key.process';
import { fingerprintOf } from '@panah/sealed-packages/fingerprint';
import { hasWord } from '../platform/access/current-reach';
import type { OpenStaff } from '../staff/staff.entity';
import { waitsFor } from '../staff/staff.view';
import type { Partner } from './partner.entity';
import type { PartnerKeyRow } from './partner-key.records';

export interface PartnerPeople {
  partner: Partner;
  people: OpenStaff[];
  key: PartnerKeyRow | null;
  /** Who can open what is sealed to the key. */
  holders: Set<string>;
  activationCode: string | null;
}

export function partnerPeopleView({ partner, people, key, holders, activationCode }: PartnerPeople): PartnerPeopleView {
  const invites = ['PROSPECT', 'ACTIVE'].includes(partner.state) && hasWord('partner:invite');
  return {
    id: partner.id,
    people: people.map((person) => personView(person, holders)),
    key: key && keyView(key),
    actions: invites ? ['invite'] : [],
    activationCode,
  };
}

function personView({ row, secrets }: OpenStaff, holders: Set<string>): PartnerPersonView {
  const waits = waitsFor(row) !== null;
  const open: [string, Word, boolean][] = [
    ['confirm-person', 'partner:confirm-person', waits],
    ['new-code', 'partner:invite', row.state === 'INVITED'],
    ['end-person', 'partner:end-person', row.state !== 'ENDED'],
  ];
  return {
    id: row.id,
    displayName: secrets.displayName,
    login: secrets.login,
    state: row.state,
    invitedAt: row.invitedAt.toISOString(),
    activatedAt: row.activatedAt?.toISOString() ?? null,
    waits,
    hasKey: holders.has(row.id),
    actions: open.filter(([, word, now]) => now && hasWord(word)).map(([action]) => action),
  };
}

function keyView({ id, state, publicKey, registeredAt, settledAt }: PartnerKeyRow): PartnerKeyView {
  return {
    id,
    state,
    registeredAt: registeredAt.toISOString(),
    settledAt: settledAt?.toISOString() ?? null,
    fingerprint: state === 'CONFIRMED' ? fingerprintOf(publicKey) : null,
    actions: actionsFrom(partnerKeyProcess, state)
      .filter((action) => action !== 'replace')
      .map((action) => `${action}-key`)
      .filter((action) => hasWord(`partner:${action}` as Word)),
  };
}
