import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DayItemView } from '@panah/contracts/day.contract';
import { dayKind } from '@panah/domain/vocabulary/day';
import { caseNoteType } from '@panah/domain/vocabulary/notes';
import { DateDistance, DateText } from '../platform/dates/date-text';
import { Icon } from '../platform/icon/icon';
import { CodeLabel } from '../platform/text/code-label';
import { CountryLabel, LanguageLabel } from '../platform/text/country-label';
import { Name } from '../platform/text/name';
import { State } from '../platform/text/state';
import { faceOf } from './day-kinds';

/** One thing to look at today: whom it is about, what it asks for, by when. */
@Component({
  selector: 'app-day-line',
  imports: [CodeLabel, CountryLabel, DateDistance, DateText, Icon, LanguageLabel, Name, RouterLink, State],
  template: `
    @let it = item();
    <app-icon [name]="face().icon" [size]="20" [class]="face().tone" />
    <div>
      <div class="who">
        @if (it.name; as name) {
          <a class="who" [routerLink]="link()"><app-name [own]="name.arab" [latin]="name.latin" /></a>
        } @else if (it.pseudonym) {
          <a [routerLink]="link()"
            ><bdi class="name">{{ it.pseudonym }}</bdi></a
          >
        } @else {
          <a [routerLink]="link()" class="strong">{{ it.kind | codeLabel: kinds }}</a>
        }
        @if (it.caseRef) {
          <bdi class="ref muted">{{ it.caseRef }}</bdi>
        }
        @if (it.language) {
          <span class="muted">{{ it.language | languageLabel }}</span>
        }
        @if (it.country) {
          <span class="muted">{{ it.country | countryLabel }}</span>
        }
        @if (it.late) {
          <app-state icon="alert" tone="danger" i18n="@@day.late">Late</app-state>
        }
      </div>
      <p>
        @if (it.name || it.pseudonym) {
          {{ it.kind | codeLabel: kinds }}
        }
        @if (it.noteType) {
          <span class="muted">{{ it.noteType | codeLabel: noteTypes }}</span>
        }
      </p>
    </div>
    <div class="end">
      <div class="when">
        @if (it.due; as due) {
          <div class="strong">{{ due | dateText: 'short' }}</div>
          <div class="small muted">{{ due | dateDistance }}</div>
        } @else {
          <div class="small muted" i18n="@@day.since">since {{ it.since | dateText: 'short' }}</div>
        }
      </div>
      <a class="btn" tabindex="-1" aria-hidden="true" [routerLink]="link()" i18n="@@day.open">Open</a>
    </div>
  `,
  styles: `
    :host(.row) {
      border-block-end: 1px solid var(--line);
    }
    :host-context(li:last-child) {
      border-block-end: 0;
    }
  `,
  host: { class: 'row' },
})
export class DayLine {
  readonly item = input.required<DayItemView>();
  protected readonly kinds = dayKind;
  protected readonly noteTypes = caseNoteType;
  protected readonly face = computed(() => faceOf(this.item()));
  protected readonly link = computed(() => this.face().link(this.item()));
}
