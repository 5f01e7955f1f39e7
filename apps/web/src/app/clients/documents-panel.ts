import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { DocumentView, IdentityRevealView, RevealedDocumentView } from '@panah/contracts/client-papers.contract';
import type { ClientView } from '@panah/contracts/clients.contract';
import { docVerification, identityDocType, possessionStatus } from '@panah/domain/vocabulary/clients';
import { PartialDateText } from '../platform/dates/partial-date-text';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { CodeLabel } from '../platform/text/code-label';
import { CountryLabel } from '../platform/text/country-label';
import { State } from '../platform/text/state';
import { ClientsApi } from './clients.api';
import { FileEdits } from './file-edits';
import { LineButtons } from './line-buttons';
import { documentLines } from './paper.sheets';
import { RevealButton } from './reveal-button';
import { ShownAwhile } from '../platform/privacy/shown-awhile';

/** Identity documents; numbers open with a reason. */
@Component({
  selector: 'app-documents-panel',
  imports: [CodeLabel, CountryLabel, Icon, LineButtons, PartialDateText, ProblemNotice, RevealButton, State],
  templateUrl: './documents-panel.html',
})
export class DocumentsPanel {
  readonly client = input.required<ClientView>();
  readonly documents = input.required<readonly DocumentView[]>();
  readonly changed = output<ClientView>();

  private readonly clients = inject(ClientsApi);
  private readonly edits = inject(FileEdits);
  protected readonly codes = { docVerification, identityDocType, possessionStatus };
  protected readonly showLabel = $localize`:@@clients.showNumbers:Show document numbers`;
  protected readonly shown = new ShownAwhile<IdentityRevealView>();
  protected readonly refused = signal<Problem | null>(null);
  protected readonly may = computed(() => new Set(this.client().actions));

  protected openedOf(paper: DocumentView): RevealedDocumentView | null {
    return this.shown.value()?.documents.find(({ id }) => id === paper.id) ?? null;
  }

  protected async reveal(reason: string): Promise<void> {
    this.refused.set(null);
    try {
      this.shown.show(await this.clients.documents(this.client().id, reason));
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
  }

  protected async write(paper: DocumentView | null): Promise<void> {
    this.take(await this.edits.line(this.client().id, documentLines(), paper));
  }

  protected async remove(paper: DocumentView): Promise<void> {
    this.take(await this.edits.remove(this.client().id, 'documents', paper));
  }

  private take(saved: ClientView | null): void {
    if (!saved) return;
    this.shown.show(null);
    this.changed.emit(saved);
  }
}
