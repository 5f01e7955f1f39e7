import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { ContactPointView, ContactRevealView, DuressWordView } from '@panah/contracts/client-contact.contract';
import type { ClientView } from '@panah/contracts/clients.contract';
import { contactChannel, contactSafety, deviceTrust, leaveMessage } from '@panah/domain/vocabulary/clients';
import { DateDisplay } from '../platform/dates/date-display';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { SessionStore } from '../platform/session/session-store';
import { CodeLabel } from '../platform/text/code-label';
import { State, type StateTone } from '../platform/text/state';
import { ClientsApi } from './clients.api';
import { contactPointLines, duressSheet, planSheet } from './contact.sheets';
import { FileEdits } from './file-edits';
import { LineButtons } from './line-buttons';
import { LocationReveal } from './location-reveal';
import { RevealButton } from './reveal-button';
import { SafeHours } from './safe-hours';
import { ShownAwhile } from '../platform/privacy/shown-awhile';

const TONES: Readonly<Record<string, StateTone>> = { SAFE: 'good', SAFE_CONDITIONS: 'due', UNSAFE: 'danger', COMPROMISED: 'danger' };

/** How the person is reached without harm: ways, plan, duress word. Numbers and words agreed open with a reason. */
@Component({
  selector: 'app-contact-panel',
  imports: [CodeLabel, DateDisplay, Icon, LineButtons, ProblemNotice, RevealButton, SafeHours, State],
  templateUrl: './contact-panel.html',
})
export class ContactPanel {
  readonly client = input.required<ClientView>();
  readonly points = input.required<readonly ContactPointView[]>();
  readonly changed = output<ClientView>();

  private readonly clients = inject(ClientsApi);
  private readonly edits = inject(FileEdits);
  private readonly session = inject(SessionStore);
  private readonly locations = inject(LocationReveal);
  protected readonly codes = { contactChannel, contactSafety, deviceTrust, leaveMessage };
  protected readonly showLabel = $localize`:@@clients.showContact:Show numbers and plan`;
  protected readonly anyHour = $localize`:@@clients.anyHour:Any hour`;
  protected readonly shown = new ShownAwhile<ContactRevealView>();
  protected readonly duress = new ShownAwhile<DuressWordView>();
  protected readonly refused = signal<Problem | null>(null);
  protected readonly may = computed(() => new Set(this.client().actions));

  protected tone(safety: string): StateTone {
    return TONES[safety] ?? 'waiting';
  }

  protected valueOf(point: ContactPointView): string | null {
    return this.shown.value()?.points.find(({ id }) => id === point.id)?.value ?? null;
  }

  /** R-RI-07 */
  protected mayNotBeUsed({ safety }: ContactPointView): boolean {
    return safety === 'UNSAFE' || safety === 'COMPROMISED' || safety === 'RETIRED';
  }

  protected async reveal(reason: string): Promise<void> {
    await this.trying(async () => this.shown.show(await this.clients.contact(this.client().id, reason)));
  }

  protected async revealDuress(): Promise<void> {
    await this.trying(async () => this.duress.show(await this.locations.duressWord(this.client().id)));
  }

  protected async write(point: ContactPointView | null): Promise<void> {
    this.take(await this.edits.line(this.client().id, contactPointLines(), point));
  }

  protected async remove(point: ContactPointView): Promise<void> {
    this.take(await this.edits.remove(this.client().id, 'contact-points', point));
  }

  protected async writePlan(): Promise<void> {
    const plan = this.shown.value()?.plan ?? null;
    this.take(await this.edits.open(planSheet(this.clients, this.client().id, plan, this.session.timeZone())));
  }

  protected async writeDuress(): Promise<void> {
    this.take(await this.edits.open(duressSheet(this.clients, this.client().id)));
  }

  private take(saved: ClientView | null): void {
    if (!saved) return;
    this.shown.show(null);
    this.duress.show(null);
    this.changed.emit(saved);
  }

  private async trying(act: () => Promise<void>): Promise<void> {
    this.refused.set(null);
    try {
      await act();
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
  }
}
