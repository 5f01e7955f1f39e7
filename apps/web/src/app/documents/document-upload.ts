import { afterNextRender, Component, computed, ElementRef, inject, input, type OnInit, output, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { CaseDocumentInput, type CaseDocumentView } from '@panah/contracts/documents.contract';
import { documentType } from '@panah/domain/vocabulary/documents';
import { DateInput } from '../platform/dates/date-input';
import { DateWords } from '../platform/dates/date-words';
import { Choices, choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import type { Intent } from '../platform/http/api';
import { endingOnly } from '../platform/http/sent-file';
import { Icon } from '../platform/icon/icon';
import { readerLanguage } from '../platform/reader/language';
import { NumberText } from '../platform/text/number-text';
import { DocumentsApi } from './documents.api';
import { FIELD_TEXTS } from './documents.texts';
import { FileFaults, ownFaultsOf } from './file-faults.part';
import { suggestedType } from './suggestion';
import { UploadProgress } from './upload-progress.part';

type Written = Omit<CaseDocumentInput, 'privileged' | 'keepAsEvidence'> & { choices: string[] };

const labelOf = (type: string): string => (documentType.has(type) ? documentType.label(type, readerLanguage()) : '');

/** One file, and what is told of it: suggested, confirmed, sent. While it is on its way it shows how far, and can be called back. */
@Component({
  selector: 'app-document-upload',
  imports: [Choices, DateInput, Field, FieldControl, FileFaults, FormElement, Icon, NumberText, ReactiveFormsModule, UploadProgress],
  templateUrl: './document-upload.html',
})
export class DocumentUpload implements OnInit {
  readonly caseId = input.required<string>();
  readonly file = input.required<File>();
  readonly types = input.required<readonly string[]>();
  readonly mayBePrivileged = input(false);
  readonly added = output<CaseDocumentView>();
  readonly left = output();

  private readonly api = inject(DocumentsApi);
  private readonly today = inject(DateWords).today();
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  private line: AbortController | null = null;
  private before = '';

  protected readonly choices = computed(() => choicesOf(documentType).filter(({ code }) => this.types().includes(code)));
  /** From 0 to 1; null while nothing is on its way. */
  protected readonly part = signal<number | null>(null);
  protected readonly calledBack = signal(false);
  protected readonly form = new ContractForm<Written>(CaseDocumentInput as never, this.start(), { texts: FIELD_TEXTS });
  private readonly type = toSignal(this.form.control('type').valueChanges, { initialValue: '' });
  protected readonly extras = computed(() => [
    {
      code: 'evidence',
      label: $localize`:@@documents.keepAsEvidence:Keep the file as it came as well, as evidence. What it says about place and maker stays in that one, sealed.`,
    },
    ...(this.type() === 'LEGAL_MANDATE' && this.mayBePrivileged()
      ? [{ code: 'privileged', label: $localize`:@@documents.privileged:Only for the legal team` }]
      : []),
  ]);
  protected readonly fileFaults = computed(() => [...ownFaultsOf(this.file()), ...this.form.refusedRules('file')]);

  /** What the file's own lines do not say already. */
  protected readonly problem = computed(() => (this.fileFaults().length ? null : this.form.problem()));
  protected readonly kilobytes = computed(() => Math.ceil(this.file().size / 1024));

  constructor() {
    // a file was dropped or picked: what is asked next has the focus, and one key saves
    afterNextRender(() => this.element.nativeElement.querySelector<HTMLElement>('select, input')?.focus());
  }

  ngOnInit(): void {
    const type = suggestedType(this.file().name, this.types());
    this.before = type;
    this.form.reset({ ...this.start(), fileName: endingOnly(this.file().name), type, title: labelOf(type) });
  }

  /** A title that nobody wrote follows the type. */
  protected typeChosen(): void {
    const { title, type } = this.form.value();
    if (!title || title === labelOf(this.before)) this.form.control('title').setValue(labelOf(type));
    this.before = type;
  }

  protected async send(): Promise<void> {
    this.calledBack.set(false);
    if (ownFaultsOf(this.file()).length) return;
    const added = await this.form.save((written, intent) => this.onItsWay(written, intent));
    if (added) this.added.emit(added);
  }

  protected callBack(): void {
    this.line?.abort();
    this.calledBack.set(true);
  }

  private async onItsWay({ choices, ...written }: Written, intent: Intent): Promise<CaseDocumentView> {
    this.line = new AbortController();
    this.part.set(0);
    const told = { ...written, privileged: choices.includes('privileged'), keepAsEvidence: choices.includes('evidence') };
    try {
      return await this.api.send(this.caseId(), this.file(), told, intent, {
        onProgress: (part) => this.part.set(part),
        signal: this.line.signal,
      });
    } finally {
      this.part.set(null);
    }
  }

  private start(): Written {
    return { fileName: '', type: '', title: '', receivedOn: this.today, validTo: null as never, language: '', choices: [] };
  }
}
