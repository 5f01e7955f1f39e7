import type { RouteStepView } from '@panah/contracts/family-links.contract';
import type { RouteStep } from './route.records';

export const routeStepView = ({ id, kind, country, from, dueOn, rule, doneOn }: RouteStep): RouteStepView => ({
  id,
  kind,
  country,
  from,
  dueOn,
  rule,
  doneOn,
});
