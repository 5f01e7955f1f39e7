import { TestBed } from '@angular/core/testing';
import { hoursField, languagesField, nationalitiesField } from './own-fields';
import { FieldWords } from '../platform/form/field-words';

describe('both versions of an edit', () => {
  it('read as people say them, not as codes', () => {
    const words = TestBed.inject(FieldWords);
    const field = { name: 'x', label: 'X' };
    expect(words.say({ ...field, kind: 'said' }, { originalText: '۱۳۵۸', calendar: 'JALALI', basis: 'SELF' })).toBe(
      '۱۳۵۸, Solar Hijri (Jalali), Stated by the person',
    );
    expect(words.say(languagesField(field), [{ code: 'fa', speaks: true, reads: false }])).toBe('Persian, speaks');
    expect(words.say(nationalitiesField(field), [{ country: 'AL', status: 'NATIONAL' }])).toMatch(/^Albania, ./);
    expect(words.say({ ...field, kind: 'select', choices: [{ code: 'F', label: 'A woman' }] }, 'F')).toBe('A woman');
    expect(words.say({ ...field, kind: 'select', empty: 'Primary worker' }, '')).toBe('Primary worker');
    expect(words.say(hoursField(field), [{ days: [2, 4], from: '18:00', to: '20:00' }])).toBe('Tue, Thu 18:00–20:00');
    expect(words.say({ ...field, kind: 'day' }, '2026-03-21')).toBe('21 Mar 2026');
    expect(words.say({ ...field, kind: 'day' }, null)).toBe('');
  });
});
