import { inject, Injectable } from '@angular/core';
import type { AbstractControl } from '@angular/forms';
import type { CodeList } from '@panah/domain/vocabulary/code-list';
import { Dialogs } from '../dialog/dialogs';
import type { StaleField } from '../dialog/stale-dialog';
import { problemOf } from '../problem/problem';
import { readerLanguage } from '../reader/language';
import { listed } from '../text/listed';
import type { ContractForm } from './contract-form';

type Labels<T> = Partial<Record<keyof T & string, string>>;
/** How a field's value reads, where it is a code: both versions are shown in words for people. */
type Says<T> = { readonly [K in keyof T & string]?: (value: T[K]) => string };

/** Where the version of somebody else is read, what it is in the form's shape, and the words for it. */
export interface Meeting<T, V> {
  read: () => Promise<V | null>;
  shape: (now: V) => T;
  labels: Labels<T>;
  says?: Says<T>;
}

/** After a 412: shows both versions of each field that differs, and puts the reader's choice into the form. */
@Injectable({ providedIn: 'root' })
export class StaleEdits {
  private readonly dialogs = inject(Dialogs);

  /**
   * After a save that was refused: reads what stands now when somebody else was first, and settles. Resolves with it, to be saved over, or
   * with null when the reader went back, it is gone, or the refusal was another.
   */
  async meet<T extends object, V>(form: ContractForm<T>, { read, shape, labels, says }: Meeting<T, V>): Promise<V | null> {
    if (form.problem()?.status !== 412) return null;
    try {
      const now = await read();
      return now && (await this.settle(form, shape(now), labels, says)) ? now : null;
    } catch (thrown) {
      form.problem.set(problemOf(thrown));
      return null;
    }
  }

  /**
   * `saved` is what the server holds now, in the form's own shape; `labels` name the fields and `says` read their codes.
   * Only what both changed is asked; the rest is put together without a question. Resolves with true when nothing is open: save again,
   * with the new version.
   */
  async settle<T extends object>(form: ContractForm<T>, saved: T, labels: Labels<T>, says: Says<T> = {}): Promise<boolean> {
    const fields = differing(form, saved, labels, says);
    const taken = (Object.keys(labels) as (keyof T & string)[]).filter((name) => form.isTheirs(name, saved));
    const choice = fields.length ? await this.dialogs.stale({ fields }) : { mine: [] };
    if (!choice) return false;
    for (const name of Object.keys(saved) as (keyof T & string)[]) {
      const control: AbstractControl | null = form.group.get(name);
      if (form.whose(name, saved) !== 'mine' && !choice.mine.includes(name)) control?.setValue(saved[name] ?? null);
    }
    form.problem.set(null);
    form.together.set(taken.map((name) => labels[name] ?? name));
    return true;
  }
}

/** For `says`: a code of a list in the reader's words; one that the list does not know stays as it is. */
export const saysCode =
  (codes: CodeList<string>) =>
  (code?: string | null): string =>
    code && codes.has(code) ? codes.label(code, readerLanguage()) : (code ?? '');

function differing<T extends object>(form: ContractForm<T>, saved: T, labels: Labels<T>, says: Says<T>): readonly StaleField[] {
  const mine = form.value();
  const names = (Object.keys(labels) as (keyof T & string)[]).filter((name) => form.whose(name, saved) === 'ask');
  const told = names.map((name) => {
    const say = says[name] ?? words;
    return { name, label: labels[name] ?? name, mine: say(mine[name]), theirs: say(saved[name]) };
  });
  return told.filter((field) => field.mine !== field.theirs);
}

function words(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return listed(value.map(words));
  return typeof value === 'object' ? Object.values(value).map(words).filter(Boolean).join(' ') : `${value as string | number | boolean}`;
}
