import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { computed, effect, inject, type Signal, untracked } from '@angular/core';
import { Api, type Intent } from '../http/api';
import type { ContractForm } from './contract-form';
import { type Meeting, StaleEdits } from './stale-edits';

/** The record that a form writes. */
interface RecordOf<Input extends object, View> extends Omit<Meeting<Input, View>, 'read'> {
  form: ContractForm<Input>;
  /** Where it is read; undefined for a new one. */
  path: () => string | undefined;
  /** Creates it, or saves it over the version that was read. */
  send: (value: Input, intent: Intent, version: number) => Promise<View>;
}

interface RecordForm<View> {
  readonly saved: HttpResourceRef<View | undefined>;
  /** There is nothing to read, or it was read. */
  readonly ready: Signal<boolean>;
  /** Resolves with what was saved, or with null: a rule is broken, the server refused, or both versions now stand in the form. */
  save(): Promise<View | null>;
}

/** The form of one record, new or standing: begins with what is saved, saves it, and meets whoever was faster. Needs an injection context. */
export function recordForm<Input extends object, View extends { version: number }>(record: RecordOf<Input, View>): RecordForm<View> {
  const { form, path, shape, send } = record;
  const [api, stale] = [inject(Api), inject(StaleEdits)];
  const saved = httpResource<View>(path);
  let version = 0;
  effect(() => {
    if (!saved.hasValue()) return;
    const view = saved.value();
    version = view.version;
    untracked(() => form.reset(shape(view)));
  });
  const save = async (): Promise<View | null> => {
    const view = await form.save((value, intent) => send(value, intent, version));
    if (view) return view;
    const theirs = await stale.meet(form, { ...record, read: () => api.read<View>(path() ?? '') });
    version = theirs?.version ?? version;
    return null;
  };
  return { saved, ready: computed(() => !path() || saved.hasValue()), save };
}
