import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../platform/icon/icon';
import { Episode } from './episode';

/** One episode by itself, for counsellor and lead. */
@Component({
  selector: 'app-episode-page',
  imports: [Episode, Icon, RouterLink],
  template: `
    <header class="head">
      <div>
        <h1 i18n="@@counselling.episode">Episode of counselling</h1>
      </div>
      <div class="btns">
        <a class="btn" routerLink="/counselling"><app-icon name="back" /><span i18n="@@counselling.title">Counselling</span></a>
      </div>
    </header>
    <app-counselling-episode [episodeId]="episodeId()" />
  `,
})
export class EpisodePage {
  readonly episodeId = input.required<string>();
}
