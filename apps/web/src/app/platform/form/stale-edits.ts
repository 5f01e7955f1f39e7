import { inject, Injectable } from '@angular/core';
import type { AbstractControl } from '@angular/forms';
import { Dialogs } from '../dialog/dialogs';
import type { StaleField } from '../dialog/stale-dialog';
import type { ContractForm } from './contract-form';

type Labels<T> = Partial<Record<keyof T & string, string>>;

/** After a 412: shows both versions of each field that differs, and puts the reader's choice into the form. */
@Injectable({ providedIn: 'root' })
export class StaleEdits {
  private readonly dialogs = inject(Dialogs);

  /**
   * `saved` is what the server holds now, in the form's own shape; `labels` name the fields.
   * Resolves with true when the reader chose: save again, with the new version.
   */
  async settle<T extends object>(form: ContractForm<T>, saved: T, labels: Labels<T>): Promise<boolean> {
    const fields = differing(form.value(), saved, labels);
    const choice = fields.length ? await this.dialogs.stale({ fields }) : { mine: [] };
    if (!choice) return false;
    for (const { name } of fields.filter((field) => !choice.mine.includes(field.name))) {
      const control: AbstractControl | null = form.group.get(name);
      control?.setValue((saved as Record<string, unknown>)[name]);
    }
    form.problem.set(null);
    return true;
  }
}

function differing<T extends object>(mine: T, saved: T, labels: Labels<T>): readonly StaleField[] {
  const [ours, theirs] = [mine, saved] as Record<string, unknown>[];
  const names = Object.keys(labels) as (keyof T & string)[];
  const told = names.map((name) => ({ name, label: labels[name] ?? name, mine: words(ours?.[name]), theirs: words(theirs?.[name]) }));
  return told.filter((field) => field.mine !== field.theirs);
}

function words(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(words).join(', ');
  return typeof value === 'object' ? Object.values(value).map(words).filter(Boolean).join(' ') : String(value);
}
