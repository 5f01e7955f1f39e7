import { Component, type ElementRef, effect, inject, input, output, signal, viewChild } from '@angular/core';
import type { MessageAttachmentView } from '@panah/contracts/family-messages.contract';
import { Icon } from '../platform/icon/icon';
import { State } from '../platform/text/state';
import { MessagesApi } from './messages.api';
import { toldWords } from './told-words';

/** A picture that goes along, drawn anew: what was taken off it, and whether somebody looked who is on it. */
@Component({
  selector: 'app-message-picture',
  imports: [Icon, State],
  template: `
    <figure>
      <canvas #drawn role="img" aria-label="The picture, drawn anew" i18n-aria-label="@@familyMessages.picture"></canvas>
      @if (undrawn()) {
        <p class="notice" role="alert">
          <app-icon name="alert" /><span i18n="@@familyMessages.undrawn">It cannot be drawn. Do not let it go.</span>
        </p>
      }
      <figcaption class="stack">
        @if (told(); as words) {
          <p class="small" i18n="@@familyMessages.takenOff">Taken off: {{ words }}</p>
        } @else {
          <p class="small muted" i18n="@@familyMessages.nothingOff">It told nothing but what it shows.</p>
        }
        @if (picture().facesConfirmed) {
          <p>
            <app-state icon="done" tone="good"><span i18n="@@familyMessages.facesSeen">Looked at: no faces of others</span></app-state>
          </p>
        } @else if (mayConfirm()) {
          <label class="choice">
            <input type="checkbox" (change)="confirmed.emit()" />
            <span i18n="@@familyMessages.faces">I looked: it shows nobody who has not been asked</span>
          </label>
        } @else {
          <p>
            <app-state icon="open" tone="due"
              ><span i18n="@@familyMessages.facesOpen">Nobody looked yet whether it shows others</span></app-state
            >
          </p>
        }
        @if (mayRemove()) {
          <button type="button" class="btn slim" (click)="removed.emit()" i18n="@@familyMessages.removePicture">Take it out</button>
        }
      </figcaption>
    </figure>
  `,
  styles: `
    figure {
      display: grid;
      gap: var(--s3);
      margin: 0;
    }
    canvas {
      max-inline-size: 100%;
      max-block-size: 24rem;
      border: 1px solid var(--line);
      border-radius: var(--radius);
    }
    .btn {
      justify-self: start;
    }
  `,
})
export class MessagePicture {
  readonly messageId = input.required<string>();
  readonly picture = input.required<MessageAttachmentView>();
  readonly mayConfirm = input(false);
  readonly mayRemove = input(false);
  readonly confirmed = output();
  readonly removed = output();

  private readonly api = inject(MessagesApi);
  private readonly canvas = viewChild.required<ElementRef<HTMLCanvasElement>>('drawn');
  protected readonly undrawn = signal(false);

  constructor() {
    effect(() => void this.draw(this.messageId(), this.picture().id, this.canvas().nativeElement));
  }

  protected told = (): string => toldWords(this.picture().cleanedOf);

  private async draw(messageId: string, id: string, canvas: HTMLCanvasElement): Promise<void> {
    if (canvas.dataset['of'] === id) return;
    canvas.dataset['of'] = id;
    try {
      const picture = await createImageBitmap(new Blob([await this.api.picture(messageId, id)]));
      [canvas.width, canvas.height] = [picture.width, picture.height];
      canvas.getContext('2d')?.drawImage(picture, 0, 0);
      picture.close();
    } catch {
      this.undrawn.set(true);
    }
  }
}
