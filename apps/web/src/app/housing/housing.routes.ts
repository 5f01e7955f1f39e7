import type { Routes } from '@angular/router';
import { provideProblemTexts } from '../platform/problem/problem-texts';
import { HOUSING_PROBLEMS } from './housing.texts';

/** The rooms of housing: which bed is free on which day, who waits, units and providers. */
export const housingRoutes: Routes = [
  {
    path: '',
    title: $localize`:@@housing.title:Housing`,
    providers: [provideProblemTexts(HOUSING_PROBLEMS)],
    children: [
      { path: '', loadComponent: () => import('./bed-map').then((m) => m.BedMap) },
      { path: 'waiting', loadComponent: () => import('./waiting-list').then((m) => m.WaitingList) },
      { path: 'units', loadComponent: () => import('./unit-list').then((m) => m.UnitList) },
      { path: 'units/:unitId', loadComponent: () => import('./unit-page').then((m) => m.UnitPage) },
      { path: 'providers', loadComponent: () => import('./provider-list').then((m) => m.ProviderList) },
      { path: 'providers/:providerId', loadComponent: () => import('./provider-page').then((m) => m.ProviderPage) },
    ],
  },
];
