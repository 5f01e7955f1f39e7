import { signal, type Type } from '@angular/core';
import type { IntakeView } from '@panah/contracts/intake-steps.contract';
import { ContractForm } from '../platform/form/contract-form';

const KEEP_AFTER_MS = 15_000;

export interface DraftStart<T> {
  content: T;
  /** 0 while nothing was saved. */
  version: number;
  savedAt: string | null;
}

/** One step while it is written: kept sealed on the server, at most every fifteen seconds. */
export class StepDraft<T extends object> {
  readonly form: ContractForm<T>;
  readonly savedAt = signal<string | null>(null);
  version: number;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private underway: Promise<IntakeView | null> = Promise.resolve(null);

  constructor(
    readonly code: string,
    contract: Type<T>,
    { content, version, savedAt }: DraftStart<T>,
    private readonly send: (content: T, version: number) => Promise<IntakeView>,
    private readonly kept: (view: IntakeView) => void,
  ) {
    this.form = new ContractForm(contract, content);
    this.version = version;
    this.savedAt.set(savedAt);
    this.form.group.valueChanges.subscribe(() => this.later());
  }

  /** Saves what is unsaved; one after the other. Null when nothing was, or when it was refused. */
  keep(): Promise<IntakeView | null> {
    this.stop();
    this.underway = this.underway.then(() => (this.form.dirty() ? this.save() : null));
    return this.underway;
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private later(): void {
    this.timer ??= setTimeout(() => void this.keep(), KEEP_AFTER_MS);
  }

  private async save(): Promise<IntakeView | null> {
    const view = await this.form.save((content) => this.send(content, this.version));
    const step = view?.steps.find(({ step }) => step === this.code);
    if (!view || !step) return null;
    this.version = step.version;
    this.savedAt.set(step.savedAt);
    this.kept(view);
    return view;
  }
}
