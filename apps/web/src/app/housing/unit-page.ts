import { httpResource } from '@angular/common/http';
import { Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { HousingAddressView, HousingUnitView } from '@panah/contracts/housing-units.contract';
import { accessibilityFeature, placementState, unitKind, unitRule } from '@panah/domain/vocabulary/housing';
import { DateDisplay } from '../platform/dates/date-display';
import { DateWords } from '../platform/dates/date-words';
import { Dialogs } from '../platform/dialog/dialogs';
import { Questions } from '../platform/form/questions';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { CodeLabel } from '../platform/text/code-label';
import { CountryLabel } from '../platform/text/country-label';
import { NumberText } from '../platform/text/number-text';
import { State } from '../platform/text/state';
import { StateMark } from '../platform/text/state-mark';
import { HousingApi, unitPath } from './housing.api';
import { UNIT_STATES } from './housing-states';
import { HousingTabs } from './housing-tabs';
import { unitSheet } from './place-sheets';
import { ShownAwhile } from '../platform/privacy/shown-awhile';

const NOUNS: Readonly<Record<string, string>> = {
  close: 'closing',
  open: 'opening',
  compromise: 'compromise',
  clear: 'clearance',
  retire: 'retirement',
};
const LABELS: Readonly<Record<string, string>> = {
  close: $localize`:@@housing.close:Take out of use`,
  open: $localize`:@@housing.open:Put into use`,
  compromise: $localize`:@@housing.compromise:Others know the place`,
  clear: $localize`:@@housing.clear:Safe again`,
  retire: $localize`:@@housing.retire:Give up for good`,
};

/** One unit: what it is, who of one's own files lives there, and what may be done with it. */
@Component({
  selector: 'app-unit-page',
  imports: [CodeLabel, CountryLabel, DateDisplay, HousingTabs, Icon, NumberText, ProblemNotice, RouterLink, State, StateMark],
  templateUrl: './unit-page.html',
  host: { class: 'stack roomy' },
})
export class UnitPage {
  readonly unitId = input.required<string>();

  private readonly api = inject(HousingApi);
  private readonly dialogs = inject(Dialogs);
  private readonly questions = inject(Questions);
  private readonly today = inject(DateWords).today();
  protected readonly codes = { accessibilityFeature, placementState, unitKind, unitRule };
  protected readonly labels = LABELS;
  protected readonly marks = UNIT_STATES;
  protected readonly shown = new ShownAwhile<HousingAddressView>();
  protected readonly refused = signal<Problem | null>(null);
  protected readonly unit = httpResource<HousingUnitView>(() => unitPath(this.unitId()));

  protected stepsOf({ actions }: HousingUnitView): string[] {
    return actions.filter((action) => action in NOUNS);
  }

  protected async edit(unit: HousingUnitView): Promise<void> {
    const saved = await this.questions.ask(unitSheet(this.api, unit.providerId, unit, this.today));
    if (saved) this.unit.set(saved);
  }

  protected async take({ id }: HousingUnitView, step: string): Promise<void> {
    const grave = step === 'compromise';
    const reason = step === 'open' ? null : await this.why(step, grave);
    if (step !== 'open' && !reason) return;
    await this.attempt(async () => this.unit.set(await this.api.unitStep(id, NOUNS[step] ?? step, reason)));
  }

  protected async reveal({ id }: HousingUnitView): Promise<void> {
    await this.attempt(async () => this.shown.show(await this.api.unitAddress(id)));
  }

  private why(step: string, grave: boolean): Promise<string | null> {
    return this.dialogs.words({
      title: LABELS[step] ?? step,
      ...(grave
        ? {
            text: $localize`:@@housing.compromiseText:Nobody is given a place there any more, and the risk of all who live there is looked at within 24 hours.`,
          }
        : {}),
      label: $localize`:@@housing.why:Why`,
      act: LABELS[step] ?? step,
      least: 3,
      most: 500,
    });
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    this.refused.set(null);
    try {
      await act();
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
  }
}
