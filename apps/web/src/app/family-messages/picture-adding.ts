import { Component, inject, input, output, signal } from '@angular/core';
import type { FamilyMessageView } from '@panah/contracts/family-messages.contract';
import { DOCUMENT_PROBLEMS } from '../documents/document-problems.part';
import { FileFaults } from '../documents/file-faults.part';
import { UploadProgress } from '../documents/upload-progress.part';
import { Intent } from '../platform/http/api';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { MessagesApi } from './messages.api';

/** A photograph for the other side: what it tells besides what it shows is taken off when it arrives. */
@Component({
  selector: 'app-picture-adding',
  imports: [FileFaults, Icon, UploadProgress],
  template: `
    <label class="btn slim">
      <app-icon name="plus" /><span i18n="@@familyMessages.addPicture">Add a picture</span>
      <input #picker type="file" class="hide" accept=".jpg,.jpeg,.png,.webp" (change)="picked(picker.files); picker.value = ''" />
    </label>
    <p class="small muted" i18n="@@familyMessages.addPictureHint">JPEG, PNG or WebP, up to 8 MB. Place, time and maker are taken off it.</p>
    <app-file-faults [rules]="faults()" />
    <app-upload-progress [part]="part()" [problem]="faults().length ? null : refused()" />
  `,
  styles: `
    label:focus-within {
      outline: 2px solid var(--focus);
      outline-offset: 2px;
    }
  `,
  host: { class: 'stack' },
})
export class PictureAdding {
  readonly messageId = input.required<string>();
  readonly added = output<FamilyMessageView>();

  private readonly api = inject(MessagesApi);
  /** From 0 to 1; null while nothing is on its way. */
  protected readonly part = signal<number | null>(null);
  protected readonly faults = signal<readonly string[]>([]);
  protected readonly refused = signal<Problem | null>(null);

  constructor() {
    inject(ProblemTexts).add(DOCUMENT_PROBLEMS);
  }

  protected async picked(files: FileList | null): Promise<void> {
    const file = files?.[0];
    if (!file || this.part() !== null) return;
    this.part.set(0);
    this.refused.set(null);
    this.faults.set([]);
    try {
      const onProgress = (part: number): void => this.part.set(part);
      const journey = { onProgress, signal: new AbortController().signal };
      this.added.emit(await this.api.addPicture(this.messageId(), file, new Intent(), journey));
    } catch (thrown) {
      const problem = problemOf(thrown);
      this.refused.set(problem);
      this.faults.set(problem.fields['file'] ?? []);
    } finally {
      this.part.set(null);
    }
  }
}
