import { RuleBroken } from '@panah/domain/process/process';
import { Problem } from '../platform/errors/problem';

/** What the database refuses, in the words of the house. */
const REFUSALS: Readonly<Record<string, () => Problem | RuleBroken>> = {
  placement_within_capacity: () => new Problem(409, 'unit-full', {}, { unitId: ['full'] }),
  placement_one_residence: () => new RuleBroken('second-residence', {}, { movedInOn: ['second-residence'] }),
  placement_one_request: () => new Problem(409, 'already-requested', {}),
  placement_kept_apart: () => new RuleBroken('unit-does-not-fit', { misfits: ['KEPT_APART'] }, { unitId: ['KEPT_APART'] }),
  placement_unit_usable: () => new RuleBroken('unit-does-not-fit', { misfits: ['NOT_IN_USE'] }, { unitId: ['NOT_IN_USE'] }),
  placement_after_unit_opens: () => new RuleBroken('placement-days', {}, { movedInOn: ['before-unit'] }),
  placement_not_ahead: () => new RuleBroken('placement-days', {}, { movedInOn: ['in-future'] }),
  placement_left_after_moving_in: () => new RuleBroken('placement-days', {}, { movedOutOn: ['before-start'] }),
  placement_planned_end: () => new RuleBroken('placement-days', {}, { plannedEndOn: ['before-start'] }),
  housing_unit_holds_who_is_there: () => new RuleBroken('unit-in-use', {}, { capacity: ['in-use'] }),
  housing_unit_empty: () => new RuleBroken('unit-in-use', {}, { status: ['in-use'] }),
};

/** Waits for a statement; what a constraint of housing refuses is said with its field and reason. */
export async function refusalOfPlaces<T>(statement: Promise<T>): Promise<T> {
  try {
    return await statement;
  } catch (error) {
    const { constraint, driverError } = error as { constraint?: string; driverError?: { constraint?: string } };
    const refusal = REFUSALS[driverError?.constraint ?? constraint ?? ''];
    throw refusal ? refusal() : error;
  }
}
