import { inject, signal, type Signal } from '@angular/core';
import { NgControl } from '@angular/forms';

/** How a control of ours speaks with the form in which it stands. */
export interface FormLink<Value> {
  readonly disabled: Signal<boolean>;
  tell(value: Value): void;
  left(): void;
}

/** A control that holds its value as it is: `value` is what stands there, and `say` changes it and tells the form. */
export interface HeldValue<Value> extends FormLink<Value> {
  readonly value: Signal<Value>;
  say(value: Value): void;
}

/** Takes the calling control into its form; `show` is given what the form holds, null for nothing. Needs an injection context. */
export function formLink<Value>(show: (value: Value | null) => void): FormLink<Value> {
  const disabled = signal(false);
  let tell: (value: Value) => void = () => undefined;
  let left: () => void = () => undefined;
  const control = inject(NgControl, { self: true, optional: true });
  if (control)
    control.valueAccessor = {
      writeValue: show,
      registerOnChange: (listener: typeof tell) => (tell = listener),
      registerOnTouched: (listener: typeof left) => (left = listener),
      setDisabledState: (isDisabled) => disabled.set(isDisabled),
    };
  return { disabled: disabled.asReadonly(), tell: (value) => tell(value), left: () => left() };
}

/** The same for a control that shows its value as it is; `empty` stands for nothing. Needs an injection context. */
export function heldValue<Value>(empty: Value): HeldValue<Value> {
  const value = signal(empty);
  const link = formLink<Value>((given) => value.set(given ?? empty));
  const say = (said: Value) => {
    value.set(said);
    link.tell(said);
  };
  return { ...link, value: value.asReadonly(), say };
}
