import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { OfficeListView, StaffLineView } from '@panah/contracts/staff.contract';
import { role, staffState } from '@panah/domain/vocabulary/staff';
import { choicesOf } from '../platform/form/choices';
import { Icon } from '../platform/icon/icon';
import { Facet } from '../platform/list/facet';
import { List, ListRow } from '../platform/list/list';
import type { ListColumn } from '../platform/list/list-page';
import { ListSource } from '../platform/list/list-source';
import { SessionStore } from '../platform/session/session-store';
import { StateMark } from '../platform/text/state-mark';
import { HeldRole } from './held-role';
import { STAFF_STATES } from './staff-state';
import { StaffApi } from './staff.api';

/** Who works here, newest first. */
@Component({
  selector: 'app-staff-list',
  imports: [Facet, HeldRole, Icon, List, ListRow, RouterLink, StateMark],
  templateUrl: './staff-list.html',
})
export class StaffList {
  private readonly staff = inject(StaffApi);
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);
  protected readonly mayInvite = this.session.may('staff:invite');
  protected readonly mayRead = this.session.may('staff:read');

  protected readonly marks = STAFF_STATES;
  protected readonly states = choicesOf(staffState);
  protected readonly roles = choicesOf(role);
  private readonly known = httpResource<OfficeListView>(() => '/api/offices');
  protected readonly offices = computed(() =>
    this.known.hasValue() ? this.known.value().items.map(({ id, name }) => ({ code: id, label: name })) : [],
  );
  protected readonly columns: readonly ListColumn[] = [
    { id: 'name', label: $localize`:@@staff.name:Name` },
    { id: 'roles', label: $localize`:@@staff.roles:Roles`, wide: true },
    { id: 'state', label: $localize`:@@staff.state:State` },
  ];
  protected readonly list = new ListSource<StaffLineView>((question) => this.staff.list(question), {
    facetNames: ['state', 'role', 'officeId'],
  });

  protected open({ id }: StaffLineView): void {
    if (this.mayRead) void this.router.navigate(['/staff', id]);
  }
}
