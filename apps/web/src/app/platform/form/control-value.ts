import { computed, type Signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { FormControl } from '@angular/forms';
import { switchMap } from 'rxjs';

/** What a control given from outside holds now, as a signal. Needs an injection context. */
export function controlValue<T>(control: Signal<FormControl<T>>): Signal<T> {
  const changed = toSignal(toObservable(control).pipe(switchMap((each) => each.valueChanges)));
  return computed(() => {
    changed();
    return control().value;
  });
}
