import { computed, signal, type Type } from '@angular/core';
import { FormControl, FormGroup } from '@angular/forms';
import { Intent } from '../http/api';
import { Problem, problemOf } from '../problem/problem';
import { type Bounds, boundsOf, brokenRules, type BrokenRules } from './contract-rules';

export interface ContractFormOptions {
  /** The form's own words for a rule, by field and rule: `{ title: { isNotEmpty: $localize`…` } }`. */
  texts?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Properties that are contracts themselves, with a control for each of theirs: of `asking` there are `asking.names`, `asking.phone` … */
  parts?: readonly string[];
}

/** Between a part and the name in it, in the keys of the group: Angular takes a dot for a path. */
const PART = ':';
type Flat = Readonly<Record<string, unknown>>;
type Controls<T> = { [K in keyof T]-?: FormControl<T[K]> };

/**
 * A form over a contract class: one control for each property of the start value, judged in the browser by the same decorators
 * as on the server.
 */
export class ContractForm<T extends object> {
  readonly group: FormGroup<Controls<T>>;
  /** What the server refused last; shown above the actions. */
  readonly problem = signal<Problem | null>(null);
  readonly saving = signal(false);
  readonly dirty = signal(false);
  /** After both versions were put together: the labels of the fields that somebody else changed alone. */
  readonly together = signal<readonly string[] | null>(null);
  /** Fields whose broken rule is shown: those that were left, and all after the first try to save. */
  private readonly shown = signal<ReadonlySet<string>>(new Set());
  private readonly broken = signal<BrokenRules>({});
  private readonly refused = signal<Readonly<Record<string, readonly string[]>>>({});
  private intent = new Intent();
  private start: Flat;

  readonly brokenCount = computed(
    () => Object.keys(this.broken()).filter((name) => this.shown().has(name)).length + Object.keys(this.refused()).length,
  );

  constructor(
    private readonly contract: Type<T>,
    start: T,
    private readonly options: ContractFormOptions = {},
  ) {
    this.start = this.flat(start);
    const controls = Object.entries(this.start).map(([name, value]) => [name, new FormControl(value)]);
    this.group = new FormGroup(Object.fromEntries(controls) as Controls<T>);
    this.group.valueChanges.subscribe(() => this.changed());
    this.judge();
  }

  /** The control of one field, for `[formControl]`. */
  control<K extends keyof T & string>(name: K): FormControl<T[K]> {
    return this.group.controls[name.replace('.', PART) as K] as FormControl<T[K]>;
  }

  /** Somebody else changed this field meanwhile, and the reader did not. */
  isTheirs(name: keyof T, saved: T): boolean {
    return this.whose(name, saved) === 'theirs' && plain(this.value()[name]) !== plain(saved[name]);
  }

  /** What would be sent. Text is trimmed; an empty text is left out, or null where something stood. */
  value(): T {
    const raw = Object.entries(this.group.getRawValue() as Flat).map(([name, value]) => [name, tidied(value, this.start[name])] as const);
    const parts = (this.options.parts ?? []).map((part) => [part, innerOf(raw, part + PART)] as const);
    return Object.fromEntries([...raw.filter(([name]) => !name.includes(PART)), ...parts]) as T;
  }

  /** When `saved` was saved by somebody else meanwhile: whose version of a field stands, or `ask` when both changed it. */
  whose(name: keyof T, saved: T): 'mine' | 'theirs' | 'ask' {
    const [start, mine, theirs] = [this.start as Partial<T>, this.value(), saved].map((each) => plain(each[name]));
    if (mine === start || mine === theirs) return 'theirs';
    return theirs === start ? 'mine' : 'ask';
  }

  /** The rule a field breaks and the words this form has for it, or null while it is not to be shown. */
  brokenRule(name: string): BrokenRules[string] | null {
    return this.shown().has(name) ? (this.broken()[name] ?? null) : null;
  }

  /** Rules that only the server can judge, by field. */
  refusedRules(name: string): readonly string[] {
    return this.refused()[name] ?? [];
  }

  /** How long a text, or how large a number, the contract lets a field be. */
  bounds(name: string): Bounds {
    return boundsOf(this.contract, name);
  }

  ownTexts(name: string): Readonly<Record<string, string>> {
    return this.options.texts?.[name] ?? {};
  }

  /** A field was left: from now on its broken rule is shown. */
  touched(name: string): void {
    this.shown.update((shown) => new Set([...shown, name]));
  }

  /** Starts again from a saved value. */
  reset(start: T): void {
    this.start = this.flat(start);
    this.group.reset(this.start as never, { emitEvent: false });
    this.shown.set(new Set());
    this.refused.set({});
    this.problem.set(null);
    this.together.set(null);
    this.dirty.set(false);
    this.intent = new Intent();
    this.judge();
  }

  /**
   * Judges everything, then sends. Resolves with the answer, or null when a rule is broken or the server refused (then `problem` is set).
   * The same intent is sent again until it succeeds: a repeat after a lost answer happens once.
   */
  async save<R>(send: (value: T, intent: Intent) => Promise<R>): Promise<R | null> {
    if (this.saving()) return null;
    this.judge();
    this.shown.set(new Set(Object.keys(this.broken())));
    if (this.shown().size) return null;
    this.saving.set(true);
    this.problem.set(null);
    this.together.set(null);
    this.refused.set({});
    try {
      return this.saved(await send(this.value(), this.intent));
    } catch (thrown) {
      return this.wasRefused(problemOf(thrown));
    } finally {
      this.saving.set(false);
    }
  }

  private flat(value: T): Flat {
    const each = Object.entries(value).map(([name, held]: [string, unknown]) =>
      this.options.parts?.includes(name)
        ? Object.entries(held as Flat).map(([inner, own]) => [name + PART + inner, own] as const)
        : [[name, held] as const],
    );
    return Object.fromEntries(each.flat());
  }

  private saved<R>(answer: R): R {
    this.dirty.set(false);
    this.intent = new Intent();
    return answer;
  }

  private wasRefused(problem: Problem): null {
    this.problem.set(problem);
    this.refused.set(problem.fields);
    return null;
  }

  private changed(): void {
    this.dirty.set(true);
    this.refused.set({});
    // Another body is another intent: the server would refuse the old key with it.
    this.intent = new Intent();
    this.judge();
  }

  private judge(): void {
    this.broken.set(brokenRules(this.contract, this.value()));
  }
}

/** What stands in one part, under its own names. */
const innerOf = (values: readonly (readonly [string, unknown])[], part: string): Flat =>
  Object.fromEntries(values.filter(([name]) => name.startsWith(part)).map(([name, value]) => [name.slice(part.length), value]));

/** For comparing: an empty text, nothing and null are the same. */
const plain = (value: unknown): string => JSON.stringify(value === '' ? null : (value ?? null));

/** Nothing typed is nothing said; what was there and was wiped out is null, so that the server clears it. */
function tidied(value: unknown, start: unknown): unknown {
  if (typeof value !== 'string') return value;
  const text = value.trim();
  if (text !== '') return text;
  return start === null || start ? null : undefined;
}
