import { Component, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { HousingProviderLineView } from '@panah/contracts/housing-providers.contract';
import { providerType } from '@panah/domain/vocabulary/housing';
import { choicesOf } from '../platform/form/choices';
import { countryChoices } from '../platform/form/place-choices';
import { Questions } from '../platform/form/questions';
import { Icon } from '../platform/icon/icon';
import { Facet } from '../platform/list/facet';
import { List, ListRow } from '../platform/list/list';
import type { ListColumn } from '../platform/list/list-page';
import { ListSource } from '../platform/list/list-source';
import { SessionStore } from '../platform/session/session-store';
import { CodeLabel } from '../platform/text/code-label';
import { CountryLabel } from '../platform/text/country-label';
import { NumberText } from '../platform/text/number-text';
import { HousingApi } from './housing.api';
import { HousingTabs } from './housing-tabs';
import { providerSheet } from './place-sheets';

/** Who lets us have places. */
@Component({
  selector: 'app-provider-list',
  imports: [CodeLabel, CountryLabel, Facet, HousingTabs, Icon, List, ListRow, NumberText, RouterLink],
  template: `
    <header class="head">
      <div>
        <h1 i18n="@@housing.providers">Providers</h1>
        <p class="sub" i18n="@@housing.providersSub">Who lets us have places. A safe house has a number and a country here, and no name.</p>
      </div>
      @if (mayCreate) {
        <div class="btns">
          <button type="button" class="btn primary" (click)="add()">
            <app-icon name="plus" /><span i18n="@@housing.newProvider">New provider</span>
          </button>
        </div>
      }
    </header>
    <app-housing-tabs />
    <app-list [source]="list" [columns]="columns" label="Providers" i18n-label="@@housing.providers" (opened)="open($event.id)">
      <ng-container listFacets>
        <app-facet name="type" label="Kind" i18n-label="@@housing.providerType" [choices]="typeChoices" />
        <app-facet name="country" label="Country" i18n-label="@@housing.country" [choices]="countryChoices" />
      </ng-container>
      <ng-template appRow [appRowOf]="list" let-row>
        <th scope="row">
          <a class="name" [routerLink]="['/housing/providers', row.id]">
            @if (row.name) {
              <bdi>{{ row.name }}</bdi>
            } @else {
              <span i18n="@@housing.safeHouseNo">Safe house {{ row.number | numberText }}</span>
            }
          </a>
          <div class="small muted">{{ row.type | codeLabel: types }}</div>
        </th>
        <td class="wide">
          <bdi>{{ row.city }}</bdi> {{ row.country | countryLabel }}
        </td>
        <td class="n">{{ row.units | numberText }}</td>
        <td class="n">{{ row.places | numberText }}</td>
      </ng-template>
      <ng-container listEmpty>
        <h3 i18n="@@housing.noProviders">No provider yet</h3>
        <p i18n="@@housing.noProvidersText">Write down who lets you have places; its units come after.</p>
      </ng-container>
    </app-list>
  `,
  host: { class: 'stack roomy' },
})
export class ProviderList {
  private readonly api = inject(HousingApi);
  private readonly questions = inject(Questions);
  private readonly router = inject(Router);
  protected readonly mayCreate = inject(SessionStore).may('provider:create');
  protected readonly types = providerType;
  protected readonly typeChoices = choicesOf(providerType);
  protected readonly countryChoices = countryChoices();
  protected readonly columns: readonly ListColumn[] = [
    { id: 'name', label: $localize`:@@housing.name:Name` },
    { id: 'place', label: $localize`:@@housing.where:Where`, wide: true },
    { id: 'units', label: $localize`:@@housing.units:Units`, numeric: true },
    { id: 'places', label: $localize`:@@housing.capacity:Places`, numeric: true },
  ];
  protected readonly list = new ListSource<HousingProviderLineView>((question) => this.api.providers(question), {
    facetNames: ['type', 'country'],
  });

  protected open(id: string): void {
    void this.router.navigate(['/housing/providers', id]);
  }

  protected async add(): Promise<void> {
    const saved = await this.questions.ask(providerSheet(this.api, null));
    if (saved) this.open(saved.id);
  }
}
