import { httpResource } from '@angular/common/http';
import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OfficeListView } from '@panah/contracts/staff.contract';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { weekdaysText } from './office-days';

/** The offices one belongs to, or all of them. */
@Component({
  selector: 'app-office-list',
  imports: [Icon, ProblemNotice, RouterLink],
  template: `
    <header class="head">
      <div>
        <h1 i18n="@@staff.offices">Offices</h1>
        <p class="sub" i18n="@@staff.officesSub">Deadlines are counted in the days and the time zone of an office</p>
      </div>
      @if (offices.hasValue() && offices.value().actions.includes('create')) {
        <div class="btns">
          <a class="btn primary" routerLink="/staff/offices/new"
            ><app-icon name="plus" /><span i18n="@@staff.newOffice">New office</span></a
          >
        </div>
      }
    </header>
    @if (offices.hasValue()) {
      <ul class="panel">
        @for (office of offices.value().items; track office.id) {
          <li class="row">
            <app-icon name="home" class="muted" />
            <div>
              <p class="strong">
                <bdi>{{ office.name }}</bdi>
              </p>
              <p class="muted">
                <bdi dir="ltr">{{ office.timeZone }}</bdi> ·
                <ng-container i18n="@@staff.closedOn">closed on {{ weekdays(office.weekendDays) }}</ng-container>
              </p>
            </div>
            <div class="more btns">
              <a class="btn slim" [routerLink]="['/staff/offices', office.id, 'acts']" i18n="@@staff.acts">What needs more people</a>
              @if (office.actions.includes('edit')) {
                <a class="btn slim" [routerLink]="['/staff/offices', office.id]"
                  ><app-icon name="edit" /><span i18n="@@staff.edit">Edit</span></a
                >
              }
            </div>
          </li>
        }
      </ul>
    } @else if (offices.error(); as error) {
      <app-problem [problem]="error" [repeatable]="true" (again)="offices.reload()" />
    } @else {
      <span class="bone" aria-hidden="true"></span>
    }
  `,
})
export class OfficeList {
  protected readonly offices = httpResource<OfficeListView>(() => '/api/offices');
  protected readonly weekdays = weekdaysText;
}
