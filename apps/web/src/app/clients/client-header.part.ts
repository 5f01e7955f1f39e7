import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import type { ContactRevealView } from '@panah/contracts/client-contact.contract';
import type { ClientHeaderView } from '@panah/contracts/clients.contract';
import { contactChannel, contactSafety } from '@panah/domain/vocabulary/clients';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { CodeLabel } from '../platform/text/code-label';
import { CountryLabel, LanguageLabel } from '../platform/text/country-label';
import { State } from '../platform/text/state';
import { clientPath, ClientsApi } from './clients.api';
import { RevealButton } from './reveal-button';
import { SafeHours } from './safe-hours';
import { ShownAwhile } from './shown-awhile';

/**
 * What stands above every page of a file and never scrolls away: who it is, and how they are reached without harm. The number itself is
 * one press away. Another room puts its facts in by `<div headerKey>` (a dt and a dd) and its buttons by `<ng-container headerButtons>`.
 */
@Component({
  selector: 'app-client-header',
  imports: [CodeLabel, CountryLabel, LanguageLabel, ProblemNotice, RevealButton, SafeHours, State],
  templateUrl: './client-header.html',
  styles: ':host { display: contents } .wrap { flex-wrap: wrap } .wrap .keys { flex-wrap: wrap }',
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
  protected readonly shown = new ShownAwhile<ContactRevealView>();
  protected readonly refused = signal<Problem | null>(null);
  protected readonly number = computed(() => {
    const point = this.header.hasValue() ? this.header.value().contactPoint : null;
    return this.shown.value()?.points.find(({ id }) => id === point?.id)?.value ?? null;
  });

  protected async reveal(reason: string): Promise<void> {
    this.refused.set(null);
    try {
      this.shown.show(await this.clients.contact(this.clientId(), reason));
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
  }
}
