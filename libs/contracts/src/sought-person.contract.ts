import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn, IsOptional, IsString, Length, MaxLength, ValidateNested } from 'class-validator';
import { sexRecorded } from '@panah/domain/vocabulary/clients';
import { PartialDateInput } from './partial-date.contract';

/** Somebody who is looked for, as whoever looks for them tells. */
export class SoughtPersonInput {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(4)
  @IsString({ each: true })
  @Length(1, 160, { each: true })
  names: string[];

  @IsOptional()
  @IsIn(sexRecorded.codes)
  sex?: string | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => PartialDateInput)
  birth?: PartialDateInput | null;

  @IsOptional()
  @IsString()
  @MaxLength(160)
  fatherName?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(160)
  birthPlace?: string | null;
}
