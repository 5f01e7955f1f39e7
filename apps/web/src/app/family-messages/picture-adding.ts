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
import { PICTURE_FAULTS } from './messages.texts';
import { toldWords } from './told-words';

/** A picture that was refused for what it tells besides what it shows. */
interface Telling {
  file: File;
  what: string;
}

/** A photograph for the other side. One that tells more than it shows is refused first, with what it tells; then it may be taken off. */
@Component({
  selector: 'app-picture-adding',
  imports: [FileFaults, Icon, UploadProgress],
  template: `
    <label class="btn slim">
      <app-icon name="plus" /><span i18n="@@familyMessages.addPicture">Add a picture</span>
      <input
        #picker
        type="file"
        class="hide"
        accept=".jpg,.jpeg,.png,.webp"
        [attr.aria-describedby]="telling() ? 'telling' : 'picture-hint'"
        (change)="picked(picker.files); picker.value = ''"
      />
    </label>
    <p class="small muted" id="picture-hint" i18n="@@familyMessages.addPictureHint">
      JPEG, PNG or WebP, up to 8 MB. Nothing but what it shows may go along.
    </p>
    @if (telling(); as it) {
      <div class="notice danger" id="telling" role="alert">
        <app-icon name="alert" />
        <div class="stack">
          <p i18n="@@familyMessages.tellsMore">
            This picture was not taken: besides what it shows it tells {{ it.what }}. Somebody could be found by that.
          </p>
          <div class="btns">
            <button type="button" class="btn slim" (click)="clean(it)" i18n="@@familyMessages.cleanIt">Take that off and add it</button>
            <button type="button" class="btn slim" (click)="telling.set(null)" i18n="@@familyMessages.leaveItOut">Leave it out</button>
          </div>
        </div>
      </div>
    }
    <app-file-faults [rules]="faults()" [own]="words" />
    <app-upload-progress [part]="part()" [problem]="faults().length || telling() ? null : refused()" />
  `,
  styles: `
    label {
      justify-self: start;
    }
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
  protected readonly words = PICTURE_FAULTS;
  /** From 0 to 1; null while nothing is on its way. */
  protected readonly part = signal<number | null>(null);
  protected readonly faults = signal<readonly string[]>([]);
  protected readonly telling = signal<Telling | null>(null);
  protected readonly refused = signal<Problem | null>(null);

  constructor() {
    inject(ProblemTexts).add(DOCUMENT_PROBLEMS);
  }

  protected async picked(files: FileList | null): Promise<void> {
    const file = files?.[0];
    if (file) await this.bring(file, { clean: false });
  }

  protected clean({ file }: Telling): Promise<void> {
    return this.bring(file, { clean: true });
  }

  private async bring(file: File, told: { clean: boolean }): Promise<void> {
    if (this.part() !== null) return;
    this.part.set(0);
    this.refused.set(null);
    this.telling.set(null);
    this.faults.set([]);
    try {
      const onProgress = (part: number): void => this.part.set(part);
      const journey = { onProgress, signal: new AbortController().signal };
      this.added.emit(await this.api.addPicture(this.messageId(), file, told, new Intent(), journey));
    } catch (thrown) {
      this.wasRefused(file, problemOf(thrown));
    } finally {
      this.part.set(null);
    }
  }

  private wasRefused(file: File, problem: Problem): void {
    const rules = problem.fields['file'] ?? [];
    this.refused.set(problem);
    if (rules.includes('tells-more')) this.telling.set({ file, what: toldWords(String(problem.facts['tells'] ?? '').split(' ')) });
    else this.faults.set(rules);
  }
}
