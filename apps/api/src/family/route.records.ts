import { Injectable } from '@nestjs/common';
import { currentActor, reachValues, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound, Problem } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import type { FamilyLink } from './link.entity';

const COLUMNS = `r.id, r.kind, r.country, r.from_on::text as "from", r.due_on::text as "dueOn", r.rule_code as rule, r.done_on::text as "doneOn", r.version`;
const OF_LINK = {
  name: 'family-route.of-link',
  text: `select ${COLUMNS} from family_route_step r where r.link_id = $1 order by r.from_on, r.at limit 100`,
};
const HOLD = {
  name: 'family-route.hold',
  text: `select ${COLUMNS} from family_route_step r where r.id = $1 and r.link_id = $2 for update`,
};
const ADD = {
  name: 'family-route.add',
  text: `insert into family_route_step (id, org_id, office_id, link_id, wish_id, kind, country, from_on, due_on, rule_code, rule_version, by_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
};
const DONE = {
  name: 'family-route.done',
  text: 'update family_route_step set done_on = $3, version = version + 1 where id = $1 and version = $2',
};
/** Only once the two are in contact: before that nobody beyond the officers learns that there is a way to be gone. */
const OF_WISH = {
  name: 'family-route.of-wish',
  text: `select w.id as "wishId", w.client_id as "clientId", w.office_id as "officeId", ${COLUMNS} from family_wish w left join family_route_step r on r.wish_id = w.id
          where w.id = $1 and w.face = 'IN_CONTACT' and ${withinReachOfOne('w', 'client_id', 2)} order by r.from_on, r.at limit 100`,
};

/** A step of the authorities, as the table keeps it. Days `YYYY-MM-DD`. */
export interface RouteStep {
  id: string;
  kind: string;
  country: string;
  from: string;
  dueOn: string | null;
  rule: string | null;
  doneOn: string | null;
  version: number;
}

export interface NewRouteStep extends Pick<RouteStep, 'kind' | 'country' | 'from' | 'dueOn'> {
  /** The rule that computed the day. */
  by: { code: string; version: number } | null;
}

type Row = RouteStep & Record<string, unknown>;

/** The way through the authorities. The caller holds the link, or asks by the wish once the two are in contact. */
@Injectable()
export class RouteRecords {
  async of(linkId: string): Promise<RouteStep[]> {
    return currentWork().rows<Row>(OF_LINK, [linkId]);
  }

  async add({ id, wishId, orgId, officeId }: FamilyLink, { kind, country, from, dueOn, by }: NewRouteStep): Promise<void> {
    currentLine().changed('route');
    const values = [
      newId(),
      orgId,
      officeId,
      id,
      wishId,
      kind,
      country,
      from,
      dueOn,
      by?.code ?? null,
      by?.version ?? null,
      currentActor().staffId,
    ];
    await currentWork().change(ADD, values);
  }

  async hold(id: string, linkId: string): Promise<RouteStep> {
    const row = await currentWork().row<Row>(HOLD, [id, linkId]);
    if (!row) throw notFound();
    return row;
  }

  async end({ id, version }: RouteStep, on: string): Promise<void> {
    currentLine().changed('route');
    if ((await currentWork().change(DONE, [id, version, on])) !== 1) throw new Problem(409, 'try-again');
  }

  /** For the client's legal colleague: days and authorities, and nothing of the link. */
  async ofWish(wishId: string): Promise<RouteStep[]> {
    const rows = await currentWork().rows<Row & { wishId: string; clientId: string; officeId: string }>(OF_WISH, [
      wishId,
      ...reachValues('family-link:read-route'),
    ]);
    const [first] = rows;
    currentLine().about('family_wish', wishId, first ? { clientId: first.clientId, officeId: first.officeId } : {});
    if (!first) throw notFound();
    currentLine().returned('family_wish', [wishId]);
    return rows.filter(({ id }) => id !== null);
  }
}
