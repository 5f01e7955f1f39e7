import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { TestBed } from '@angular/core/testing';
import { IsISO8601 } from 'class-validator';
import { SessionStore } from '../session/session-store';
import type { FormQuestion } from './form-question';
import { QuestionDialog } from './question-dialog';

class Meeting {
  @IsISO8601({ strict: true, strictSeparator: true })
  at: string;
}

/** Half an hour off every other clock: no browser that runs these tests is set to it. */
const OFFICE = 'Asia/Kabul';

async function asked() {
  const sent: Meeting[] = [];
  const question: FormQuestion<unknown, Meeting> = {
    title: 'A meeting',
    contract: Meeting,
    start: { at: '2026-11-20T06:30:00.000Z' },
    fields: [{ name: 'at', kind: 'moment', label: 'When' }],
    send: (input) => Promise.resolve(sent.push(input)),
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: DIALOG_DATA, useValue: question },
      { provide: DialogRef, useValue: { close: () => undefined } },
      { provide: SessionStore, useValue: { timeZone: () => OFFICE } },
    ],
  });
  const fixture = TestBed.createComponent(QuestionDialog);
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;
  const clock = root.querySelector<HTMLInputElement>('app-clock-input input');
  const save = async () => {
    root.querySelector('form')?.dispatchEvent(new Event('submit'));
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  return { clock, save, sent };
}

describe('a moment that a dialog asks for', () => {
  it('is read on the clock of the office, whatever the browser is set to', async () => {
    const { clock, save, sent } = await asked();
    expect(clock?.value).toBe('11:00');
    await save();
    expect(sent).toEqual([{ at: '2026-11-20T06:30:00.000Z' }]);
  });

  it('is sent as the instant at which that clock shows it', async () => {
    const { clock, save, sent } = await asked();
    if (clock) clock.value = '14:45';
    clock?.dispatchEvent(new Event('change'));
    await save();
    expect(sent).toEqual([{ at: '2026-11-20T10:15:00.000Z' }]);
  });
});
