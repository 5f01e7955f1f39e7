import { Injectable } from '@nestjs/common';
import type { PlanContent } from '@panah/domain/plans/plan-content';
import { currentActor, reachValues, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound, staleEdit } from '../platform/errors/problem';
import { ProcessSteps } from '../platform/process-steps';
import { Sealer } from '../platform/sealing/sealer';
import { type OpenPlanItem, type PlanItem, planItemPlace, type PlanItemSecrets, type PlanVersion } from './plan.entity';

type ItemRow = PlanItem & Record<string, unknown>;

const COLUMNS = `i.id, i.office_id as "officeId", i.client_id as "clientId", i.case_id as "caseId", i.plan_id as "planId", i.item, i.goal_id as "goalId", i.status,
  i.owner_kind as "ownerKind", i.owner_id as "ownerId", i.due_on as "dueOn", i.done_on as "doneOn", i.sealed, i.seal_version as "sealVersion", i.version`;
const OF_CASE = {
  name: 'plan-item.of-case',
  text: `select ${COLUMNS} from plan_item i where i.case_id = $1 and ${withinReachOfOne('i', 'client_id', 2)} limit 1000`,
};
const HOLD = {
  name: 'plan-item.hold',
  text: `select ${COLUMNS} from plan_item i where i.id = $1 and ${withinReachOfOne('i', 'client_id', 2)} for update`,
};
/** What stays from version to version keeps how it stands, unless it was over as superseded or cancelled by an earlier change. */
const LAY = {
  name: 'plan-item.lay',
  text: `insert into plan_item (id, org_id, office_id, client_id, case_id, plan_id, item, goal_id, status, owner_kind, owner_id, due_on)
         select * from unnest($1::uuid[], array_fill($2::uuid, array[cardinality($1)]), array_fill($3::uuid, array[cardinality($1)]),
           array_fill($4::uuid, array[cardinality($1)]), array_fill($5::uuid, array[cardinality($1)]), array_fill($6::uuid, array[cardinality($1)]),
           $7::text[], $8::uuid[], $9::text[], $10::text[], $11::uuid[], $12::date[])
         on conflict (id) do update set plan_id = excluded.plan_id, due_on = excluded.due_on, owner_kind = excluded.owner_kind, owner_id = excluded.owner_id,
           goal_id = excluded.goal_id, status = case when plan_item.status in ('SUPERSEDED', 'CANCELLED') then excluded.status else plan_item.status end,
           version = plan_item.version + 1
         where plan_item.case_id = excluded.case_id`,
};
const DROP = {
  name: 'plan-item.drop',
  text: `update plan_item set status = case item when 'GOAL' then 'SUPERSEDED' else 'CANCELLED' end, version = version + 1
          where case_id = $1 and plan_id <> $2 and status in ('PROPOSED', 'AGREED', 'IN_PROGRESS', 'PLANNED', 'BLOCKED') returning id`,
};
const END = {
  name: 'plan-item.end',
  text: `update plan_item set status = 'CANCELLED', version = version + 1 where case_id = $1 and item = 'ACTION' and status in ('PLANNED', 'IN_PROGRESS', 'BLOCKED')`,
};
const FOLLOW = {
  name: 'plan-item.follow',
  text: `update plan_item set status = $3, done_on = $4, sealed = $5, seal_version = seal_version + 1, version = version + 1 where id = $1 and version = $2`,
};
const FINISH = {
  name: 'plan-item.finish',
  text: `update plan_item set status = 'DONE', done_on = $2, version = version + 1 where id = $1 and item = 'ACTION' and status not in ('DONE', 'CANCELLED')`,
};

/** The door to what became of a plan's goals and actions. */
@Injectable()
export class PlanItemRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly steps: ProcessSteps,
  ) {}

  async ofCase(caseId: string): Promise<OpenPlanItem[]> {
    return this.openAll(await currentWork().rows<ItemRow>(OF_CASE, [caseId, ...reachValues('plan:read')]));
  }

  async hold(id: string): Promise<OpenPlanItem> {
    const [item] = await this.openAll(await currentWork().rows<ItemRow>(HOLD, [id, ...reachValues('plan:follow')]));
    currentLine().about('plan_item', id, item ? { clientId: item.row.clientId, officeId: item.row.officeId } : {});
    if (!item) throw notFound();
    return item;
  }

  /** The goals and actions of a version that is in force from now on. Returns the ids of what is no longer part of the plan. */
  async lay({ id: planId, caseId, clientId, officeId }: PlanVersion, { goals }: PlanContent): Promise<string[]> {
    const items = goals.flatMap((goal) => [
      { id: goal.id, item: 'GOAL', goalId: goal.id, status: 'AGREED', ownerKind: null, ownerId: null, dueOn: goal.targetOn },
      ...goal.actions.map(({ id, ownerKind, ownerId, dueOn }) => ({
        id,
        item: 'ACTION',
        goalId: goal.id,
        status: 'PLANNED',
        ownerKind,
        ownerId: ownerKind === 'STAFF' ? ownerId : null,
        dueOn,
      })),
    ]);
    const { orgId } = currentActor();
    const column = (name: keyof (typeof items)[number]): unknown[] => items.map((item) => item[name]);
    const lists = [column('item'), column('goalId'), column('status'), column('ownerKind'), column('ownerId'), column('dueOn')];
    await currentWork().change(LAY, [column('id'), orgId, officeId, clientId, caseId, planId, ...lists]);
    return (await currentWork().rows<{ id: string }>(DROP, [caseId, planId])).map(({ id }) => id);
  }

  /** The case is closed: nothing of it is still to be done. */
  async endOf(caseId: string): Promise<void> {
    await currentWork().change(END, [caseId]);
  }

  /** Throws 412 when somebody else said how it goes meanwhile. */
  async follow(
    { row, secrets }: OpenPlanItem,
    version: number,
    after: PlanItemSecrets & Pick<PlanItem, 'status' | 'doneOn'>,
  ): Promise<void> {
    const { status, doneOn, ...words } = after;
    const before = { status: row.status, doneOn: row.doneOn, ...secrets };
    const changed = (['status', 'doneOn', 'result', 'blockedReason'] as const).filter((field) => before[field] !== after[field]);
    if (row.version !== version) throw staleEdit(row.version, changed);
    currentLine().changed(...changed);
    const { id, clientId, officeId } = row;
    const sealed = await this.sealer.seal(planItemPlace({ id, clientId, sealVersion: row.sealVersion + 1 }), words);
    await currentWork().change(FOLLOW, [id, version, status, doneOn, sealed]);
    if (status !== row.status)
      await this.steps.record({ type: 'plan_item', id, action: 'follow', from: row.status, to: status, officeId, clientId });
  }

  /** An action whose task was finished. */
  async finish(id: string, on: string): Promise<void> {
    await currentWork().change(FINISH, [id, on]);
  }

  private async openAll(rows: readonly PlanItem[]): Promise<OpenPlanItem[]> {
    const sealed = rows.filter((row): row is PlanItem & { sealed: Buffer } => row.sealed !== null);
    const opened = await this.sealer.openMany<PlanItemSecrets>(sealed.map((row) => ({ place: planItemPlace(row), sealed: row.sealed })));
    const secretsOf = new Map(sealed.map(({ id }, at) => [id, opened[at]]));
    return rows.map((row) => ({ row, secrets: secretsOf.get(row.id) ?? { result: null, blockedReason: null } }));
  }
}
