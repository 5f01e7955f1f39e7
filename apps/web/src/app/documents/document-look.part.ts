import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, type ElementRef, inject, type OnDestroy, signal, viewChild } from '@angular/core';
import { Icon } from '../platform/icon/icon';
import { Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { NumberText } from '../platform/text/number-text';
import type { PdfPages } from './pdf-pages';

const LONGEST_TEXT = 200_000;

/** What is to be drawn: its title, what it is by its content, and its bytes. */
export interface LookedAt {
  title: string;
  kind: string;
  content: () => Promise<ArrayBuffer>;
}

/** A document, drawn anew: its own bytes never become a page, a frame or an image of the browser. */
@Component({
  selector: 'app-document-look',
  imports: [Icon, NumberText, ProblemNotice],
  templateUrl: './document-look.part.html',
  styleUrl: './document-look.part.scss',
})
export class DocumentLook implements OnDestroy {
  protected readonly document = inject<LookedAt>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef>(DialogRef);
  private readonly canvas = viewChild<ElementRef<HTMLCanvasElement>>('drawn');
  private pages: PdfPages | null = null;

  protected readonly page = signal(1);
  protected readonly count = signal(1);
  protected readonly text = signal<string | null>(null);
  protected readonly drawing = signal(true);
  protected readonly refused = signal<Problem | null>(null);

  constructor() {
    void this.attempt(async () => this.show(await this.document.content()));
  }

  ngOnDestroy(): void {
    void this.pages?.close();
  }

  protected turn(by: 1 | -1): Promise<void> {
    const next = this.page() + by;
    if (next < 1 || next > this.count() || this.drawing()) return Promise.resolve();
    this.page.set(next);
    return this.attempt(() => this.drawPage());
  }

  private async show(bytes: ArrayBuffer): Promise<void> {
    if (this.document.kind === 'TXT') this.text.set(new TextDecoder().decode(bytes.slice(0, LONGEST_TEXT)));
    else if (this.document.kind === 'PDF') {
      this.pages = await (await import('./pdf-pages')).PdfPages.open(bytes);
      this.count.set(this.pages.count);
      await this.drawPage();
    } else await this.drawPicture(bytes);
  }

  private async drawPage(): Promise<void> {
    const canvas = this.canvas()?.nativeElement;
    if (canvas) await this.pages?.draw(this.page(), canvas);
  }

  private async drawPicture(bytes: ArrayBuffer): Promise<void> {
    const picture = await createImageBitmap(new Blob([bytes]));
    const canvas = this.canvas()?.nativeElement;
    if (canvas) {
      canvas.width = picture.width;
      canvas.height = picture.height;
      canvas.getContext('2d')?.drawImage(picture, 0, 0);
    }
    picture.close();
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    this.drawing.set(true);
    this.refused.set(null);
    try {
      await act();
    } catch (thrown) {
      const problem = problemOf(thrown);
      this.refused.set(problem.code === 'unexpected' ? new Problem(-1, 'not-drawn') : problem);
    } finally {
      this.drawing.set(false);
    }
  }
}
