import { httpResource } from '@angular/common/http';
import { Component, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { HousingProviderSecretView, HousingProviderView } from '@panah/contracts/housing-providers.contract';
import type { HousingUnitListView } from '@panah/contracts/housing-units.contract';
import { providerType, unitKind } from '@panah/domain/vocabulary/housing';
import { DateWords } from '../platform/dates/date-words';
import { Questions } from '../platform/form/questions';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { CodeLabel } from '../platform/text/code-label';
import { CountryLabel } from '../platform/text/country-label';
import { NumberText } from '../platform/text/number-text';
import { StateMark } from '../platform/text/state-mark';
import { HousingApi, providerPath } from './housing.api';
import { UNIT_STATES } from './housing-states';
import { HousingTabs } from './housing-tabs';
import { providerSheet, unitSheet } from './place-sheets';
import { ShownAwhile } from '../platform/privacy/shown-awhile';

/** One provider and its units. */
@Component({
  selector: 'app-provider-page',
  imports: [CodeLabel, CountryLabel, HousingTabs, Icon, NumberText, ProblemNotice, RouterLink, StateMark],
  templateUrl: './provider-page.html',
  host: { class: 'stack roomy' },
})
export class ProviderPage {
  readonly providerId = input.required<string>();

  private readonly api = inject(HousingApi);
  private readonly questions = inject(Questions);
  private readonly router = inject(Router);
  private readonly today = inject(DateWords).today();
  protected readonly types = providerType;
  protected readonly marks = UNIT_STATES;
  protected readonly kinds = unitKind;
  protected readonly shown = new ShownAwhile<HousingProviderSecretView>();
  protected readonly refused = signal<Problem | null>(null);
  protected readonly provider = httpResource<HousingProviderView>(() => providerPath(this.providerId()));
  protected readonly units = httpResource<HousingUnitListView>(() => `/api/housing/units?provider=${this.providerId()}&limit=100`);

  protected async edit(provider: HousingProviderView): Promise<void> {
    const saved = await this.questions.ask(providerSheet(this.api, provider));
    if (saved) this.provider.set(saved);
  }

  protected async addUnit({ id }: HousingProviderView): Promise<void> {
    const saved = await this.questions.ask(unitSheet(this.api, id, null, this.today));
    if (saved) await this.router.navigate(['/housing/units', saved.id]);
  }

  protected async reveal({ id }: HousingProviderView): Promise<void> {
    this.refused.set(null);
    try {
      this.shown.show(await this.api.providerWords(id));
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
  }
}
