import { Injectable } from '@nestjs/common';
import type { RelatedPersonContext } from '@panah/domain/vocabulary/family';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { Sealer } from '../platform/sealing/sealer';
import type { FamilyLink, OpenLink } from './link.entity';
import { LINK_COLUMNS, LinkRecords } from './link.records';
import { linkReachValues, withinLinkReach } from './link-reach';
import { type FamilyWish, WISH_COLUMNS, wishPlace, type WishSecrets } from './wish.entity';

/** SQL: what waits for a coordinator, of a link `l`: an approach, a question, or a yes that the client gave after the link was closed. */
const WAITS = `((l.state = 'VERIFIED' and l.approach_at is not null) or (l.asked is not null and l.allowed_at is null)
  or (l.state = 'CLOSED' and exists (select from family_wish w where w.id = l.wish_id and w.face in ('IN_PROGRESS','IN_CONTACT'))
      and exists (select from app.link_grounds(l.id) g where g.side = 'CLIENT' and g.purpose = 'C08_TRACING' and g.state = 'ACTIVE' and g.given_at > l.closed_at)))`;
const WAITING = {
  name: 'family-approval.waiting',
  text: `select ${LINK_COLUMNS} from family_link l where ${withinLinkReach('l', 1)} and l.state <> 'DRAFT' and ${WAITS}
          order by coalesce(l.asked_at, l.approach_at, l.closed_at), l.id limit 100`,
};
const CONTEXTS = { name: 'family-approval.contexts', text: 'select link_id as "linkId", context from app.link_contexts($1::uuid[])' };
const WISHES = { name: 'family-approval.wishes', text: `select ${WISH_COLUMNS} from family_wish w where w.id = any($1::uuid[])` };

/** What a coordinator needs to know of a link besides the link, and no name. */
export interface Besides {
  context: RelatedPersonContext | null;
  relation: string;
  /** Who noted the wish. */
  notedBy: string;
  face: string;
}

/** What waits for a coordinator. Names are in none of it, and the way to nobody. */
@Injectable()
export class ApprovalRecords {
  constructor(
    private readonly links: LinkRecords,
    private readonly sealer: Sealer,
  ) {}

  async waiting(): Promise<OpenLink[]> {
    const rows = await currentWork().rows<FamilyLink & Record<string, unknown>>(WAITING, linkReachValues('family-link:see-approvals'));
    currentLine().returned(
      'family-link',
      rows.map(({ id }) => id),
    );
    return this.links.openAll(rows);
  }

  /** By the id of the link. */
  async besides(links: readonly FamilyLink[]): Promise<Map<string, Besides>> {
    const work = currentWork();
    const [contexts, wishes] = await Promise.all([
      work.rows<{ linkId: string; context: RelatedPersonContext }>(CONTEXTS, [links.map(({ id }) => id)]),
      work.rows<FamilyWish & Record<string, unknown>>(WISHES, [links.map(({ wishId }) => wishId)]),
    ]);
    const opened = await this.sealer.openMany<WishSecrets>(wishes.map((row) => ({ place: wishPlace(row), sealed: row.sealed })));
    return new Map(
      links.map(({ id, wishId }) => {
        const at = wishes.findIndex((wish) => wish.id === wishId);
        const context = contexts.find(({ linkId }) => linkId === id)?.context ?? null;
        const relation = opened[at]?.relative.relation ?? 'OTHER';
        return [id, { context, relation, notedBy: wishes[at]?.notedBy ?? '', face: wishes[at]?.face ?? 'NOTED' }];
      }),
    );
  }
}
