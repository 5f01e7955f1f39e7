import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsUUID, Matches, ValidateNested } from 'class-validator';

/** What `libs/sealed-packages` writes, and the server cannot open. */
const PUBLIC_KEY = /^[\w-]{43}$/;
const BY_PASSPHRASE = /^1\$[\w-]{22}\$[\w-]{16}\$[\w-]{64}$/;
const BY_RECOVERY = /^1\$[\w-]{16}\$[\w-]{64}$/;
const HANDED = /^1\$[\w-]{43}\$[\w-]{64}$/;

/** The two ways in which a member opens their own key. */
export class LocksInput {
  @Matches(BY_PASSPHRASE)
  byPassphrase: string;

  @Matches(BY_RECOVERY)
  byRecovery: string;
}

/** A member's own key: what others need to hand something over, and its locks. */
export class MemberKeyInput extends LocksInput {
  @Matches(PUBLIC_KEY)
  door: string;
}

/** The partner's private key, handed to one member. */
export class ShareInput {
  @IsUUID()
  memberKeyId: string;

  @Matches(HANDED)
  handed: string;
}

/** A key that this browser made. Its id is made here too: what is handed over names it. */
export class InboxKeyInput {
  @IsUUID()
  id: string;

  @Matches(PUBLIC_KEY)
  publicKey: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => ShareInput)
  shares: ShareInput[];
}

export class HandOverInput extends ShareInput {
  @IsUUID()
  keyId: string;
}

/** The partner's key that is in use. Its digits are worked out by whoever shows them. */
export class InboxKeyView {
  id: string;
  /** REGISTERED: nothing is sealed to it yet. CONFIRMED. */
  state: string;
  publicKey: string;
  registeredAt: string;
}

export class OwnLocksView {
  id: string;
  /** The public half, by whose digits a colleague knows whom they hand the key to. */
  door: string;
  version: number;
  byPassphrase: string;
  byRecovery: string;
  /** The partner's private key for this member; null until a colleague has handed it over. */
  handed: string | null;
}

/** A colleague who waits for the key: no name, only the door, whose digits they read to each other. */
export class WaitingDoorView {
  memberKeyId: string;
  memberId: string;
  door: string;
  madeAt: string;
}

/** What a member of a partner finds of keys: their own and their association's. */
export class OwnInboxView {
  id: string;
  partnerId: string;
  memberId: string;
  key: InboxKeyView | null;
  own: OwnLocksView | null;
  waiting: WaitingDoorView[];
  /** `make-member-key`, `make-key`, `hand-over`. */
  actions: string[];
}
