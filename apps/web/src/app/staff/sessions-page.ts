import { httpResource } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OwnSessionsView } from '@panah/contracts/session.contract';
import { DateDisplay } from '../platform/dates/date-display';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { Snack } from '../platform/shell/snack';
import { State } from '../platform/text/state';
import { StaffApi } from './staff.api';

const END_TEXTS: Readonly<Record<string, string>> = {
  SIGNED_OUT: $localize`:@@staff.endSignedOut:You signed out`,
  IDLE: $localize`:@@staff.endIdle:Nothing was done for a quarter of an hour`,
  LIFETIME: $localize`:@@staff.endLifetime:Ten hours were over`,
  ENDED_BY_OWNER: $localize`:@@staff.endByOwner:You ended it from another session`,
  PASSWORD_CHANGED: $localize`:@@staff.endPassword:The password was changed`,
  ROLE_CHANGED: $localize`:@@staff.endRoleChanged:A role was changed`,
  SUSPENDED: $localize`:@@staff.endSuspended:The account was suspended`,
};

/** Where one is signed in, and was. What is not one's own can be ended from here. */
@Component({
  selector: 'app-sessions-page',
  imports: [DateDisplay, Icon, ProblemNotice, RouterLink, State],
  template: `
    <header class="head">
      <div>
        <h1 i18n="@@staff.mySessions">My sessions</h1>
        <p class="sub" i18n="@@staff.sessionsSub">A session you do not know: end it, then change your password</p>
      </div>
      <div class="btns">
        <a class="btn" routerLink="/account"><app-icon name="person" /><span i18n="@@staff.myAccount">My account</span></a>
      </div>
    </header>
    @if (refused(); as problem) {
      <app-problem [problem]="problem" />
    }
    @if (sessions.hasValue()) {
      <ul class="panel">
        @for (each of sessions.value().items; track each.id) {
          <li class="row">
            <app-icon name="key" class="muted" />
            <div>
              <p class="who">
                <span i18n="@@staff.since">Since <app-date [value]="each.startedAt" shape="dayTime" /></span>
                @if (each.current) {
                  <app-state icon="done" tone="good"><ng-container i18n="@@staff.thisOne">this one</ng-container></app-state>
                }
              </p>
              @if (each.endedAt; as ended) {
                <p class="small muted">
                  <ng-container i18n="@@staff.endedAt">Ended <app-date [value]="ended" shape="dayTime" /></ng-container>&ngsp;·
                  {{ endTexts[each.endReason ?? ''] }}
                </p>
              } @else {
                <p class="small muted" i18n="@@staff.lastSeen">Last used <app-date [value]="each.lastSeenAt" shape="dayTime" /></p>
              }
            </div>
            @if (!each.endedAt && !each.current) {
              <div class="end"><button type="button" class="btn slim" (click)="end(each.id)" i18n="@@staff.endSession">End</button></div>
            }
          </li>
        }
      </ul>
    } @else if (sessions.error(); as error) {
      <app-problem [problem]="error" [repeatable]="true" (again)="sessions.reload()" />
    } @else {
      <span class="bone" aria-hidden="true"></span>
    }
  `,
})
export class SessionsPage {
  private readonly staff = inject(StaffApi);
  private readonly snack = inject(Snack);
  protected readonly endTexts = END_TEXTS;
  protected readonly sessions = httpResource<OwnSessionsView>(() => '/api/sessions');
  protected readonly refused = signal<Problem | null>(null);

  protected async end(id: string): Promise<void> {
    this.refused.set(null);
    try {
      this.sessions.set(await this.staff.endSession(id));
      this.snack.say($localize`:@@staff.doneEndSession:Ended.`);
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
  }
}
