import { Component, output, signal } from '@angular/core';
import { Icon } from '../platform/icon/icon';

/** Where a file is dropped or picked. */
@Component({
  selector: 'app-file-drop',
  imports: [Icon],
  template: `
    <label class="drop" [class.over]="over()" (dragover)="hovered($event)" (dragleave)="over.set(false)" (drop)="dropped($event)">
      <app-icon name="doc" [size]="20" />
      <span>
        <span class="strong" i18n="@@documents.drop">Drop a file here, or choose one</span>
        <span class="small muted" i18n="@@documents.dropKinds">PDF, JPEG, PNG, WebP, DOCX, ODT, plain text, MP3 or M4A, up to 100 MB</span>
      </span>
      <input
        #picker
        type="file"
        class="hide"
        accept=".pdf,.jpg,.jpeg,.png,.webp,.docx,.odt,.txt,.mp3,.m4a"
        (change)="picked(picker.files); picker.value = ''"
      />
    </label>
  `,
  styles: `
    .drop {
      display: flex;
      align-items: center;
      gap: var(--s3);
      padding: var(--s4);
      border: 1px dashed var(--line-strong);
      border-radius: var(--radius);
      cursor: pointer;
    }
    .drop.over {
      border-style: solid;
      background: var(--hover);
    }
    .drop:focus-within {
      outline: 2px solid var(--focus);
      outline-offset: 2px;
    }
    .drop > span {
      display: grid;
    }
  `,
})
export class FileDrop {
  readonly chosen = output<File>();
  protected readonly over = signal(false);

  protected picked(files: FileList | null | undefined): void {
    this.over.set(false);
    const file = files?.[0];
    if (file) this.chosen.emit(file);
  }

  protected dropped(event: DragEvent): void {
    event.preventDefault();
    this.picked(event.dataTransfer?.files);
  }

  protected hovered(event: DragEvent): void {
    event.preventDefault();
    this.over.set(true);
  }
}
