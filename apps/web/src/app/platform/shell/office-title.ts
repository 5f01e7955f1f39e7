import { inject, Injectable } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { SessionStore } from '../session/session-store';

/** "Cases - Office": a word for the page and the office's name; never a client, never the product. */
@Injectable({ providedIn: 'root' })
export class OfficeTitle extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly session = inject(SessionStore);

  override updateTitle(state: RouterStateSnapshot): void {
    const page = this.buildTitle(state);
    const office = this.session.officeName();
    this.title.setTitle(page ? `${page} - ${office}` : office);
  }
}
