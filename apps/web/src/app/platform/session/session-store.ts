import { HttpClient } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { ProveItIsYou, SessionView, SignIn } from '@panah/contracts/session.contract';
import { firstValueFrom, type Observable } from 'rxjs';
import { Departure } from './departure';

/** Who is here, and what the server says they may do. The web app asks for words, never for roles. */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  private readonly http = inject(HttpClient);
  private readonly departure = inject(Departure);
  private readonly view = signal<SessionView | null>(null);
  private arrived: () => void = () => undefined;
  private readonly arrival = new Promise<void>((resolve) => (this.arrived = resolve));
  private asked = false;

  /** True while the very first question to the server has no answer. */
  readonly unreachable = signal(false);
  readonly state = computed(() => this.view()?.state ?? 'ANONYMOUS');
  readonly demo = computed(() => this.view()?.demo ?? false);
  readonly officeName = computed(() => this.view()?.officeName ?? 'Office');
  readonly termGroup = computed(() => this.view()?.termGroup ?? { en: 'the group', fa: 'گروه' });
  readonly needsFirstAccount = computed(() => this.view()?.needsFirstAccount ?? false);
  readonly user = computed(() => this.view()?.user ?? null);
  readonly words = computed(() => new Set(this.view()?.words));
  readonly freshUntil = computed(() => this.view()?.freshUntil ?? null);
  readonly endsAt = computed(() => this.view()?.endsAt ?? null);
  readonly locksAfterSeconds = computed(() => this.view()?.locksAfterSeconds ?? 600);
  /** Dates with a clock are shown in the office's time, wherever the laptop is. */
  readonly timeZone = computed(() => this.user()?.offices[0]?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone);

  /** True when this person has the access table's word with any reach. */
  may(word: string): boolean {
    return this.words().has(word);
  }

  /** Resolves when the server has said for the first time who is here. */
  ready(): Promise<void> {
    if (!this.asked) void this.refresh();
    this.asked = true;
    return this.arrival;
  }

  async refresh(): Promise<void> {
    try {
      this.take(await firstValueFrom(this.http.get<SessionView>('/api/session')));
    } catch {
      this.unreachable.set(this.view() === null);
    }
  }

  signIn(credentials: SignIn): Promise<void> {
    return this.answer(this.http.post<SessionView>('/api/session', credentials));
  }

  /** Empties the page first: what the network does afterwards must not leave a file open on the screen. */
  async lock(): Promise<void> {
    const view = this.view();
    if (view?.state !== 'OPEN') return;
    this.view.set({ ...view, state: 'LOCKED' });
    await firstValueFrom(this.http.post('/api/session/lock', {})).catch(() => undefined);
  }

  unlock(proof: ProveItIsYou): Promise<void> {
    return this.answer(this.http.post<SessionView>('/api/session/unlocking', proof));
  }

  /** Makes the session fresh for acts that need a recent sign-in. */
  freshen(proof: ProveItIsYou): Promise<void> {
    return this.answer(this.http.post<SessionView>('/api/session/freshness', proof));
  }

  async end(): Promise<void> {
    await firstValueFrom(this.http.post('/api/session/end', {})).catch(() => undefined);
    this.departure.toSignIn();
  }

  private async answer(call: Observable<SessionView>): Promise<void> {
    this.take(await firstValueFrom(call));
  }

  private take(view: SessionView): void {
    const before = this.view();
    const lost = before !== null && before.state !== 'ANONYMOUS' && view.state === 'ANONYMOUS';
    this.unreachable.set(false);
    if (lost) return this.departure.toSignInAndBack();
    this.view.set(view);
    this.arrived();
  }
}
