import { requestScope } from '../request-context';
import type { UnitOfWork } from './unit-of-work';

/** The transaction of this request. Records start with it: `currentWork().rows(...)`. */
export function currentWork(): UnitOfWork {
  const { work } = requestScope.current();
  if (!work) throw new Error('This route has no session, so it has no transaction.');
  return work;
}
