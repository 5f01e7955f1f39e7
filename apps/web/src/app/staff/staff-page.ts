import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import type { HeldRoleView, OfficeListView, StaffView } from '@panah/contracts/staff.contract';
import { duty, role, staffAction, type Duty } from '@panah/domain/vocabulary/staff';
import type { StaffAction } from '@panah/domain/staff/staff.process';
import { DateDisplay } from '../platform/dates/date-display';
import { Dialogs } from '../platform/dialog/dialogs';
import { Questions } from '../platform/form/questions';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { readerLanguage } from '../platform/reader/language';
import { Snack } from '../platform/shell/snack';
import { DigitsDialog } from './digits-dialog';
import { GrantRoleDialog, type RoleToGrant } from './grant-role-dialog';
import { StateMark } from '../platform/text/state-mark';
import { HeldRole } from './held-role';
import { type HandedCode, OneTimeCodeDialog } from './one-time-code-dialog';
import { dutyOf } from './role-fields';
import { staffStepQuestion, tieDecisionQuestion } from './staff-questions';
import { STAFF_STATES } from './staff-state';
import { StaffApi, staffPath } from './staff.api';
import { stepText, TIE_TEXTS } from './staff.texts';

const STEPS: readonly StaffAction[] = ['reinstate', 'reset', 'suspend', 'end'];

/** One colleague's account: roles, what waits for a second person, and what happened. */
@Component({
  selector: 'app-staff-page',
  imports: [DateDisplay, HeldRole, Icon, ProblemNotice, StateMark],
  templateUrl: './staff-page.html',
  styles: `
    .panel-head .btn {
      margin-inline-start: auto;
    }
  `,
})
export class StaffPage {
  readonly staffId = input.required<string>();

  private readonly staff = inject(StaffApi);
  private readonly dialogs = inject(Dialogs);
  private readonly questions = inject(Questions);
  private readonly snack = inject(Snack);

  protected readonly ties = TIE_TEXTS;
  protected readonly marks = STAFF_STATES;
  protected readonly stepText = stepText;
  protected readonly person = httpResource<StaffView>(() => staffPath(this.staffId()));
  private readonly offices = httpResource<OfficeListView>(() => '/api/offices');
  protected readonly refused = signal<Problem | null>(null);
  protected readonly busy = signal(false);
  private readonly offered = computed(() => (this.person.hasValue() ? this.person.value().actions : []));
  protected readonly steps = computed(() => STEPS.filter((action) => this.offered().includes(action)));

  protected can(action: string): boolean {
    return this.offered().includes(action);
  }

  protected stepLabel(action: StaffAction): string {
    return staffAction.label(action, readerLanguage());
  }

  protected roleLabel(code: string | null): string {
    return role.has(code) ? role.label(code, readerLanguage()) : '';
  }

  /** What the button beside a role says about its duty; null where there is none. */
  protected dutyLabel({ role: code, duties }: HeldRoleView): string | null {
    const possible = dutyOf(code);
    const name = possible && duty.label(possible, readerLanguage());
    if (!possible || !name) return null;
    return duties.includes(possible)
      ? $localize`:@@staff.dutyOff:End duty: ${name}:duty:`
      : $localize`:@@staff.dutyOn:Give duty: ${name}:duty:`;
  }

  protected async confirm(): Promise<void> {
    this.take(await this.dialogs.open<StaffView, string>(DigitsDialog, this.staffId()), $localize`:@@staff.doneConfirm:Confirmed.`);
  }

  protected async step(action: StaffAction): Promise<void> {
    const moved = await this.questions.ask(staffStepQuestion(this.staff, this.staffId(), action));
    this.take(moved, $localize`:@@staff.doneStep:Done. It is in the history below.`);
    await this.handOver(moved);
  }

  protected async decideTie(): Promise<void> {
    this.take(await this.questions.ask(tieDecisionQuestion(this.staff, this.staffId())), $localize`:@@staff.doneTie:Decided.`);
  }

  protected async grantRole(): Promise<void> {
    const offices = this.offices.hasValue() ? this.offices.value().items : [];
    const moved = await this.dialogs.open<StaffView, RoleToGrant>(GrantRoleDialog, { staffId: this.staffId(), offices });
    this.take(moved, $localize`:@@staff.doneGrant:Granted. It opens something once a second person has confirmed it.`);
  }

  protected async newCode(): Promise<void> {
    const moved = await this.send(() => this.staff.newCode(this.staffId()));
    this.take(moved, null);
    await this.handOver(moved);
  }

  protected async endRole({ id }: HeldRoleView): Promise<void> {
    const sure = await this.dialogs.confirm({
      title: $localize`:@@staff.askEndRole:End this role?`,
      text: $localize`:@@staff.askEndRoleText:What it opens closes with their next request, and they have to sign in again.`,
      yes: $localize`:@@staff.endRole:End role`,
      danger: true,
    });
    if (sure) this.take(await this.send(() => this.staff.endRole(this.staffId(), id)), $localize`:@@staff.doneEndRole:The role has ended.`);
  }

  protected async changeDuty({ id, role: code, duties }: HeldRoleView): Promise<void> {
    const possible: Duty | null = dutyOf(code);
    const next = possible && !duties.includes(possible) ? [possible] : [];
    this.take(await this.send(() => this.staff.setDuties(this.staffId(), id, next)), $localize`:@@staff.doneDuty:Duties changed.`);
  }

  protected again(): void {
    this.refused.set(null);
    this.person.reload();
  }

  private take(view: StaffView | null, said: string | null): void {
    if (!view) return;
    this.person.set(view);
    if (said) this.snack.say(said);
  }

  private async handOver(view: StaffView | null): Promise<void> {
    if (view?.activationCode) await this.dialogs.open<void, HandedCode>(OneTimeCodeDialog, { code: view.activationCode });
  }

  private async send(act: () => Promise<StaffView>): Promise<StaffView | null> {
    if (this.busy()) return null;
    this.busy.set(true);
    this.refused.set(null);
    try {
      return await act();
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
      return null;
    } finally {
      this.busy.set(false);
    }
  }
}
