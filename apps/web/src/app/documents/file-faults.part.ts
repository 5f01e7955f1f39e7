import { Component, computed, input } from '@angular/core';
import { MOST_BYTES } from '@panah/domain/documents/document.rules';
import { Icon } from '../platform/icon/icon';
import { FILE_TEXTS } from './documents.texts';

/** What this browser sees of a file before it is sent. */
export function ownFaultsOf(file: File | null): string[] {
  if (!file) return [];
  if (file.size === 0) return ['empty'];
  return file.size > MOST_BYTES ? ['too-large'] : [];
}

/** Why a file is not taken, in words, beside the file. */
@Component({
  selector: 'app-file-faults',
  imports: [Icon],
  template: `
    @for (fault of faults(); track fault) {
      <p class="notice" role="alert">
        <app-icon name="alert" />
        <span
          ><strong i18n="@@documents.theFile">File:</strong>&ngsp;<bdi>{{ fault }}</bdi></span
        >
      </p>
    }
  `,
  styles: ':host:empty { display: none; }',
})
export class FileFaults {
  /** Rules as the server names them beside the field `file`. */
  readonly rules = input.required<readonly string[]>();
  /** The words of a room that takes in less than a file of documents. */
  readonly own = input<Readonly<Record<string, string>>>({});
  protected readonly faults = computed(() => [...new Set(this.rules())].map((rule) => this.own()[rule] ?? FILE_TEXTS[rule] ?? rule));
}
