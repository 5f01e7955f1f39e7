import { Component, effect, inject, input, signal, untracked } from '@angular/core';
import type { CaseDocumentListView, CaseDocumentView } from '@panah/contracts/documents.contract';
import { documentType, fileKind, fileState } from '@panah/domain/vocabulary/documents';
import { DateText } from '../platform/dates/date-text';
import { choicesOf } from '../platform/form/choices';
import { Questions } from '../platform/form/questions';
import { Icon } from '../platform/icon/icon';
import { ListSource } from '../platform/list/list-source';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { Snack } from '../platform/shell/snack';
import { CodeLabel } from '../platform/text/code-label';
import { State } from '../platform/text/state';
import { DocumentOpening } from './document-opening.part';
import { DocumentUpload } from './document-upload';
import { FileDrop } from './file-drop.part';
import { FileLeaving } from './file-leaving.part';
import { DocumentsApi } from './documents.api';
import { DOCUMENT_PROBLEMS } from './document-problems.part';
import { editQuestion } from './edit-question';

/** The documents of a case: dropped here, looked at re-drawn, taken away only after the warning. */
@Component({
  selector: 'app-documents',
  imports: [CodeLabel, DateText, DocumentUpload, FileDrop, Icon, ProblemNotice, State],
  templateUrl: './documents.part.html',
  styleUrl: './documents.part.scss',
})
export class Documents {
  readonly caseId = input.required<string>();

  private readonly api = inject(DocumentsApi);
  private readonly questions = inject(Questions);
  private readonly snack = inject(Snack);
  private readonly leaving = inject(FileLeaving);
  private readonly opening = inject(DocumentOpening);
  protected readonly types = documentType;
  protected readonly typeChoices = choicesOf(documentType);
  protected readonly kinds = fileKind;
  protected readonly states = fileState;
  protected readonly chosen = signal<File | null>(null);
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

  protected narrow(type: string): void {
    this.list.setFacet('type', type || null);
  }

  protected added(): void {
    this.chosen.set(null);
    this.snack.say($localize`:@@documents.added:Sealed and kept.`);
    void this.list.reload();
  }

  protected look({ id, title, kind }: CaseDocumentView): void {
    this.opening.look({ id, title, kind });
  }

  protected async edit(document: CaseDocumentView): Promise<void> {
    if (await this.questions.ask(editQuestion(this.api, document))) void this.list.reload();
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
  protected take({ id, state }: CaseDocumentView, which: 'file' | 'original'): void {
    void this.leaving.take(this.api.savePath(id, which), state, which);
  }
}
