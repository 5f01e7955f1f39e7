import { httpResource } from '@angular/common/http';
import { Component, computed, input } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import type { NoteInput, NoteReadersView } from '@panah/contracts/notes.contract';
import { Choices } from '../platform/form/choices';
import type { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { ProblemNotice } from '../platform/problem/problem-notice';

/** Who may read a sensitive note: members of the case team, by name. */
@Component({
  selector: 'app-note-readers',
  imports: [Choices, Field, ProblemNotice, ReactiveFormsModule],
  template: `
    @if (readers.error(); as error) {
      <app-problem [problem]="error" [repeatable]="true" (again)="readers.reload()" />
    } @else if (readers.hasValue()) {
      @if (choices().length) {
        <app-field
          [form]="form()"
          name="namedReaders"
          label="Who may read it besides the coordinator"
          i18n-label="@@notes.readers"
          [group]="true"
        >
          <app-choices [choices]="choices()" [many]="true" [formControl]="form().control('namedReaders')" />
        </app-field>
      } @else {
        <p class="muted" i18n="@@notes.noReaders">
          Nobody else is on this team yet, so nobody can be named. A safety note is read by the coordinator too.
        </p>
      }
    } @else {
      <span class="bone" aria-hidden="true"></span>
    }
  `,
  styles: ':host { display: block; padding: var(--s3) var(--s4) 0; }',
})
export class NoteReaders {
  readonly form = input.required<ContractForm<NoteInput>>();
  readonly caseId = input.required<string>();
  protected readonly readers = httpResource<NoteReadersView>(() => `/api/cases/${this.caseId()}/note-readers`);
  protected readonly choices = computed(() =>
    this.readers.hasValue() ? this.readers.value().items.map(({ id, name }) => ({ code: id, label: name })) : [],
  );
}
