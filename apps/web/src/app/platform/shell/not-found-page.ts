import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';

/** Says the same for what never existed and for what is out of reach. */
@Component({
  selector: 'app-not-found-page',
  imports: [RouterLink],
  template: `
    <div class="empty">
      <h1 i18n="@@platform.notFound">Not found</h1>
      <p i18n="@@platform.notFoundText">There is nothing at this address that you can open.</p>
      <a class="btn" routerLink="/" i18n="@@platform.toStart">To the first page</a>
    </div>
  `,
})
export class NotFoundPage {}
