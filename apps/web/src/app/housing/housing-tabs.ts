import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TabsInSight } from '../platform/shell/tabs-in-sight';

/** The rooms of housing. */
@Component({
  selector: 'app-housing-tabs',
  imports: [RouterLink, RouterLinkActive, TabsInSight],
  template: `
    <nav class="tabs" appTabsInSight aria-label="Housing" i18n-aria-label="@@housing.title">
      <a
        routerLink="/housing"
        routerLinkActive
        [routerLinkActiveOptions]="{ exact: true, queryParams: 'ignored', paths: 'exact', fragment: 'ignored', matrixParams: 'ignored' }"
        ariaCurrentWhenActive="page"
        i18n="@@housing.beds"
        >Beds</a
      >
      <a routerLink="/housing/waiting" routerLinkActive ariaCurrentWhenActive="page" i18n="@@housing.waitingList">Waiting list</a>
      <a routerLink="/housing/units" routerLinkActive ariaCurrentWhenActive="page" i18n="@@housing.units">Units</a>
      <a routerLink="/housing/providers" routerLinkActive ariaCurrentWhenActive="page" i18n="@@housing.providers">Providers</a>
    </nav>
  `,
})
export class HousingTabs {}
