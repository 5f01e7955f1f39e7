import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, type Type } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { DateInput } from '../platform/dates/date-input';
import { type Choice, Choices } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import type { Intent } from '../platform/http/api';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { COUNSELLING_TEXTS } from './counselling.texts';

/** One question of a dialog. */
export interface Ask {
  name: string;
  label: string;
  kind: 'line' | 'words' | 'one' | 'many' | 'list' | 'yes' | 'day' | 'moment' | 'number' | 'lines';
  choices?: readonly Choice[];
  hint?: string;
  optional?: true;
  start?: unknown;
}

export interface AskData<Answer> {
  title: string;
  text?: string;
  act: string;
  contract: Type<object>;
  asks: readonly Ask[];
  send: (input: object, intent: Intent) => Promise<Answer>;
}

type Given = Record<string, unknown>;
const EMPTY: Readonly<Record<Ask['kind'], unknown>> = {
  line: '',
  words: '',
  one: null,
  many: [],
  list: '',
  yes: false,
  day: null,
  moment: '',
  number: null,
  lines: [],
};

/** Asks what a step of counselling needs, one field below the other, and closes with the server's answer. */
@Component({
  selector: 'app-counselling-ask',
  imports: [Choices, DateInput, Field, FieldControl, FormElement, ProblemNotice, ReactiveFormsModule],
  templateUrl: './ask-dialog.html',
})
export class AskDialog {
  protected readonly data = inject<AskData<unknown>>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<unknown>>(DialogRef);
  protected readonly form = new ContractForm<Given>(
    this.data.contract as Type<Given>,
    Object.fromEntries(this.data.asks.map(({ name, kind, start }) => [name, start ?? EMPTY[kind]])),
    { texts: COUNSELLING_TEXTS },
  );

  protected tick(name: string, on: boolean): void {
    this.form.control(name).setValue(on);
  }

  /** One line of a text each. */
  protected lines(name: string, text: string): void {
    this.form.control(name).setValue(
      text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    );
  }

  protected async take(): Promise<void> {
    const saved = await this.form.save((value, intent) => this.data.send(this.said(value), intent));
    if (saved) this.dialog.close(saved);
  }

  /** What was left empty is not sent; a moment is sent as an instant. */
  private said(value: Given): Given {
    const kindOf = new Map(this.data.asks.map(({ name, kind }) => [name, kind]));
    const filled = Object.entries(value).filter(
      ([name, each]) =>
        each !== null && each !== undefined && each !== '' && !(kindOf.get(name) === 'lines' && (each as string[]).length === 0),
    );
    return Object.fromEntries(
      filled.map(([name, each]) => {
        if (kindOf.get(name) === 'moment') return [name, new Date(String(each)).toISOString()];
        return [name, kindOf.get(name) === 'number' ? Number(each) : each];
      }),
    );
  }
}

/** Now, as a field of day and time shows it. */
export const nowHere = (): string => {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};
