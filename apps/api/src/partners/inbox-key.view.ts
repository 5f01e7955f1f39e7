import type { OwnInboxView } from '@panah/contracts/inbox-key.contract';
import type { Word } from '@panah/domain/access/access-table';
import { currentActor, hasWord } from '../platform/access/current-reach';
import type { OwnLocks, WaitingDoor } from './member-key.records';
import type { PartnerKeyRow } from './partner-key.records';

export interface OwnInbox {
  key: PartnerKeyRow | null;
  own: OwnLocks | null;
  waiting: WaitingDoor[];
}

export function inboxView(partnerId: string, inbox: OwnInbox): OwnInboxView {
  const { key, own, waiting } = inbox;
  return {
    id: partnerId,
    partnerId,
    memberId: currentActor().staffId,
    key: key && {
      id: key.id,
      state: key.state,
      publicKey: key.publicKey.toString('base64url'),
      registeredAt: key.registeredAt.toISOString(),
    },
    own: own && {
      id: own.id,
      door: own.door.toString('base64url'),
      version: own.version,
      byPassphrase: own.byPassphrase,
      byRecovery: own.byRecovery,
      handed: own.handed,
    },
    waiting: waiting.map(({ memberKeyId, memberId, door, madeAt }) => ({
      memberKeyId,
      memberId,
      door: door.toString('base64url'),
      madeAt: madeAt.toISOString(),
    })),
    actions: actionsOn(inbox),
  };
}

const WORD_OF: Readonly<Record<string, Word>> = {
  'make-member-key': 'inbox-key:lock',
  'make-key': 'inbox-key:make',
  'hand-over': 'inbox-key:hand-over',
};

function actionsOn({ own, waiting }: OwnInbox): string[] {
  const open = ['make-member-key', ...(own ? ['make-key'] : []), ...(waiting.length > 0 ? ['hand-over'] : [])];
  return open.filter((action) => hasWord(WORD_OF[action] ?? 'inbox-key:read'));
}
