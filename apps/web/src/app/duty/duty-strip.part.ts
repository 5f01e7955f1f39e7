import { Component, effect, inject, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink } from '@angular/router';
import type { DutyStripView } from '@panah/contracts/duty.contract';
import { filter } from 'rxjs';
import { Api } from '../platform/http/api';
import { lookAgain } from '../platform/http/look-again';
import { Icon } from '../platform/icon/icon';
import { NavCounts } from '../platform/shell/nav-counts';
import { DangerLine } from './danger-line.part';
import { EnquiryLine } from './enquiry-line';
import { DUTY, DutyApi } from './duty.api';
import { TelephoneNow } from './telephone-now';

const EVERY = 20_000;

/** At the top of every screen: dangers that nobody has, for whoever is on duty; and what one raised oneself, until somebody has it. */
@Component({
  selector: 'app-duty-strip',
  imports: [DangerLine, EnquiryLine, Icon, RouterLink, TelephoneNow],
  template: `
    @if (strip(); as it) {
      @if (it.open.length || it.enquiries.length) {
        <section class="panel danger" role="alert" aria-labelledby="duty-open">
          <h2 id="duty-open"><app-icon name="alert" /><span i18n="@@duty.now">Danger: one of you says “I have it”</span></h2>
          <ul>
            @for (danger of it.open; track danger.id) {
              <li><app-danger-line [danger]="danger" (changed)="read()" /></li>
            }
            @for (enquiry of it.enquiries; track enquiry.id) {
              <li><app-enquiry-line [enquiry]="enquiry" (changed)="read()" /></li>
            }
          </ul>
        </section>
      }
      @for (enquiry of it.takenDown; track enquiry.id) {
        @if (enquiry.takenBy; as taker) {
          <div class="notice good" role="status">
            <app-icon name="done" [size]="20" />
            <p>
              <a [routerLink]="['/enquiries', enquiry.id]" i18n="@@duty.anEnquiry">Enquiry</a>&ngsp;<span i18n="@@duty.hasIt">Has it:</span
              >&ngsp;<bdi class="strong">{{ taker.name }}</bdi>
            </p>
          </div>
        } @else {
          <div class="notice danger" role="status">
            <app-icon name="phone" [size]="20" />
            <div>
              <app-telephone-now [numbers]="it.numbers" />
              <p class="small"><a [routerLink]="['/enquiries', enquiry.id]" i18n="@@duty.enquiry">An enquiry: in danger now</a></p>
            </div>
          </div>
        }
      }
      @for (danger of it.raised; track danger.id) {
        @if (danger.state === 'OPEN') {
          <div class="notice danger" role="status">
            <app-icon name="phone" [size]="20" />
            <div>
              <app-telephone-now [numbers]="it.numbers" />
              <p class="small">
                @if (danger.incidentId) {
                  <a [routerLink]="['/incidents', danger.incidentId]" i18n="@@duty.officeIncident">Serious incident at the office</a>
                } @else {
                  <bdi class="ref">{{ danger.caseRef }}</bdi>&ngsp;<bdi class="unprinted">{{ danger.pseudonym }}</bdi>
                }
              </p>
            </div>
          </div>
        } @else if (danger.takenBy; as taker) {
          <div class="notice good" role="status">
            <app-icon name="done" [size]="20" />
            <p>
              @if (danger.incidentId) {
                <a [routerLink]="['/incidents', danger.incidentId]" i18n="@@duty.officeIncident">Serious incident at the office</a>
              } @else {
                <bdi class="ref">{{ danger.caseRef }}</bdi>
              }
              &ngsp;<span i18n="@@duty.hasIt">Has it:</span>&ngsp;<bdi class="strong">{{ taker.name }}</bdi>
            </p>
          </div>
        }
      }
    }
  `,
  // paper lies about: whom a danger is about, who has it and which numbers to call stay on the screen
  host: { class: 'unprinted' },
  styles: `
    :host {
      display: grid;
      gap: var(--s3);
    }
    :host:not(:empty) {
      margin-block: var(--s4);
    }
    .panel.danger {
      border-color: var(--danger);
    }
    .panel.danger h2 {
      color: var(--danger);
    }
  `,
})
export class DutyStrip {
  private readonly api = inject(Api);
  private readonly duty = inject(DutyApi);
  private readonly counts = inject(NavCounts);
  protected readonly strip = signal<DutyStripView | null>(null);

  constructor() {
    lookAgain(EVERY, () => this.read());
    // a page that was left may have called somebody: an assessment, an incident
    const arrivals = inject(Router).events.pipe(
      filter((event) => event instanceof NavigationEnd),
      takeUntilDestroyed(),
    );
    arrivals.subscribe(() => void this.read());
    effect(() => {
      this.duty.changes();
      untracked(() => void this.read());
    });
  }

  protected async read(): Promise<void> {
    try {
      const strip = await this.api.glance<DutyStripView>(`${DUTY}/strip`);
      this.strip.set(strip);
      this.counts.set('duty', strip.open.length + strip.enquiries.length);
    } catch {
      // what stood stays: the next look comes in a moment, and every other request says what is wrong
    }
  }
}
