import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import type { ContactUseView } from '@panah/contracts/client-contact.contract';
import type { ClientHeaderView } from '@panah/contracts/clients.contract';
import { contactChannel, contactSafety } from '@panah/domain/vocabulary/clients';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { StandsAbove } from '../platform/shell/stands-still';
import { CodeLabel } from '../platform/text/code-label';
import { CountryLabel, LanguageLabel } from '../platform/text/country-label';
import { State } from '../platform/text/state';
import { clientPath, ClientsApi } from './clients.api';
import { RevealButton } from './reveal-button';
import { SafeHours } from './safe-hours';
import { ShownAwhile } from '../platform/privacy/shown-awhile';
import { SlimWhenScrolled } from './slim-when-scrolled';

const BY_TELEPHONE = ['PHONE_CALL', 'SIGNAL', 'WHATSAPP'];
const WARNINGS: Readonly<Record<string, string>> = {
  PLAN_OLD: $localize`:@@clients.warnPlanOld:The safe-contact plan was not talked over for 90 days`,
  DEVICE_GROUP_ISSUED: $localize`:@@clients.warnGroupDevice:This device came from the group`,
  DEVICE_UNKNOWN: $localize`:@@clients.warnUnknownDevice:Nobody knows whose device this is`,
};

/**
 * What stands above every page of a file and never scrolls away: who it is, and how they are reached without harm. The number itself is
 * one press away. Another room puts its facts in by `<div headerKey>` (a dt and a dd) and its buttons by `<ng-container headerButtons>`.
 */
@Component({
  selector: 'app-client-header',
  imports: [CodeLabel, CountryLabel, LanguageLabel, ProblemNotice, RevealButton, SafeHours, SlimWhenScrolled, StandsAbove, State],
  templateUrl: './client-header.html',
  styles: ':host { display: contents } .wrap { flex-wrap: wrap } .wrap .keys { flex-wrap: wrap } .wrap.slim .keys { flex-wrap: nowrap }',
})
export class ClientHeader {
  readonly clientId = input.required<string>();
  /** When the page knows it already; otherwise that of the client's newest case. */
  readonly caseRef = input<string | null>(null);

  private readonly clients = inject(ClientsApi);
  protected readonly channels = contactChannel;
  protected readonly safeties = contactSafety;
  protected readonly anyHour = $localize`:@@clients.anyHour:Any hour`;
  protected readonly showLabel = $localize`:@@clients.showNumber:Show the number`;
  protected readonly header = httpResource<ClientHeaderView>(() => {
    this.clients.changes(); // a change on this page: read again
    return `${clientPath(this.clientId())}/header`;
  });
  protected readonly shown = new ShownAwhile<ContactUseView>();
  protected readonly refused = signal<Problem | null>(null);
  protected readonly number = computed(() => this.shown.value()?.value ?? null);
  /** R-RI-08: what to think of before contact. That no plan is agreed stands beside the plan already. */
  protected readonly warnings = computed(() =>
    (this.header.hasValue() ? this.header.value().contactWarnings : []).flatMap((code) => WARNINGS[code] ?? []),
  );

  /** What the number does when it is pressed. */
  protected readonly href = computed(() => {
    const shown = this.shown.value();
    if (!shown) return null;
    if (shown.channel === 'EMAIL') return `mailto:${shown.value}`;
    if (shown.channel === 'SMS') return `sms:${shown.value}`;
    return BY_TELEPHONE.includes(shown.channel) ? `tel:${shown.value}` : null;
  });

  protected async reveal(reason: string): Promise<void> {
    const point = this.header.value()?.contactPoint;
    if (!point) return;
    this.refused.set(null);
    try {
      this.shown.show(await this.clients.use(this.clientId(), point.id, reason));
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
  }
}
