import { provideHttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { DateDisplay } from './date-display';
import { DateWords } from './date-words';

async function shown(language: string, value: string) {
  document.documentElement.lang = language;
  TestBed.configureTestingModule({ providers: [provideHttpClient()] });
  const fixture = TestBed.createComponent(DateDisplay);
  fixture.componentRef.setInput('value', value);
  await fixture.whenStable();
  return { fixture, button: () => (fixture.nativeElement as HTMLElement).querySelector('button') };
}

describe('a date on the page', () => {
  it('is Gregorian for an English reader, and Jalali after one click', async () => {
    const { fixture, button } = await shown('en', '2024-03-20');
    expect(button()?.textContent.trim()).toBe('20 Mar 2024');
    button()?.click();
    await fixture.whenStable();
    expect(button()?.textContent).toContain('Farvardin 1403');
  });

  it('is Jalali in Persian digits for a Persian reader, and Gregorian after one click', async () => {
    const { fixture, button } = await shown('fa', '2024-03-20');
    expect(button()?.textContent).toContain('۱۴۰۳');
    button()?.click();
    await fixture.whenStable();
    expect(button()?.textContent).toContain('۲۰۲۴');
  });

  it('is not there when nothing is known', async () => {
    document.documentElement.lang = 'en';
    TestBed.configureTestingModule({ providers: [provideHttpClient()] });
    const fixture = TestBed.createComponent(DateDisplay);
    fixture.componentRef.setInput('value', null);
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).querySelector('button')).toBeNull();
  });

  it('is told as a distance in whole days of the calendar, not in hours', () => {
    document.documentElement.lang = 'en';
    TestBed.configureTestingModule({ providers: [provideHttpClient()] });
    const words = TestBed.inject(DateWords);
    const lateEvening = new Date('2026-11-17T22:59:00');
    expect(words.sayDistance('2026-11-18', lateEvening)).toBe('tomorrow');
    expect(words.sayDistance('2026-11-20', lateEvening)).toBe('in 3 days');
    expect(words.sayDistance('2026-11-17', lateEvening)).toBe('today');
  });
});
