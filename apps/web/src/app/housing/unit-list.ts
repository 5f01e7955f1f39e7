import { Component, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { HousingUnitLineView } from '@panah/contracts/housing-units.contract';
import { unitKind, unitRule, unitStatus } from '@panah/domain/vocabulary/housing';
import { choicesOf } from '../platform/form/choices';
import { Facet } from '../platform/list/facet';
import { List, ListRow } from '../platform/list/list';
import type { ListColumn } from '../platform/list/list-page';
import { ListSource } from '../platform/list/list-source';
import { CodeLabel } from '../platform/text/code-label';
import { CountryLabel } from '../platform/text/country-label';
import { NumberText } from '../platform/text/number-text';
import { StateMark } from '../platform/text/state-mark';
import { HousingApi } from './housing.api';
import { UNIT_STATES } from './housing-states';
import { HousingTabs } from './housing-tabs';

/** Beds, rooms, flats and houses, and how many places are free today. */
@Component({
  selector: 'app-unit-list',
  imports: [CodeLabel, CountryLabel, Facet, HousingTabs, List, ListRow, NumberText, RouterLink, StateMark],
  template: `
    <header class="head">
      <div>
        <h1 i18n="@@housing.units">Units</h1>
        <p class="sub" i18n="@@housing.unitsSub">Beds, rooms, flats and houses, and what is free today</p>
      </div>
    </header>
    <app-housing-tabs />
    <app-list [source]="list" [columns]="columns" label="Units" i18n-label="@@housing.units" (opened)="open($event.id)">
      <ng-container listFacets>
        <app-facet name="status" label="State" i18n-label="@@housing.state" [choices]="statusChoices" />
        <app-facet name="kind" label="Kind" i18n-label="@@housing.unitKind" [choices]="kindChoices" />
      </ng-container>
      <ng-template appRow [appRowOf]="list" let-row>
        <th scope="row">
          <a class="name" [routerLink]="['/housing/units', row.id]"
            >{{ row.kind | codeLabel: kinds }} {{ row.number | numberText }} <bdi>{{ row.label }}</bdi></a
          >
          <div class="small muted">{{ row.rule | codeLabel: rules }}</div>
        </th>
        <td><app-state-mark [code]="row.status" [of]="marks" /></td>
        <td class="wide">
          <bdi>{{ row.city }}</bdi> {{ row.country | countryLabel }}
        </td>
        <td class="n">
          <span i18n="@@housing.freeOf">{{ row.free | numberText }} of {{ row.capacity | numberText }}</span>
        </td>
      </ng-template>
      <ng-container listEmpty>
        <h3 i18n="@@housing.noUnits">No unit yet</h3>
        <p i18n="@@housing.noUnitsText">Write down a provider first, then its beds, rooms or flats.</p>
        <a class="btn" routerLink="/housing/providers" i18n="@@housing.providers">Providers</a>
      </ng-container>
    </app-list>
  `,
  host: { class: 'stack roomy' },
})
export class UnitList {
  private readonly api = inject(HousingApi);
  private readonly router = inject(Router);
  protected readonly kinds = unitKind;
  protected readonly marks = UNIT_STATES;
  protected readonly rules = unitRule;
  protected readonly statusChoices = choicesOf(unitStatus);
  protected readonly kindChoices = choicesOf(unitKind);
  protected readonly columns: readonly ListColumn[] = [
    { id: 'unit', label: $localize`:@@housing.unit:Unit` },
    { id: 'status', label: $localize`:@@housing.state:State` },
    { id: 'place', label: $localize`:@@housing.where:Where`, wide: true },
    { id: 'free', label: $localize`:@@housing.freeToday:Free today`, numeric: true },
  ];
  protected readonly list = new ListSource<HousingUnitLineView>((question) => this.api.units(question), {
    facetNames: ['status', 'kind', 'provider'],
  });

  protected open(id: string): void {
    void this.router.navigate(['/housing/units', id]);
  }
}
