import { inject, Injectable } from '@angular/core';
import type { PartialDateInput } from '@panah/contracts/partial-date.contract';
import { calendar, dateBasis } from '@panah/domain/vocabulary/clients';
import { DateWords } from '../dates/date-words';
import { listed } from '../text/listed';
import type { FieldKind, QuestionField, UsualField } from './form-question';
import { saysCode } from './stale-edits';

type Say = (value: never, field: UsualField) => string;

/** How a field's value reads, where two versions of an edit stand side by side: as people say it, not as codes. */
@Injectable({ providedIn: 'root' })
export class FieldWords {
  private readonly days = inject(DateWords);
  private readonly says: Partial<Record<FieldKind, Say>> = {
    select: chosen,
    choice: chosen,
    checks: chosen,
    check: yesOrNo,
    'yes-no': yesOrNo,
    list: listed,
    lines: listed,
    day: (iso: string) => this.days.say(iso, 'day'),
    moment: (iso: string) => this.days.say(iso, 'dayTime'),
    said: ({ originalText, calendar: kind, basis }: PartialDateInput) =>
      listed([originalText, saysCode(calendar)(kind), saysCode(dateBasis)(basis)]),
  };

  say(field: QuestionField, value: unknown): string {
    if (field.kind !== 'own' && field.kind === 'select' && !value) return field.empty ?? '';
    if (value === null || value === undefined || value === '') return '';
    const say = field.kind === 'own' ? field.says : this.says[field.kind];
    return say ? (say as (value: unknown, field: QuestionField) => string)(value, field) : `${value as string}`;
  }
}

const chosen: Say = (value: string | string[], { choices }) =>
  listed([value].flat().map((code) => choices?.find((choice) => choice.code === code)?.label ?? code));

const yesOrNo: Say = (value: boolean) => (value ? $localize`:@@platform.yes:Yes` : $localize`:@@platform.no:No`);
