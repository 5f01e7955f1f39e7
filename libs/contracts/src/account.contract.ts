import { IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { OfficeInput, HeldRoleView } from './staff.contract';

/** As people copy it: any case, with or without dashes and blanks. */
const ONE_TIME_CODE = /^[0-9A-Za-z][0-9A-Za-z\s-]{10,30}$/;

/** A one-time code, asked for the first time: what stands behind it? */
export class ActivationCode {
  @Matches(ONE_TIME_CODE)
  code: string;
}

export class Activation extends ActivationCode {
  /** At least 15 characters. */
  @IsString()
  @Length(1, 256)
  password: string;

  /** Six digits from the authenticator that has just been set up. */
  @Matches(/^\d{6}$/)
  secondFactor: string;

  /** R-AC-14: NONE, or DECLARED for a tie to the group or to a state. Asked once; may be left open. */
  @IsOptional()
  @IsIn(['NONE', 'DECLARED'])
  tie?: string;
}

/** The first office and the first person of an empty house. `code` stands on the server's console. */
export class FirstAccount extends OfficeInput {
  @Matches(ONE_TIME_CODE)
  code: string;

  @IsString()
  @Length(2, 120)
  organisation: string;

  @IsString()
  @Length(2, 120)
  displayName: string;

  @IsString()
  @Length(3, 254)
  @Matches(/^\S+$/)
  login: string;

  @IsIn(['en', 'fa'])
  language: string;
}

/** A QR code as the server drew it: one text per row, `1` is dark. */
export class QrView {
  size: number;
  rows: string[];
}

export class ActivationView {
  /** FIRST, INVITED or RESET. */
  kind: string;
  displayName: string;
  login: string;
  language: string;
  /** Whether the question about a tie is still open. */
  asksTie: boolean;
  /** For typing it in by hand; a new one each time this is asked. */
  secret: string;
  qr: QrView;
}

export class ActivatedView {
  id: string;
  /** ACTIVE, or ACTIVATED: a second person has to confirm. */
  state: string;
  /** COORDINATOR or AUDITOR, who confirms; null when nobody has to. */
  waitsFor: string | null;
  /** What that person types. */
  digits: string | null;
  /** Shown once. */
  recoveryCodes: string[];
}

export class FirstAccountView {
  /** The account waits to be activated with the same code. */
  login: string;
}

export class AccountView {
  displayName: string;
  login: string;
  language: string;
  tie: string;
  roles: HeldRoleView[];
  recoveryCodesLeft: number;
  waitsFor: string | null;
  /** What the second person types, while something waits. */
  digits: string | null;
}

export class LanguageInput {
  @IsIn(['en', 'fa'])
  language: string;
}

export class PasswordInput {
  @IsString()
  @Length(1, 256)
  newPassword: string;
}

export class RecoveryCodesView {
  codes: string[];
}

/** Words about a tie are sealed; the answer itself is a code. */
export class TieAnswer {
  @IsIn(['NONE', 'DECLARED'])
  answer: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  words?: string;
}
