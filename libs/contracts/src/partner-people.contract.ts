import { IsIn, IsString, Length, Matches } from 'class-validator';

/** Somebody at a partner who shall sign in here. */
export class PartnerInvitation {
  @IsString()
  @Length(2, 120)
  displayName: string;

  /** What they will sign in with: a mail address or a short name, without blanks. */
  @IsString()
  @Length(3, 254)
  @Matches(/^\S+$/)
  login: string;

  @IsIn(['en', 'fa'])
  language: string;
}

/** The six digits that stand on the invited person's screen. */
export class PartnerPersonDigits {
  @Matches(/^\d{6}$/)
  digits: string;
}

/** Six groups of five digits, as they were read out on the telephone. */
export class FingerprintInput {
  @Matches(/^[\d۰-۹٠-٩\s-]{30,60}$/)
  fingerprint: string;
}

export class PartnerPersonView {
  id: string;
  displayName: string;
  login: string;
  state: string;
  invitedAt: string;
  activatedAt: string | null;
  /** Whether they wait for the six digits to be typed by somebody other than who invited them. */
  waits: boolean;
  /** Whether they can open what is sealed for their partner. */
  hasKey: boolean;
  actions: string[];
}

export class PartnerKeyView {
  id: string;
  state: string;
  registeredAt: string;
  settledAt: string | null;
  /** Only of a key that somebody has confirmed: before that it is typed as it was heard, not read off. */
  fingerprint: string | null;
  actions: string[];
}

/** Who signs in for a partner, and the key it reads with. */
export class PartnerPeopleView {
  id: string;
  people: PartnerPersonView[];
  key: PartnerKeyView | null;
  actions: string[];
  /** The one-time code of an invitation, in the answer that made it and never again. */
  activationCode: string | null;
}
