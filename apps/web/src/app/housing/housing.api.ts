import { inject, Injectable } from '@angular/core';
import type { KeepApartView } from '@panah/contracts/housing-waiting.contract';
import type { PlacementAddressView, PlacementView } from '@panah/contracts/housing.contract';
import type { HousingAddressView, HousingUnitLineView, HousingUnitView } from '@panah/contracts/housing-units.contract';
import type { HousingProviderLineView, HousingProviderSecretView, HousingProviderView } from '@panah/contracts/housing-providers.contract';
import { locationRevealReason } from '@panah/domain/vocabulary/reasons';
import { Dialogs } from '../platform/dialog/dialogs';
import { choicesOf } from '../platform/form/choices';
import { Api, type Intent } from '../platform/http/api';
import type { ListPage, ListQuestion } from '../platform/list/list-page';
import { StepUp } from '../platform/session/step-up';

export const caseHousingPath = (caseId: string): string => `/api/cases/${caseId}/housing`;
export const placementPath = (id: string): string => `/api/placements/${id}`;
export const unitPath = (id: string): string => `/api/housing/units/${id}`;
export const providerPath = (id: string): string => `/api/housing/providers/${id}`;

/** What the pages of this room ask of the server. */
@Injectable({ providedIn: 'root' })
export class HousingApi {
  private readonly api = inject(Api);
  private readonly stepUp = inject(StepUp);
  private readonly dialogs = inject(Dialogs);

  request(caseId: string, input: object, intent: Intent): Promise<PlacementView> {
    return this.api.post(`${caseHousingPath(caseId)}/requests`, input, intent);
  }

  placement(id: string): Promise<PlacementView> {
    return this.api.read(placementPath(id));
  }

  provider(id: string): Promise<HousingProviderView> {
    return this.api.read(providerPath(id));
  }

  unit(id: string): Promise<HousingUnitView> {
    return this.api.read(unitPath(id));
  }

  editRequest(id: string, input: object, version: number): Promise<PlacementView> {
    return this.api.replace(placementPath(id), input, version);
  }

  /** A step is a noun that is posted. */
  step(id: string, noun: string, input: object, intent?: Intent): Promise<PlacementView> {
    return this.api.post(`${placementPath(id)}/${noun}`, input, intent);
  }

  keepApart(caseId: string, input: object, intent: Intent): Promise<KeepApartView> {
    return this.api.post(`/api/cases/${caseId}/keep-apart`, input, intent);
  }

  liftKeepApart(id: string): Promise<void> {
    return this.api.post(`/api/keep-apart/${id}/lifting`, {});
  }

  providers(question: ListQuestion): Promise<ListPage<HousingProviderLineView>> {
    return this.api.list('/api/housing/providers', question);
  }

  units(question: ListQuestion): Promise<ListPage<HousingUnitLineView>> {
    return this.api.list('/api/housing/units', question);
  }

  saveProvider(id: string | null, input: object, version: number, intent: Intent): Promise<HousingProviderView> {
    return id === null ? this.api.post('/api/housing/providers', input, intent) : this.api.replace(providerPath(id), input, version);
  }

  saveUnit(id: string | null, input: object, version: number, intent: Intent): Promise<HousingUnitView> {
    return id === null ? this.api.post('/api/housing/units', input, intent) : this.api.replace(unitPath(id), input, version);
  }

  unitStep(id: string, noun: string, reason: string | null): Promise<HousingUnitView> {
    return this.api.post(`${unitPath(id)}/${noun}`, reason === null ? {} : { reason });
  }

  address(placementId: string): Promise<PlacementAddressView | null> {
    return this.reveal(`${placementPath(placementId)}/address`);
  }

  unitAddress(id: string): Promise<HousingAddressView | null> {
    return this.reveal(`${unitPath(id)}/reveal`);
  }

  providerWords(id: string): Promise<HousingProviderSecretView | null> {
    return this.reveal(`${providerPath(id)}/reveal`);
  }

  /** A reason from the list and a sign-in of the last five minutes; null when the reader went back. */
  private async reveal<View>(path: string): Promise<View | null> {
    const given = await this.dialogs.reason({
      title: $localize`:@@housing.showTitle:Show where it is?`,
      text: $localize`:@@housing.showText:It is shown for 2 minutes. Who looked and why stands in the log. Ten an hour can be opened.`,
      reasons: choicesOf(locationRevealReason),
      act: $localize`:@@housing.showTwoMinutes:Show for 2 minutes`,
      icon: 'eye',
      words: 'none',
    });
    return given ? this.stepUp.run(() => this.api.post<View>(path, { reason: given.code })) : null;
  }
}
