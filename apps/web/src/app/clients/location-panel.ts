import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { OrganisationalNameView } from '@panah/contracts/client-names.contract';
import type { LocationRevealView, ResidenceLineView, ResidenceView } from '@panah/contracts/client-papers.contract';
import type { ClientView } from '@panah/contracts/clients.contract';
import { aliasType, locationKnownTo, locationSafety } from '@panah/domain/vocabulary/clients';
import { PartialDateText } from '../platform/dates/partial-date-text';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { CodeLabel } from '../platform/text/code-label';
import { CountryLabel } from '../platform/text/country-label';
import { NumberText } from '../platform/text/number-text';
import { State } from '../platform/text/state';
import { FileEdits } from './file-edits';
import { LineButtons } from './line-buttons';
import { LocationReveal } from './location-reveal';
import { organisationalNameLines } from './name.sheets';
import { residenceLines } from './paper.sheets';
import { ShownAwhile } from '../platform/privacy/shown-awhile';

/** Where the person lives, and the names from inside the group: shown for two minutes, for a reason. */
@Component({
  selector: 'app-location-panel',
  imports: [CodeLabel, CountryLabel, Icon, LineButtons, NumberText, PartialDateText, ProblemNotice, State],
  templateUrl: './location-panel.html',
})
export class LocationPanel {
  readonly client = input.required<ClientView>();
  readonly residences = input.required<readonly ResidenceLineView[]>();
  readonly changed = output<ClientView>();

  private readonly edits = inject(FileEdits);
  private readonly reveals = inject(LocationReveal);
  protected readonly codes = { aliasType, locationKnownTo, locationSafety };
  protected readonly shown = new ShownAwhile<LocationRevealView>();
  protected readonly refused = signal<Problem | null>(null);
  protected readonly mayEdit = computed(() => this.client().actions.includes('location:edit'));

  protected async reveal(): Promise<void> {
    this.refused.set(null);
    try {
      this.shown.show(await this.reveals.location(this.client().id));
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
  }

  protected async writeHome(home: ResidenceView | null): Promise<void> {
    this.take(await this.edits.line(this.client().id, residenceLines(), home));
  }

  protected async writeName(name: OrganisationalNameView | null): Promise<void> {
    this.take(await this.edits.line(this.client().id, organisationalNameLines(), name));
  }

  protected async remove(lines: 'residences' | 'organisational-names', line: { id: string; version: number }): Promise<void> {
    this.take(await this.edits.remove(this.client().id, lines, line));
  }

  private take(saved: ClientView | null): void {
    if (!saved) return;
    this.shown.show(null);
    this.changed.emit(saved);
  }
}
