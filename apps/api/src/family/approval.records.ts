import { Injectable } from '@nestjs/common';
import type { RelatedPersonContext } from '@panah/domain/vocabulary/family';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { Sealer } from '../platform/sealing/sealer';
import type { FamilyLink, OpenLink } from './link.entity';
import { LINK_COLUMNS, LinkRecords } from './link.records';
import { linkReachValues, withinLinkReach } from './link-reach';
import { type FamilyWish, WISH_COLUMNS, wishPlace, type WishSecrets } from './wish.entity';

/** SQL: what waits for a coordinator, of a link `l`: an approach, or a question. */
const WAITS = `((l.state = 'VERIFIED' and l.approach_at is not null) or (l.asked is not null and l.allowed_at is null))`;
const WAITING = {
  name: 'family-approval.waiting',
  text: `select ${LINK_COLUMNS} from family_link l where ${withinLinkReach('l', 1)} and l.state <> 'DRAFT' and ${WAITS}
          order by coalesce(l.asked_at, l.approach_at), l.id limit 100`,
};
const CONTEXTS = { name: 'family-approval.contexts', text: 'select link_id as "linkId", context from app.link_contexts($1::uuid[])' };
const WISHES = { name: 'family-approval.wishes', text: `select ${WISH_COLUMNS} from family_wish w where w.id = any($1::uuid[])` };

/** What a coordinator needs to know of a link besides the link, and no name. */
export interface Besides {
  context: RelatedPersonContext | null;
  relation: string;
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
    const [contexts, relations] = await Promise.all([
      currentWork().rows<{ linkId: string; context: RelatedPersonContext }>(CONTEXTS, [links.map(({ id }) => id)]),
      this.relations(links.map(({ wishId }) => wishId)),
    ]);
    return new Map(
      links.map(({ id, wishId }) => {
        const context = contexts.find(({ linkId }) => linkId === id)?.context ?? null;
        return [id, { context, relation: relations.get(wishId) ?? 'OTHER' }];
      }),
    );
  }

  /** Who is missed to whom, by the id of the wish. */
  async relations(wishIds: readonly string[]): Promise<Map<string, string>> {
    const wishes = await currentWork().rows<FamilyWish & Record<string, unknown>>(WISHES, [wishIds]);
    const opened = await this.sealer.openMany<WishSecrets>(wishes.map((row) => ({ place: wishPlace(row), sealed: row.sealed })));
    return new Map(wishes.map(({ id }, at) => [id, opened[at]?.relative.relation ?? 'OTHER']));
  }
}
