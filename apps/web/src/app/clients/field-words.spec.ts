import { fieldWords } from './field-words';

describe('both versions of an edit', () => {
  it('read as people say them, not as codes', () => {
    const field = { name: 'x', label: 'X' };
    expect(fieldWords({ ...field, kind: 'said' }, { originalText: '۱۳۵۸', calendar: 'JALALI', basis: 'SELF' })).toBe(
      '۱۳۵۸, Solar Hijri (Jalali), Stated by the person',
    );
    expect(fieldWords({ ...field, kind: 'languages' }, [{ code: 'fa', speaks: true, reads: false }])).toBe('Persian, speaks');
    expect(fieldWords({ ...field, kind: 'nationalities' }, [{ country: 'AL', status: 'NATIONAL' }])).toMatch(/^Albania, ./);
    expect(fieldWords({ ...field, kind: 'select', choices: [{ code: 'F', label: 'A woman' }] }, 'F')).toBe('A woman');
    expect(fieldWords({ ...field, kind: 'hours' }, [{ days: [2, 4], from: '18:00', to: '20:00' }])).toBe('Tue, Thu 18:00–20:00');
    expect(fieldWords({ ...field, kind: 'day' }, null)).toBe('');
  });
});
