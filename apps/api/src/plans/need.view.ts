import type { NeedListView, NeedView } from '@panah/contracts/needs.contract';
import { actOnNeedBy, isOpenNeed, needCategory } from '@panah/domain/needs/need.rules';
import type { ReachedCase } from '../cases/case.records';
import { mayOn } from '../platform/access/may-on';
import type { OpenNeed } from './need.entity';

export function needView({ row, secrets }: OpenNeed, file: ReachedCase): NeedView {
  return {
    id: row.id,
    version: row.version,
    code: secrets.code,
    category: needCategory(secrets.code),
    restricted: row.recordClass === 'RESTRICTED',
    severity: row.severity,
    status: row.status,
    source: secrets.source,
    identifiedOn: row.identifiedOn,
    actBy: isOpenNeed(row.status) ? actOnNeedBy(row.severity, row.identifiedOn) : null,
    // words about a person are for those who read all of their needs
    note: mayOn('need:read-every', file) ? secrets.note : null,
    actions: mayWrite(file) ? ['edit'] : [],
  };
}

export const needListView = (file: ReachedCase, needs: readonly OpenNeed[]): NeedListView => ({
  id: file.id,
  items: needs.map((need) => needView(need, file)),
  actions: mayWrite(file) ? ['add'] : [],
});

const mayWrite = (file: ReachedCase): boolean => file.state !== 'CLOSED' && mayOn('need:write', file);
