import { Component, inject, input, output, signal } from '@angular/core';
import type { EvidenceView, IncidentView } from '@panah/contracts/incidents.contract';
import { fileKind, fileState } from '@panah/domain/vocabulary/documents';
import { DocumentLook, type LookedAt } from '../documents/document-look.part';
import { FileLeaving } from '../documents/file-leaving.part';
import { DateDisplay } from '../platform/dates/date-display';
import { Dialogs } from '../platform/dialog/dialogs';
import { Questions } from '../platform/form/questions';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { Snack } from '../platform/shell/snack';
import { CodeLabel } from '../platform/text/code-label';
import { NumberText } from '../platform/text/number-text';
import { State } from '../platform/text/state';
import { EvidenceFileDialog } from './evidence-file-dialog';
import { incidentQuestion } from './incident-questions';
import { evidencePath, IncidentsApi } from './incidents.api';

/** What proves an incident: words, addresses, files. Each is looked at drawn anew, and leaves only after its warning. */
@Component({
  selector: 'app-evidence-list',
  imports: [CodeLabel, DateDisplay, Icon, NumberText, ProblemNotice, State],
  templateUrl: './evidence-list.html',
})
export class EvidenceList {
  readonly incident = input.required<IncidentView>();
  readonly changed = output<IncidentView>();

  private readonly incidents = inject(IncidentsApi);
  private readonly dialogs = inject(Dialogs);
  private readonly questions = inject(Questions);
  private readonly leaving = inject(FileLeaving);
  private readonly snack = inject(Snack);
  protected readonly kinds = fileKind;
  protected readonly states = fileState;
  protected readonly refused = signal<Problem | null>(null);

  protected async addWords(): Promise<void> {
    const saved = await this.questions.ask(incidentQuestion(this.incidents, this.incident(), 'evidence'));
    if (saved) this.changed.emit(saved);
  }

  protected async addFile(): Promise<void> {
    const saved = await this.dialogs.open<IncidentView, IncidentView>(EvidenceFileDialog, this.incident());
    if (!saved) return;
    this.snack.say($localize`:@@incidents.fileKept:Sealed under the key of this incident.`);
    this.changed.emit(saved);
  }

  protected look({ id, what, file }: EvidenceView): void {
    const looked: LookedAt = { title: what, kind: file?.kind ?? '', content: () => this.incidents.evidenceContent(id) };
    void this.dialogs.open<never, LookedAt>(DocumentLook, looked, '4vh');
  }

  protected take({ id, file }: EvidenceView, which: 'file' | 'original'): void {
    void this.leaving.take(evidencePath(id, `${which}?warning=seen`), file?.state ?? '', which);
  }

  protected kilobytes(bytes: number): number {
    return Math.ceil(bytes / 1024);
  }

  protected async scan({ id }: EvidenceView): Promise<void> {
    await this.trying(() => this.incidents.scanEvidence(id));
  }

  protected async remove({ id }: EvidenceView): Promise<void> {
    const why = await this.dialogs.words({
      title: $localize`:@@incidents.removeTitle:Take it off the list?`,
      text: $localize`:@@incidents.removeText:Nobody opens it any more. It is kept, with your name and why.`,
      label: $localize`:@@incidents.removeWhy:Why`,
      act: $localize`:@@incidents.remove:Take off`,
      most: 1000,
    });
    if (why) await this.trying(() => this.incidents.removeEvidence(id, why));
  }

  private async trying(act: () => Promise<IncidentView>): Promise<void> {
    this.refused.set(null);
    try {
      this.changed.emit(await act());
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
  }
}
