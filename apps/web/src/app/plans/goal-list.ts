import { afterNextRender, Component, ElementRef, inject, Injector, input } from '@angular/core';
import { FormsModule } from '@angular/forms';
import type { NeedView } from '@panah/contracts/needs.contract';
import type { PlanActionInput, PlanGoalInput, PlanPersonView } from '@panah/contracts/plans.contract';
import { needCode } from '@panah/domain/vocabulary/needs';
import { actionOwner, actionType, outcomeDomain, outcomeLevel } from '@panah/domain/vocabulary/plans';
import { DateInput } from '../platform/dates/date-input';
import { choicesOf } from '../platform/form/choices';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { heldValue } from '../platform/form/form-link';
import { Icon } from '../platform/icon/icon';
import { CodeLabel } from '../platform/text/code-label';
import { NumberText } from '../platform/text/number-text';
import type { NestedRules } from './nested-rules';

type GoalChange = Partial<Omit<PlanGoalInput, 'actions'>> & { actions?: readonly PlanActionInput[] };
type LooseGoal = Omit<PlanGoalInput, 'actions'> & { actions: readonly PlanActionInput[] };
type ActionChange = Partial<PlanActionInput>;

/** Goals under one another, each with what is done for it. The value is the list of the contract; ids stay from version to version. */
@Component({
  selector: 'app-goal-list',
  imports: [CodeLabel, DateInput, Field, FieldControl, FormsModule, Icon, NumberText],
  templateUrl: './goal-list.html',
  styleUrl: './goal-list.scss',
  host: { class: 'stack' },
})
export class GoalList {
  readonly rules = input.required<NestedRules>();
  readonly owners = input<readonly PlanPersonView[]>([]);
  readonly needs = input<readonly NeedView[]>([]);

  protected readonly goals = heldValue<readonly PlanGoalInput[]>([]);
  protected readonly domains = choicesOf(outcomeDomain);
  protected readonly levels = choicesOf(outcomeLevel);
  protected readonly types = choicesOf(actionType);
  protected readonly ownerKinds = choicesOf(actionOwner);
  protected readonly needCodes = needCode;
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);

  protected addGoal(): void {
    const goal = {
      id: crypto.randomUUID(),
      domain: null,
      statement: '',
      baseline: null,
      target: null,
      targetOn: null,
      needIds: [] as string[],
    };
    this.take([...this.goals.value(), { ...goal, actions: [newAction()] }]);
    this.focusLast('textarea');
  }

  protected removeGoal(at: number): void {
    this.take(this.goals.value().filter((_goal, index) => index !== at));
  }

  protected write(at: number, change: GoalChange): void {
    this.take(this.goals.value().map((goal, index) => (index === at ? { ...goal, ...change } : goal)));
  }

  protected addAction(at: number): void {
    this.write(at, { actions: [...this.actionsOf(at), newAction()] });
  }

  protected removeAction(at: number, index: number): void {
    this.write(at, { actions: this.actionsOf(at).filter((_action, each) => each !== index) });
  }

  protected writeAction(at: number, index: number, change: ActionChange): void {
    this.write(at, { actions: this.actionsOf(at).map((action, each) => (each === index ? { ...action, ...change } : action)) });
  }

  /** Who does it: a colleague by id, or one of the others by kind, in one choice. */
  protected ownerOf({ ownerKind, ownerId }: PlanActionInput): string {
    return ownerKind === 'STAFF' ? (ownerId ?? '') : (ownerKind ?? '');
  }

  protected writeOwner(at: number, index: number, chosen: string): void {
    const isColleague = this.owners().some(({ id }) => id === chosen);
    const owner = isColleague ? { ownerKind: 'STAFF', ownerId: chosen } : { ownerKind: chosen || null, ownerId: null };
    this.writeAction(at, index, owner);
  }

  protected toggleNeed(at: number, id: string): void {
    const ids = this.goals.value()[at]?.needIds ?? [];
    this.write(at, { needIds: ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id] });
  }

  protected numberOf(text: string): number | null {
    return text === '' ? null : Number(text);
  }

  private actionsOf(at: number): readonly PlanActionInput[] {
    return this.goals.value()[at]?.actions ?? [];
  }

  private take(goals: readonly LooseGoal[]): void {
    this.goals.say(goals.map((goal) => ({ ...goal, actions: [...goal.actions] })));
  }

  private focusLast(selector: string): void {
    afterNextRender(() => this.element.nativeElement.querySelector<HTMLElement>(`fieldset:last-of-type ${selector}`)?.focus(), {
      injector: this.injector,
    });
  }
}

const newAction = (): PlanActionInput => ({
  id: crypto.randomUUID(),
  type: null,
  text: '',
  ownerKind: 'CLIENT',
  ownerId: null,
  dueOn: null,
});
