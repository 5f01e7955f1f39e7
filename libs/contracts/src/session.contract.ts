import { IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';

/** Six digits from an authenticator, or one recovery code. */
const SECOND_FACTOR = /^(\d{6}|[0-9A-Za-z]{4}-?[0-9A-Za-z]{4}-?[0-9A-Za-z]{4})$/;

export class SignIn {
  /** The name one signs in with: a mail address or a short name, in any case. */
  @IsString()
  @Length(1, 254)
  login: string;

  @IsString()
  @Length(1, 256)
  password: string;

  /** The second factor; sent when the first answer asked for it. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  @Matches(SECOND_FACTOR)
  code?: string;
}

/** Either the password or the second factor: reopens a locked session, or makes a session fresh for five minutes. */
export class ProveItIsYou {
  @IsOptional()
  @IsString()
  @Length(1, 256)
  password?: string;

  @IsOptional()
  @IsString()
  @Matches(SECOND_FACTOR)
  code?: string;
}

export class OfficeOfUser {
  id: string;
  name: string;
  /** IANA name, for example `Europe/Tirane`. */
  timeZone: string;
}

export class SignedInUser {
  id: string;
  displayName: string;
  roles: string[];
  duties: string[];
  offices: OfficeOfUser[];
  language: string;
}

export class TermInTwoLanguages {
  en: string;
  fa: string;
}

export class SessionView {
  state: 'ANONYMOUS' | 'LOCKED' | 'OPEN';
  demo: boolean;
  officeName: string;
  termGroup: TermInTwoLanguages;
  needsFirstAccount: boolean;
  user: SignedInUser | null;
  /** The words of the access table that this user has with any reach; the web app shows what they open and nothing else. */
  words: string[];
  /** Until when acts that need a recent sign-in are open, or null. */
  freshUntil: string | null;
  /** When the session ends whatever happens. */
  endsAt: string | null;
  locksAfterSeconds: number;
}

export class OwnSessionView {
  id: string;
  startedAt: string;
  lastSeenAt: string;
  endedAt: string | null;
  endReason: string | null;
  current: boolean;
}

export class OwnSessionsView {
  items: OwnSessionView[];
}
