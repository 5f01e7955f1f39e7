import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { type CalendarCode } from '@panah/domain/dates/calendar-days';
import { type DateBasis, type DatePrecision, type PartialDate, parsePartialDate } from '@panah/domain/dates/partial-date';
import { type DateQualifier } from '@panah/domain/dates/typed-date';
import { RuleBroken } from '@panah/domain/process/process';
import { calendar, dateBasis } from '@panah/domain/vocabulary/clients';

/** A date as somebody said it: "1362", "مهر ۱۳۶۲", "about 1958", "196X" (Annex B). */
export class PartialDateInput {
  @IsString()
  @Length(1, 60)
  originalText: string;

  @IsOptional()
  @IsIn(calendar.codes)
  calendar?: CalendarCode;

  @IsOptional()
  @IsIn(dateBasis.codes)
  basis?: DateBasis;
}

export class PartialDateView {
  calendar: CalendarCode;
  originalText: string;
  year: number | null;
  month: number | null;
  day: number | null;
  precision: DatePrecision;
  qualifier: DateQualifier;
  basis: DateBasis;
  from: string | null;
  to: string | null;
  edtf: string;
}

/**
 * The date that was meant; null when none was given.
 * @param today `YYYY-MM-DD`; no date may begin after it
 * @throws RuleBroken with the rule beside `field`
 */
export function partialDateOf(field: string, input: PartialDateInput | null | undefined, today: string): PartialDate | null {
  if (!input) return null;
  try {
    return parsePartialDate(input.originalText, { calendar: input.calendar, basis: input.basis, today });
  } catch (error) {
    if (error instanceof RuleBroken) throw new RuleBroken(error.code, error.facts, { [field]: [error.code] });
    throw error;
  }
}

/** As `partialDateOf`, for what may lie ahead: the day a document expires. */
export const futureDateOf = (field: string, input: PartialDateInput | null | undefined): PartialDate | null =>
  partialDateOf(field, input, '2199-12-31');
