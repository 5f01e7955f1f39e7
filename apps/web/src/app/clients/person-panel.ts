import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { ClientView, ParticularsView } from '@panah/contracts/clients.contract';
import {
  arrivalMode,
  dateBasis,
  languageLevel,
  literacy,
  maritalStatus,
  nationalityStatus,
  sexRecorded,
} from '@panah/domain/vocabulary/clients';
import { PartialDateText } from '../platform/dates/partial-date-text';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { CodeLabel } from '../platform/text/code-label';
import { CountryLabel, LanguageLabel } from '../platform/text/country-label';
import { State } from '../platform/text/state';
import { AgeText } from './age-text';
import { ClientsApi } from './clients.api';
import { FileEdits } from './file-edits';
import { interpreterChoices, particularsSheet, personSheet } from './person.sheets';
import { RevealButton } from './reveal-button';
import { ShownAwhile } from '../platform/privacy/shown-awhile';

/** What the file says of the person; parents and nationality after a press. */
@Component({
  selector: 'app-person-panel',
  imports: [AgeText, CodeLabel, CountryLabel, Icon, LanguageLabel, PartialDateText, ProblemNotice, RevealButton, State],
  templateUrl: './person-panel.html',
})
export class PersonPanel {
  readonly client = input.required<ClientView>();
  readonly changed = output<ClientView>();

  private readonly clients = inject(ClientsApi);
  private readonly edits = inject(FileEdits);
  protected readonly codes = { arrivalMode, dateBasis, languageLevel, literacy, maritalStatus, nationalityStatus, sexRecorded };
  protected readonly showLabel = $localize`:@@clients.showParticulars:Show parents and nationality`;
  protected readonly shown = new ShownAwhile<ParticularsView>();
  protected readonly refused = signal<Problem | null>(null);
  protected readonly may = computed(() => new Set(this.client().actions));
  protected readonly interpreter = computed(
    () => interpreterChoices().find(({ code }) => code === this.client().person.interpreterGender)?.label,
  );

  protected async edit(): Promise<void> {
    this.take(await this.edits.open(personSheet(this.clients, this.client())));
  }

  protected async reveal(reason: string): Promise<void> {
    this.refused.set(null);
    try {
      this.shown.show(await this.clients.particulars(this.client().id, reason));
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
  }

  protected async editParticulars(opened: ParticularsView): Promise<void> {
    const saved = await this.edits.open(particularsSheet(this.clients, this.client().id, { ...opened, version: this.client().version }));
    if (saved) this.shown.show(null);
    this.take(saved);
  }

  private take(saved: ClientView | null): void {
    if (saved) this.changed.emit(saved);
  }
}
