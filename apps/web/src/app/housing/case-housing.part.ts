import { httpResource } from '@angular/common/http';
import { Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { KEEP_APART_KINDS, KeepApartInput, type KeepApartView } from '@panah/contracts/housing-waiting.contract';
import type { CaseHousingView, PlacementAddressView, PlacementView } from '@panah/contracts/housing.contract';
import { conflictKind } from '@panah/domain/vocabulary/cases';
import { DateWords } from '../platform/dates/date-words';
import { Dialogs } from '../platform/dialog/dialogs';
import { choicesOf } from '../platform/form/choices';
import { languageChoices } from '../platform/form/place-choices';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { Snack } from '../platform/shell/snack';
import { CodeLabel } from '../platform/text/code-label';
import { caseHousingPath, HousingApi } from './housing.api';
import { HousingSheet, type HousingQuestion } from './housing-sheet';
import { HOUSING_PROBLEMS } from './housing.texts';
import { MatchDialog, type MatchData } from './match-dialog';
import { PlacementCard } from './placement-card';
import { requestSheet, sheetOf } from './placement-sheets';

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
  private readonly snack = inject(Snack);
  private readonly today = inject(DateWords).today();
  protected readonly kinds = conflictKind;
  protected readonly refused = signal<Problem | null>(null);
  protected readonly housing = httpResource<CaseHousingView>(() => caseHousingPath(this.caseId()));

  constructor() {
    inject(ProblemTexts).add(HOUSING_PROBLEMS);
  }

  protected async ask(): Promise<void> {
    await this.opened({ ...requestSheet(null, this.today), send: (input, intent) => this.api.request(this.caseId(), input, intent) });
  }

  protected async take(placement: PlacementView, event: string): Promise<void> {
    this.refused.set(null);
    if (event === 'match' || event === 'direct_emergency') return this.match(placement, event);
    if (event === 'edit')
      return this.opened({
        ...requestSheet(placement, this.today),
        send: (input) => this.api.editRequest(placement.id, withoutHoles(input), placement.version),
      });
    const sheet = sheetOf(event, placement, this.today, languageChoices());
    if (sheet) return this.opened({ ...sheet, send: (input, intent) => this.api.step(placement.id, sheet.noun, input, intent) });
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
    const saved = await this.dialogs.open<KeepApartView, HousingQuestion<KeepApartView>>(HousingSheet, {
      title: $localize`:@@housing.keepApart:Keep apart from somebody`,
      text: $localize`:@@housing.keepApartText:They are never given places under one roof. Whoever looks for a place is told that there is a reason, and not who it is.`,
      contract: KeepApartInput,
      start: { caseRef: '', kind: '' },
      act: $localize`:@@housing.save:Save`,
      fields: [
        { kind: 'text', name: 'caseRef', label: $localize`:@@housing.otherRef:Reference of the other file`, most: 20 },
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

  private async opened(sheet: HousingQuestion<PlacementView>): Promise<void> {
    this.refused.set(null);
    if (await this.dialogs.open<PlacementView, HousingQuestion<PlacementView>>(HousingSheet, sheet)) this.done();
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

/** Cities that nobody opened are not sent: they stay as they were. */
function withoutHoles(input: object): object {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
}
