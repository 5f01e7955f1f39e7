import { Component, computed, inject, input, linkedSignal, resource, signal } from '@angular/core';
import type { FormControl } from '@angular/forms';
import type { CaseDocumentView } from '@panah/contracts/documents.contract';
import { type DocumentType, documentType } from '@panah/domain/vocabulary/documents';
import { DateText } from '../platform/dates/date-text';
import { DateWords } from '../platform/dates/date-words';
import { controlValue } from '../platform/form/control-value';
import { Field } from '../platform/form/field';
import { Intent } from '../platform/http/api';
import { endingOnly } from '../platform/http/sent-file';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { readerLanguage } from '../platform/reader/language';
import { NumberText } from '../platform/text/number-text';
import { DOCUMENT_PROBLEMS } from './document-problems.part';
import { DocumentsApi } from './documents.api';
import { FileFaults, ownFaultsOf } from './file-faults.part';

/** One document of the file that shows something: chosen among those that are there, or brought in here, sealed like any other. Stands in an `app-field`. */
@Component({
  selector: 'app-paper-choice',
  imports: [DateText, FileFaults, Icon, NumberText, ProblemNotice],
  template: `
    <div class="stack">
      <span class="select">
        <select #which class="input" [id]="field.id" (change)="choose(which.value)">
          <option value="" i18n="@@documents.noPaper">None</option>
          @for (each of papers(); track each.id) {
            <option [value]="each.id" [selected]="each.id === chosen()">{{ each.title }} · {{ each.receivedOn | dateText: 'day' }}</option>
          }
        </select>
      </span>
      @if (part() !== null) {
        <p class="small" role="status">
          <progress class="wide" max="1" [value]="part() ?? 0" aria-label="Upload" i18n-aria-label="@@documents.progress"></progress>
          <span i18n="@@documents.onItsWay">{{ percent() | numberText }} % sent</span>
          <button type="button" class="btn slim" (click)="line?.abort()" i18n="@@documents.callBack">Call back</button>
        </p>
      } @else if (mayAdd()) {
        <label class="btn slim fit">
          <app-icon name="plus" /><span i18n="@@documents.bringPaper">Bring the file</span>
          <input
            #picker
            type="file"
            class="hide"
            accept=".pdf,.jpg,.jpeg,.png,.webp,.docx,.odt,.txt,.mp3,.m4a"
            (change)="bring(picker.files?.[0]); picker.value = ''"
          />
        </label>
      }
      <app-file-faults [rules]="faults()" />
      @if (refused(); as problem) {
        <app-problem [problem]="problem" />
      }
    </div>
  `,
  styles: `
    .fit {
      inline-size: fit-content;
    }
  `,
})
export class PaperChoice {
  readonly caseId = input.required<string>();
  readonly control = input.required<FormControl<string | null | undefined>>();
  /** The kind of paper that stands first, and that one brings here. */
  readonly paper = input<DocumentType>('CONSENT_FORM');

  protected readonly field = inject(Field);
  protected readonly chosen = controlValue(this.control);
  private readonly api = inject(DocumentsApi);
  private readonly today = inject(DateWords).today();
  private readonly page = resource({
    params: () => ({ id: this.caseId() }),
    loader: ({ params }) => this.api.list(params.id, { text: '', sort: null, direction: 'asc', facets: {}, cursor: null, limit: 50 }),
  });
  private readonly all = linkedSignal<readonly CaseDocumentView[]>(() => (this.page.hasValue() ? this.page.value().items : []));
  protected readonly papers = computed(() =>
    [...this.all()].sort((a, b) => Number(b.type === this.paper()) - Number(a.type === this.paper())),
  );
  protected readonly mayAdd = computed(() => this.page.hasValue() && this.page.value().types.includes(this.paper()));
  /** From 0 to 1; null while nothing is on its way. */
  protected readonly part = signal<number | null>(null);
  protected readonly percent = computed(() => Math.floor((this.part() ?? 0) * 100));
  protected readonly refused = signal<Problem | null>(null);
  protected readonly faults = signal<readonly string[]>([]);
  protected line: AbortController | null = null;

  constructor() {
    inject(ProblemTexts).add(DOCUMENT_PROBLEMS);
  }

  protected choose(id: string): void {
    this.control().setValue(id || null);
  }

  protected async bring(file: File | undefined): Promise<void> {
    this.refused.set(null);
    this.faults.set(ownFaultsOf(file ?? null));
    if (!file || this.faults().length) return;
    try {
      const added = await this.onItsWay(file);
      this.all.update((all) => [added, ...all]);
      this.choose(added.id);
    } catch (thrown) {
      this.wasRefused(problemOf(thrown));
    } finally {
      this.part.set(null);
    }
  }

  private onItsWay(file: File): Promise<CaseDocumentView> {
    this.line = new AbortController();
    this.part.set(0);
    const title = documentType.label(this.paper(), readerLanguage());
    const told = { fileName: endingOnly(file.name), type: this.paper(), title, receivedOn: this.today };
    return this.api.send(this.caseId(), file, told, new Intent(), {
      onProgress: (part) => this.part.set(part),
      signal: this.line.signal,
    });
  }

  private wasRefused(problem: Problem): void {
    this.faults.set(problem.fields['file'] ?? []);
    if (!this.faults().length && problem.code !== 'called-back') this.refused.set(problem);
  }
}
