import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, input } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { FormControl } from '@angular/forms';
import { IsBoolean, IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { Dialogs } from '../dialog/dialogs';
import { Problem } from '../problem/problem';
import { controlValue } from './control-value';
import type { FormQuestion } from './form-question';
import { QuestionDialog } from './question-dialog';

class Visit {
  @IsString()
  @Length(1, 40)
  place: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  words?: string;

  @IsIn(['CALM', 'NOT_CALM'])
  mood: string;

  @IsBoolean()
  agreed: boolean;
}

@Component({ selector: 'app-shout', template: `<button type="button" (click)="control().setValue('LOUD')">{{ value() }}</button>` })
class Shout {
  readonly control = input.required<FormControl<string | null>>();
  protected readonly value = controlValue(this.control);
}

const dialog = { close: jest.fn(), disableClose: false };
const question = (more: Partial<FormQuestion<unknown, Visit>> = {}): FormQuestion<unknown, Visit> => ({
  title: 'A visit',
  contract: Visit,
  start: { place: 'the office' },
  fields: [
    { name: 'place', kind: 'text', label: 'Where' },
    { name: 'words', kind: 'area', label: 'Words', optional: true },
    {
      name: 'mood',
      kind: 'select',
      label: 'Mood',
      choices: [
        { code: 'CALM', label: 'calm' },
        { code: 'NOT_CALM', label: 'not calm' },
      ],
    },
    { name: 'agreed', kind: 'check', label: 'They agreed' },
  ],
  send: () => Promise.resolve('done'),
  ...more,
});

function drawn(asked: FormQuestion<unknown, Visit>): ComponentFixture<QuestionDialog> {
  TestBed.configureTestingModule({
    providers: [
      { provide: DIALOG_DATA, useValue: asked },
      { provide: DialogRef, useValue: dialog },
    ],
  });
  const fixture = TestBed.createComponent(QuestionDialog);
  fixture.detectChanges();
  return fixture;
}

const element = <E extends HTMLElement>(fixture: ComponentFixture<unknown>, css: string): E => {
  const found = (fixture.nativeElement as HTMLElement).querySelector<E>(css);
  if (!found) throw new Error(`Nothing is drawn as ${css}`);
  return found;
};

async function typed(fixture: ComponentFixture<unknown>, css: string, text: string): Promise<void> {
  const box = element<HTMLInputElement>(fixture, css);
  box.value = text;
  box.dispatchEvent(new Event(box.tagName === 'SELECT' ? 'change' : 'input'));
  await fixture.whenStable();
}

async function saved(fixture: ComponentFixture<unknown>): Promise<void> {
  element<HTMLFormElement>(fixture, 'form').dispatchEvent(new Event('submit'));
  await fixture.whenStable();
}

describe('a question over a contract', () => {
  beforeEach(() => {
    dialog.close.mockReset();
    dialog.disableClose = false;
  });

  it('is drawn with its title, its fields and how long a text may be; what is grave is drawn as such', async () => {
    const fixture = drawn(question({ act: 'End it', danger: true }));
    await fixture.whenStable();
    expect(element(fixture, 'h2').textContent).toContain('A visit');
    expect(element<HTMLInputElement>(fixture, 'input.input').value).toBe('the office');
    expect(element(fixture, 'input.input').getAttribute('maxlength')).toBe('40');
    expect(element(fixture, 'select').textContent).toContain('Choose');
    expect(element(fixture, '.choice').textContent.trim()).toBe('They agreed');
    expect(element(fixture, 'button.danger').textContent.trim()).toBe('End it');
  });

  it('does not close by itself over unsaved words', async () => {
    const fixture = drawn(question());
    await fixture.whenStable();
    expect(dialog.disableClose).toBe(false);
    await typed(fixture, 'textarea', 'a word');
    expect(dialog.disableClose).toBe(true);
  });

  it('says what is missing and sends nothing; with it, it sends and closes with the answer', async () => {
    const send = jest.fn(() => Promise.resolve('done'));
    const fixture = drawn(question({ send }));
    await saved(fixture);
    expect(send).not.toHaveBeenCalled();
    expect(element(fixture, '.error').textContent).toContain('Take one of the choices.');
    await typed(fixture, 'select', 'CALM');
    await saved(fixture);
    expect(send).toHaveBeenCalledWith({ place: 'the office', words: undefined, mood: 'CALM', agreed: false }, expect.anything(), 0);
    expect(dialog.close).toHaveBeenCalledWith('done');
  });

  it('does not send what was left empty, where that stays as it was', async () => {
    const send = jest.fn(() => Promise.resolve('done'));
    const fixture = drawn(question({ send, onlyGiven: true, start: { place: 'the office', words: 'old', mood: 'CALM' } }));
    await typed(fixture, 'textarea', '');
    await saved(fixture);
    expect(send).toHaveBeenCalledWith({ place: 'the office', mood: 'CALM', agreed: false }, expect.anything(), 0);
  });

  it('shows a refusal beside its field and keeps the words', async () => {
    const problem = new Problem(422, 'not-there', null, {}, { place: ['gone'] });
    const texts = { place: { gone: 'Nobody is there any more.' } };
    const fixture = drawn(question({ texts, start: { mood: 'CALM', place: 'the old office' }, send: () => Promise.reject(problem) }));
    await saved(fixture);
    expect(element(fixture, '.error').textContent).toContain('Nobody is there any more.');
    expect(element<HTMLInputElement>(fixture, 'input.input').value).toBe('the old office');
    expect(dialog.close).not.toHaveBeenCalled();
  });

  it('puts both versions together where somebody else saved first, and saves over theirs', async () => {
    const stale = new Problem(412, 'stale-edit');
    const send = jest.fn<Promise<string>, [Visit, unknown, number]>().mockRejectedValueOnce(stale).mockResolvedValueOnce('done');
    const start = { place: 'the office', words: 'old', mood: 'CALM' };
    const meanwhile = () => Promise.resolve({ start: { ...start, place: 'the station', mood: 'NOT_CALM' }, version: 8 });
    const fixture = drawn(question({ start, version: 7, send, meanwhile }));
    const asked = jest.spyOn(TestBed.inject(Dialogs), 'stale').mockResolvedValue({ mine: ['place'] });
    await typed(fixture, 'input.input', 'the market');
    await saved(fixture);
    expect(asked).toHaveBeenCalledWith({ fields: [{ name: 'place', label: 'Where', mine: 'the market', theirs: 'the station' }] });
    expect(element(fixture, '[role="status"]').textContent).toContain('Mood');
    await saved(fixture);
    expect(send).toHaveBeenLastCalledWith({ place: 'the market', words: 'old', mood: 'NOT_CALM', agreed: false }, expect.anything(), 8);
    expect(dialog.close).toHaveBeenCalledWith('done');
  });

  it('draws a field of one room by the component that the room gives', async () => {
    const send = jest.fn(() => Promise.resolve('done'));
    const fixture = drawn(question({ send, fields: [{ name: 'mood', kind: 'own', component: Shout, label: 'Mood' }] }));
    element(fixture, 'app-shout button').click();
    await fixture.whenStable();
    expect(element(fixture, 'app-shout').textContent).toContain('LOUD');
    expect(dialog.disableClose).toBe(true);
  });
});
