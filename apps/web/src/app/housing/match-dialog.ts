import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { PlacementEmergencyInput } from '@panah/contracts/placement-steps.contract';
import { PlacementMatchInput, type UnitMatchListView, type UnitMatchView } from '@panah/contracts/unit-match.contract';
import type { PlacementView } from '@panah/contracts/housing.contract';
import { misfitsInEmergency } from '@panah/domain/housing/match.rules';
import { accessibilityFeature, type Misfit, misfit, toBeAsked, unitKind, unitRule } from '@panah/domain/vocabulary/housing';
import { DateInput } from '../platform/dates/date-input';
import { DateWords } from '../platform/dates/date-words';
import { Choices } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FormElement } from '../platform/form/form-element';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { CodeLabel } from '../platform/text/code-label';
import { CountryLabel } from '../platform/text/country-label';
import { NumberText } from '../platform/text/number-text';
import { State } from '../platform/text/state';
import { HousingApi, placementPath } from './housing.api';
import { HOUSING_FIELDS } from './housing.texts';
import { scopeChoices, usualScope } from './placement-sheets';

export interface MatchData {
  placement: PlacementView;
  event: 'match' | 'direct_emergency';
}

/** Every unit beside a request: those that fit first, and why each of the others does not. */
@Component({
  selector: 'app-match-dialog',
  imports: [Choices, CodeLabel, CountryLabel, DateInput, Field, FormElement, NumberText, ProblemNotice, ReactiveFormsModule, State],
  templateUrl: './match-dialog.html',
})
export class MatchDialog {
  private readonly data = inject<MatchData>(DIALOG_DATA);
  private readonly api = inject(HousingApi);
  protected readonly dialog = inject<DialogRef<PlacementView>>(DialogRef);
  protected readonly codes = { accessibilityFeature, misfit, toBeAsked, unitKind, unitRule };
  protected readonly emergency = this.data.event === 'direct_emergency';
  protected readonly scopes = scopeChoices();
  protected readonly chosen = signal<UnitMatchView | null>(null);
  protected readonly every = signal(false);
  private readonly from = this.emergency ? inject(DateWords).today() : this.data.placement.neededFrom;
  protected readonly form = new ContractForm<Record<string, unknown>>(
    (this.emergency ? PlacementEmergencyInput : PlacementMatchInput) as never,
    {
      unitId: '',
      ...(this.emergency ? { movedInOn: this.from, scope: usualScope() } : { from: this.from }),
      until: this.emergency ? null : this.data.placement.neededUntil,
      locationChecked: false,
    },
    { texts: HOUSING_FIELDS },
  );
  protected readonly units = httpResource<UnitMatchListView>(() => `${placementPath(this.data.placement.id)}/units?from=${this.from}`);
  private readonly items = computed(() => (this.units.hasValue() ? this.units.value().items : []));
  protected readonly fitting = computed(() => this.items().filter((unit) => this.reasons(unit).length === 0));
  protected readonly others = computed(() => this.items().filter((unit) => this.reasons(unit).length > 0));

  /** In an emergency some reasons are borne for some nights. */
  protected reasons({ misfits }: UnitMatchView): string[] {
    return this.emergency ? misfitsInEmergency(misfits as Misfit[]) : misfits;
  }

  protected choose(unit: UnitMatchView): void {
    this.chosen.set(unit);
    this.form.control('unitId').setValue(unit.unitId);
  }

  protected async take(): Promise<void> {
    const noun = this.emergency ? 'emergency' : 'match';
    const moved = await this.form.save((input, intent) => this.api.step(this.data.placement.id, noun, input, intent));
    if (moved) this.dialog.close(moved);
    else this.units.reload();
  }
}
