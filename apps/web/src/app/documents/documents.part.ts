import { Component, effect, inject, input, signal, untracked } from '@angular/core';
import type { CaseDocumentListView, CaseDocumentView } from '@panah/contracts/documents.contract';
import { documentType, fileKind, fileState } from '@panah/domain/vocabulary/documents';
import { DateText } from '../platform/dates/date-text';
import { Dialogs } from '../platform/dialog/dialogs';
import { choicesOf } from '../platform/form/choices';
import { Icon } from '../platform/icon/icon';
import { ListSource } from '../platform/list/list-source';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { Snack } from '../platform/shell/snack';
import { CodeLabel } from '../platform/text/code-label';
import { State } from '../platform/text/state';
import { DocumentEdit } from './document-edit';
import { DocumentLook } from './document-look';
import { DocumentUpload } from './document-upload';
import { DocumentsApi } from './documents.api';
import { DOCUMENT_PROBLEMS } from './documents.texts';

/** The documents of a case: dropped here, looked at re-drawn, taken away only after the warning. */
@Component({
  selector: 'app-documents',
  imports: [CodeLabel, DateText, DocumentUpload, Icon, ProblemNotice, State],
  templateUrl: './documents.part.html',
  styleUrl: './documents.part.scss',
})
export class Documents {
  readonly caseId = input.required<string>();

  private readonly api = inject(DocumentsApi);
  private readonly dialogs = inject(Dialogs);
  private readonly snack = inject(Snack);
  protected readonly types = documentType;
  protected readonly typeChoices = choicesOf(documentType);
  protected readonly kinds = fileKind;
  protected readonly states = fileState;
  protected readonly chosen = signal<File | null>(null);
  protected readonly over = signal(false);
  protected readonly refused = signal<Problem | null>(null);
  protected readonly page = signal<CaseDocumentListView | null>(null);
  protected readonly list = new ListSource<CaseDocumentView>(
    async (question) => {
      const page = await this.api.list(this.caseId(), question);
      this.page.set(page);
      return page;
    },
    { facetNames: ['type'], limit: 50 },
  );

  constructor() {
    inject(ProblemTexts).add(DOCUMENT_PROBLEMS);
    effect(() => {
      this.caseId();
      untracked(() => void this.list.reload());
    });
  }

  protected picked(files: FileList | null | undefined): void {
    this.over.set(false);
    this.chosen.set(files?.[0] ?? null);
  }

  protected dropped(event: DragEvent): void {
    event.preventDefault();
    this.picked(event.dataTransfer?.files);
  }

  protected hovered(event: DragEvent): void {
    event.preventDefault();
    this.over.set(true);
  }

  protected narrow(type: string): void {
    this.list.setFacet('type', type || null);
  }

  protected added(): void {
    this.chosen.set(null);
    this.snack.say($localize`:@@documents.added:Sealed and kept.`);
    void this.list.reload();
  }

  protected look(document: CaseDocumentView): void {
    void this.dialogs.open<never, CaseDocumentView>(DocumentLook, document, '4vh');
  }

  protected async edit(document: CaseDocumentView): Promise<void> {
    if (await this.dialogs.open<CaseDocumentView, CaseDocumentView>(DocumentEdit, document)) void this.list.reload();
  }

  protected async scan({ id }: CaseDocumentView): Promise<void> {
    this.refused.set(null);
    try {
      await this.api.scan(id);
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
    void this.list.reload();
  }

  /** The file itself leaves only after its warning. */
  protected async take(document: CaseDocumentView, which: 'file' | 'original'): Promise<void> {
    if (!(await this.isWarned(document, which))) return;
    const link = window.document.createElement('a');
    link.href = this.api.savePath(document.id, which);
    link.download = '';
    link.click();
  }

  private async isWarned({ state }: CaseDocumentView, which: 'file' | 'original'): Promise<boolean> {
    const warnings = [
      ...(state === 'UNSCANNED'
        ? [
            $localize`:@@documents.warnUnscanned:Nobody has scanned this file. Opened on this computer, it can harm it and all that is read here.`,
          ]
        : []),
      ...(which === 'original'
        ? [$localize`:@@documents.warnOriginal:This is the file as it came: it may tell place, time and people.`]
        : []),
      $localize`:@@documents.warnLeaves:Saved, it lies open on this computer, outside the seal.`,
    ];
    if (state === 'CLEAN' && which === 'file') return true;
    const title =
      which === 'original'
        ? $localize`:@@documents.takeOriginalTitle:Save the file as it came?`
        : $localize`:@@documents.takeTitle:Save a file that nobody scanned?`;
    return this.dialogs.confirm({
      title,
      text: warnings.join(' '),
      yes: $localize`:@@documents.takeAnyway:Save it all the same`,
      danger: true,
    });
  }
}
