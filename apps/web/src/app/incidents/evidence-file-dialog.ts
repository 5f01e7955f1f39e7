import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { EvidenceFileInput } from '@panah/contracts/incident-evidence.contract';
import type { IncidentView } from '@panah/contracts/incidents.contract';
import { DOCUMENT_PROBLEMS } from '../documents/document-problems.part';
import { FileDrop } from '../documents/file-drop.part';
import { FileFaults, ownFaultsOf } from '../documents/file-faults.part';
import { UploadProgress } from '../documents/upload-progress.part';
import { MomentInput } from '../platform/dates/moment-input';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import type { Intent } from '../platform/http/api';
import { endingOnly } from '../platform/http/sent-file';
import { Icon } from '../platform/icon/icon';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { NumberText } from '../platform/text/number-text';
import { IncidentsApi } from './incidents.api';
import { INCIDENT_TEXTS } from './incidents.texts';

const NOTHING: EvidenceFileInput = { what: '', capturedAt: '', url: '', fileName: '', keepAsItCame: false };

/** A file that proves something: what it is, when it was taken. While it is on its way it shows how far, and can be called back. */
@Component({
  selector: 'app-evidence-file-dialog',
  imports: [Field, FieldControl, FileDrop, FileFaults, FormElement, Icon, MomentInput, NumberText, ReactiveFormsModule, UploadProgress],
  templateUrl: './evidence-file-dialog.html',
})
export class EvidenceFileDialog {
  private readonly incident = inject<IncidentView>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<IncidentView>>(DialogRef);
  private readonly incidents = inject(IncidentsApi);
  private line: AbortController | null = null;

  protected readonly file = signal<File | null>(null);
  protected readonly asked = signal(false);
  /** From 0 to 1; null while nothing is on its way. */
  protected readonly part = signal<number | null>(null);
  protected readonly calledBack = signal(false);
  protected readonly form = new ContractForm<EvidenceFileInput>(EvidenceFileInput, NOTHING, { texts: INCIDENT_TEXTS });
  protected readonly faults = computed(() => [
    ...(this.asked() && !this.file() ? ['missing'] : []),
    ...ownFaultsOf(this.file()),
    ...this.form.refusedRules('file'),
  ]);
  /** What the file's own lines do not say already. */
  protected readonly problem = computed(() => (this.faults().length || this.calledBack() ? null : this.form.problem()));
  protected readonly kilobytes = computed(() => Math.ceil((this.file()?.size ?? 0) / 1024));

  constructor() {
    inject(ProblemTexts).add(DOCUMENT_PROBLEMS);
  }

  protected chosen(file: File): void {
    this.file.set(file);
    this.form.control('fileName').setValue(endingOnly(file.name));
  }

  protected setKept(kept: boolean): void {
    this.form.control('keepAsItCame').setValue(kept);
  }

  protected async send(): Promise<void> {
    this.asked.set(true);
    this.calledBack.set(false);
    const file = this.file();
    if (!file || ownFaultsOf(file).length) return;
    const saved = await this.form.save((written, intent) => this.onItsWay(file, written, intent));
    if (saved) this.dialog.close(saved);
  }

  protected callBack(): void {
    this.line?.abort();
    this.calledBack.set(true);
  }

  private async onItsWay(file: File, told: EvidenceFileInput, intent: Intent): Promise<IncidentView> {
    this.line = new AbortController();
    this.part.set(0);
    try {
      return await this.incidents.bringEvidence(this.incident.id, file, told, intent, {
        onProgress: (part) => this.part.set(part),
        signal: this.line.signal,
      });
    } finally {
      this.part.set(null);
    }
  }
}
