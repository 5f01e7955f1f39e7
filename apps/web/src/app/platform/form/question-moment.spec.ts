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

async function asked(at = '2026-11-20T06:30:00.000Z') {
  const sent: Meeting[] = [];
  const question: FormQuestion<unknown, Meeting> = {
    title: 'A meeting',
    contract: Meeting,
    start: { at },
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
  const day = root.querySelector<HTMLInputElement>('app-date-input input');
  const calendar = root.querySelector<HTMLElement>('app-date-input button');
  const said = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    return root.querySelector('.error')?.textContent.trim() ?? '';
  };
  document.body.append(root);
  return { root, day, calendar, clock, save, said, sent };
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

  it('says that it is needed when day and time were left, not on the way from one to the other', async () => {
    const { root, day, calendar, clock, said } = await asked('');
    for (const part of [day, calendar, clock, day, clock]) {
      part?.focus();
      expect([document.activeElement === part, await said()]).toEqual([true, '']);
    }
    [...root.querySelectorAll('button')].at(-1)?.focus();
    expect(await said()).toContain('needed');
  });

  it('says so at once where it is to be saved', async () => {
    const { day, save, said, sent } = await asked('');
    day?.focus();
    await save();
    expect([await said(), sent]).toEqual([expect.stringContaining('needed'), []]);
  });
});
