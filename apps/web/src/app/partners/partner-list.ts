import { Component, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { PartnerLineView } from '@panah/contracts/partners.contract';
import { partnerStatus, partnerType, serviceRequested } from '@panah/domain/vocabulary/partners';
import { choicesOf } from '../platform/form/choices';
import { Icon } from '../platform/icon/icon';
import { Facet } from '../platform/list/facet';
import { List, ListRow } from '../platform/list/list';
import type { ListColumn } from '../platform/list/list-page';
import { ListSource } from '../platform/list/list-source';
import { SessionStore } from '../platform/session/session-store';
import { CodeLabel } from '../platform/text/code-label';
import { CountryLabel } from '../platform/text/country-label';
import { NumberText } from '../platform/text/number-text';
import { StateMark } from '../platform/text/state-mark';
import { AgreementDay } from './agreement-day';
import { countryChoices } from '../platform/form/place-choices';
import { PARTNER_STATES } from './partner-state';
import { PartnersApi } from './partners.api';

const SERVICES_SHOWN = 2;

/** Whom one can work with, narrowed by state, country, service and, while one types, by name. */
@Component({
  selector: 'app-partner-list',
  imports: [AgreementDay, CodeLabel, CountryLabel, Facet, Icon, List, ListRow, NumberText, RouterLink, StateMark],
  templateUrl: './partner-list.html',
})
export class PartnerList {
  private readonly partners = inject(PartnersApi);
  private readonly router = inject(Router);
  protected readonly mayCreate = inject(SessionStore).may('partner:create');

  protected readonly types = partnerType;
  protected readonly marks = PARTNER_STATES;
  protected readonly services = serviceRequested;
  protected readonly stateChoices = choicesOf(partnerStatus);
  protected readonly serviceChoices = choicesOf(serviceRequested);
  protected readonly countryChoices = countryChoices();
  protected readonly columns: readonly ListColumn[] = [
    { id: 'name', label: $localize`:@@partners.name:Name` },
    { id: 'state', label: $localize`:@@partners.state:State` },
    { id: 'country', label: $localize`:@@partners.country:Country`, wide: true },
    { id: 'services', label: $localize`:@@partners.services:Services`, wide: true },
    { id: 'until', label: $localize`:@@partners.validTo:Agreement until`, wide: true },
  ];
  protected readonly list = new ListSource<PartnerLineView>((question) => this.partners.list(question), {
    facetNames: ['state', 'country', 'service'],
  });

  protected firstServices({ services }: PartnerLineView): readonly string[] {
    return services.slice(0, SERVICES_SHOWN);
  }

  protected moreServices({ services }: PartnerLineView): number {
    return Math.max(0, services.length - SERVICES_SHOWN);
  }

  protected open({ id }: PartnerLineView): void {
    void this.router.navigate(['/partners', id]);
  }
}
