import { computed, inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { InboxSealedPackageView } from '@panah/contracts/inbox.contract';
import type { OwnInboxView } from '@panah/contracts/inbox-key.contract';
import { Questions } from '../platform/form/questions';
import { Api } from '../platform/http/api';
import { Problem } from '../platform/problem/problem';
import { knownPassphrase } from './inbox-questions';
import type { HandedKey } from './inbox-vault';
import { InboxWorker } from './inbox-worker';
import type { OpenedPackage } from './opened-package.part';

const INBOX_KEY = '/api/inbox-key';

/** The key of one's association, for the pages that read what was sealed for it: opened once, and until the session is locked or over. */
@Injectable({ providedIn: 'root' })
export class InboxUnlock {
  private readonly api = inject(Api);
  private readonly vault = inject(InboxWorker);
  private readonly questions = inject(Questions);
  private readonly router = inject(Router);
  private readonly handed = signal<HandedKey | null>(null);

  /** Whether what is sealed can be read now. */
  readonly open = computed(() => this.vault.unlocked() && this.handed() !== null);

  /** Asks for the passphrase where it is needed. Resolves with whether the key is open; whoever has none is led to where it is made. */
  async unlock(): Promise<boolean> {
    const view = await this.api.read<OwnInboxView>(INBOX_KEY);
    this.know(view);
    const given = this.handed();
    if (!given) {
      await this.router.navigate(['/inbox-key']);
      return false;
    }
    const lock = view.own?.byPassphrase ?? '';
    const byWords = (passphrase: string) => this.vault.ask('unlock', { member: given.member, lock, passphrase }).then(() => true);
    return this.vault.unlocked() || (await this.questions.ask(knownPassphrase(byWords, this.vault.progress))) === true;
  }

  /** What the server keeps of the key for this member, wherever it was read. */
  know({ partnerId, memberId, own, key }: OwnInboxView): void {
    this.handed.set(own?.handed && key ? { member: { partnerId, memberId }, keyId: key.id, handed: own.handed } : null);
  }

  /** Reads in the worker, in memory only. Rejects with the problem `lock-refused` when the key is not open. */
  async read(packages: readonly InboxSealedPackageView[]): Promise<OpenedPackage[]> {
    const handed = this.handed();
    if (!handed || !this.vault.unlocked()) throw new Problem(422, 'lock-refused');
    return this.vault.ask('read', { ...handed, packages, now: Date.now() });
  }
}
