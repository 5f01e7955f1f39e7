import { Equals, IsBoolean, IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { contactChannel } from '@panah/domain/vocabulary/clients';
import { yesNoUnknown } from '@panah/domain/vocabulary/intake';
import { LANGUAGES } from '@panah/domain/vocabulary/languages';

/** Somebody whom a partner refers to us: as little as an enquiry needs. */
export class OwnReferralInput {
  @IsUUID()
  officeId: string;

  /** The name they want us to use. */
  @IsString()
  @Length(1, 160)
  name: string;

  @IsString()
  @Length(1, 1000)
  asked: string;

  @IsIn(LANGUAGES)
  language: string;

  @IsIn(yesNoUnknown.codes)
  immediateDanger: string;

  /** Whether it is safe to call or write back. */
  @IsBoolean()
  callbackSafe: boolean;

  @IsOptional()
  @IsIn(contactChannel.codes)
  contactChannel?: string | null;

  @IsOptional()
  @IsString()
  @Length(1, 160)
  contactValue?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  contactRule?: string | null;

  /** The person knows that we are told, and agrees. */
  @Equals(true)
  agreed: boolean;
}

export class OwnReferralView {
  id: string;
  /** The last six characters of the id: what both sides say on the telephone. */
  reference: string;
}

export class OfficeChoiceView {
  id: string;
  name: string;
}

/** Where a partner may refer somebody to. */
export class OfficeChoicesView {
  items: OfficeChoiceView[];
}
