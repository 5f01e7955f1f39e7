import { IsBoolean, IsISO8601, IsIn, IsOptional, IsString, IsUrl, Length, Matches, MaxLength } from 'class-validator';
import { INSTANT } from './instant';

/** Evidence as words: what it is, where it was, when it was taken. */
export class EvidenceInput {
  @IsString()
  @Length(2, 1000)
  what: string;

  @Matches(INSTANT)
  @IsISO8601({ strict: true, strictSeparator: true })
  capturedAt: string;

  @IsOptional()
  @IsUrl({ require_protocol: true, protocols: ['http', 'https'] })
  @MaxLength(2000)
  url?: string;

  /** SHA-256 in hexadecimal, when it was reckoned. */
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/)
  sha256?: string;
}

/** Told beside the bytes of a file that proves something. */
export class EvidenceFileInput {
  @IsString()
  @Length(2, 1000)
  what: string;

  @Matches(INSTANT)
  @IsISO8601({ strict: true, strictSeparator: true })
  capturedAt: string;

  @IsOptional()
  @IsUrl({ require_protocol: true, protocols: ['http', 'https'] })
  @MaxLength(2000)
  url?: string;

  /** Only its ending is looked at; the name itself is not kept. */
  @IsString()
  @MaxLength(255)
  fileName: string;

  /** Keeps the file as it came beside the cleaned one, with all that it tells. */
  @IsOptional()
  @IsBoolean()
  keepAsItCame?: boolean;
}

export class EvidenceFileQuery {
  /** `seen`: the warning that nobody has scanned this file was read. */
  @IsOptional()
  @IsIn(['seen'])
  warning?: string;
}

/** Why a piece of evidence is taken off the list. It is kept. */
export class EvidenceRemovalInput {
  @IsString()
  @Length(3, 1000)
  why: string;
}
