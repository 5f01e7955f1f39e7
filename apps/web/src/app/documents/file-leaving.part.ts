import { inject, Injectable } from '@angular/core';
import { Dialogs } from '../platform/dialog/dialogs';

/** A file leaves the seal only after its warning. */
@Injectable({ providedIn: 'root' })
export class FileLeaving {
  private readonly dialogs = inject(Dialogs);

  /** @param path where the browser saves it from @param state what a scanner said of it */
  async take(path: string, state: string, which: 'file' | 'original'): Promise<void> {
    if (!(await this.isWarned(state, which))) return;
    const link = window.document.createElement('a');
    link.href = path;
    link.download = '';
    link.click();
  }

  private async isWarned(state: string, which: 'file' | 'original'): Promise<boolean> {
    if (state === 'CLEAN' && which === 'file') return true;
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
