import { DestroyRef, DOCUMENT, inject, Injectable, signal } from '@angular/core';

/** One key and what it does on this screen. */
export interface Key {
  /** A capital letter, `/` or `?`. */
  key: string;
  label: string;
  run: () => void;
}

const TYPING = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]';
const DIALOG = '.cdk-overlay-container [role="dialog"], .cdk-overlay-container [role="menu"]';
const PERSIAN_QUESTION_MARK = '؟';

/** Single keys, only while no field has focus and nothing floats; they can be switched off. */
@Injectable({ providedIn: 'root' })
export class Keys {
  private readonly document = inject(DOCUMENT);
  private readonly known = signal<readonly Key[]>([]);
  /** The keys of this screen, in the order in which they were named. */
  readonly all = this.known.asReadonly();
  readonly on = signal(localStorage.getItem('keys') !== 'off');

  constructor() {
    this.document.addEventListener('keydown', (event) => this.pressed(event));
  }

  /** Gives a key a meaning for as long as the caller lives; call it in a constructor. What is named last wins. */
  add(key: string, label: string, run: () => void): void {
    const entry: Key = { key, label, run };
    this.known.update((keys) => [...keys.filter((each) => each.key !== key || each.run === run), entry]);
    inject(DestroyRef).onDestroy(() => this.known.update((keys) => keys.filter((each) => each !== entry)));
  }

  switch(on: boolean): void {
    if (on) localStorage.removeItem('keys');
    else localStorage.setItem('keys', 'off');
    this.on.set(on);
  }

  private pressed(event: KeyboardEvent): void {
    if (!this.on() || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest(TYPING) || this.document.querySelector(DIALOG)) return;
    const entry = this.known().find((each) => each.key === pressedKey(event));
    if (!entry) return;
    event.preventDefault();
    entry.run();
  }
}

/** On a Persian keyboard the key of N writes another letter: then its place counts. */
function pressedKey(event: KeyboardEvent): string {
  if (event.key === PERSIAN_QUESTION_MARK) return '?';
  if (/^[a-z/?]$/i.test(event.key)) return event.key.toUpperCase();
  if (event.code === 'Slash') return event.shiftKey ? '?' : '/';
  return event.code.replace(/^Key/, '');
}
