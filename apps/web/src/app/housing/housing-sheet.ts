import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, type Type } from '@angular/core';
import { type FormControl, ReactiveFormsModule } from '@angular/forms';
import { DateInput } from '../platform/dates/date-input';
import { Choices, type Choice } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import type { Intent } from '../platform/http/api';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { HOUSING_FIELDS } from './housing.texts';

/** One question: which field of the contract, in which words, by which control. */
export interface HousingField {
  name: string;
  label: string;
  kind: 'text' | 'area' | 'select' | 'check' | 'checks' | 'day' | 'number' | 'list';
  choices?: readonly Choice[];
  optional?: boolean;
  hint?: string;
  most?: number;
}

/** A step of housing as a form over its contract. */
export interface HousingQuestion<View> {
  title: string;
  text?: string;
  contract: Type<object>;
  start: object;
  fields: readonly HousingField[];
  act: string;
  danger?: boolean;
  send: (value: object, intent: Intent) => Promise<View>;
}

/** Draws one step, takes it, and closes with what came of it. A refusal leaves it open, with the words kept. */
@Component({
  selector: 'app-housing-sheet',
  imports: [Choices, DateInput, Field, FieldControl, FormElement, ProblemNotice, ReactiveFormsModule],
  templateUrl: './housing-sheet.html',
})
export class HousingSheet {
  protected readonly sheet = inject<HousingQuestion<unknown>>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<unknown>>(DialogRef);
  protected readonly form = new ContractForm<Record<string, unknown>>(
    this.sheet.contract as never,
    { ...this.sheet.start },
    { texts: HOUSING_FIELDS },
  );

  protected control(name: string): FormControl {
    return this.form.control(name);
  }

  protected joined(name: string): string {
    const value: unknown = this.control(name).value;
    return Array.isArray(value) ? value.join(', ') : '';
  }

  /** Several, parted by commas of either script. */
  protected split(name: string, event: Event): void {
    const { value } = event.target as HTMLInputElement;
    const parts = value.split(/[,،;؛]/).map((part) => part.trim());
    this.control(name).setValue(parts.filter(Boolean));
    this.control(name).markAsDirty();
  }

  protected async save(): Promise<void> {
    const saved = await this.form.save((value, intent) => this.sheet.send(value, intent));
    if (saved) this.dialog.close(saved);
  }
}
