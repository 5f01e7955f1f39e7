import { httpResource } from '@angular/common/http';
import { Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { KEEP_APART_KINDS, KeepApartInput, type KeepApartView } from '@panah/contracts/housing-waiting.contract';
import type { CaseHousingView, PlacementAddressView, PlacementView } from '@panah/contracts/housing.contract';
import { conflictKind } from '@panah/domain/vocabulary/cases';
import { DateWords } from '../platform/dates/date-words';
import { Dialogs } from '../platform/dialog/dialogs';
import { choicesOf } from '../platform/form/choices';
import type { FormQuestion } from '../platform/form/form-question';
import { languageChoices } from '../platform/form/place-choices';
import { Questions } from '../platform/form/questions';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { Snack } from '../platform/shell/snack';
import { CodeLabel } from '../platform/text/code-label';
import { caseHousingPath, HousingApi } from './housing.api';
import { HOUSING_FIELDS, HOUSING_PROBLEMS } from './housing.texts';
import { MatchDialog, type MatchData } from './match-dialog';
import { PlacementCard } from './placement-card';
import { requestSheet, stepSheet } from './placement-sheets';

/** Housing of one file: what is asked for, offers, where the person lives now, and where they lived. */
@Component({
  selector: 'app-case-housing',
  imports: [CodeLabel, Icon, PlacementCard, ProblemNotice, RouterLink],
  templateUrl: './case-housing.part.html',
  host: { class: 'stack roomy' },
})
export class CaseHousing {
  readonly caseId = input.required<string>();

  private readonly api = inject(HousingApi);
  private readonly dialogs = inject(Dialogs);
  private readonly questions = inject(Questions);
  private readonly snack = inject(Snack);
  private readonly today = inject(DateWords).today();
  protected readonly kinds = conflictKind;
  protected readonly refused = signal<Problem | null>(null);
  protected readonly housing = httpResource<CaseHousingView>(() => caseHousingPath(this.caseId()));

  constructor() {
    inject(ProblemTexts).add(HOUSING_PROBLEMS);
  }

  protected ask(): Promise<void> {
    return this.opened(requestSheet(this.api, this.caseId(), null, this.today));
  }

  protected async take(placement: PlacementView, event: string): Promise<void> {
    this.refused.set(null);
    if (event === 'match' || event === 'direct_emergency') return this.match(placement, event);
    if (event === 'edit') return this.opened(requestSheet(this.api, this.caseId(), placement, this.today));
    const sheet = stepSheet(this.api, event, placement, this.today, languageChoices());
    if (sheet) return this.opened(sheet);
    await this.attempt(() => this.api.step(placement.id, 'notice-withdrawal', {}));
  }

  protected async reveal(placement: PlacementView): Promise<PlacementAddressView | null> {
    this.refused.set(null);
    try {
      return await this.api.address(placement.id);
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
      return null;
    }
  }

  protected async keepApart(): Promise<void> {
    const allowed: readonly string[] = KEEP_APART_KINDS;
    const saved = await this.questions.ask({
      title: $localize`:@@housing.keepApart:Keep apart from somebody`,
      text: $localize`:@@housing.keepApartText:They are never given places under one roof. Whoever looks for a place is told that there is a reason, and not who it is.`,
      contract: KeepApartInput,
      texts: HOUSING_FIELDS,
      fields: [
        { kind: 'text', name: 'caseRef', label: $localize`:@@housing.otherRef:Reference of the other file` },
        {
          kind: 'select',
          name: 'kind',
          label: $localize`:@@housing.why:Why`,
          choices: choicesOf(conflictKind).filter(({ code }) => allowed.includes(code)),
        },
      ],
      send: (input, intent) => this.api.keepApart(this.caseId(), input, intent),
    });
    if (saved) this.housing.reload();
  }

  protected lift({ id }: KeepApartView): Promise<void> {
    return this.attempt(() => this.api.liftKeepApart(id));
  }

  private async match(placement: PlacementView, event: MatchData['event']): Promise<void> {
    if (await this.dialogs.open<PlacementView, MatchData>(MatchDialog, { placement, event })) this.done();
  }

  private async opened(sheet: FormQuestion<PlacementView>): Promise<void> {
    this.refused.set(null);
    if (await this.questions.ask(sheet)) this.done();
  }

  private async attempt(act: () => Promise<unknown>): Promise<void> {
    this.refused.set(null);
    try {
      await act();
      this.done();
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
  }

  private done(): void {
    this.housing.reload();
    this.snack.say($localize`:@@housing.saved:Saved.`);
  }
}
