import { Injectable } from '@nestjs/common';
import { ClientRecords } from '../clients/client.records';
import { reachValues, withinReachOfOne } from '../platform/access/current-reach';
import { currentWork } from '../platform/database/current-work';
import { Sealer } from '../platform/sealing/sealer';
import type { FamilyLink, OpenRelatedPerson } from './link.entity';
import { RelativeRecords } from './relative.records';
import { type OpenWish, WISH_COLUMNS, wishPlace, type FamilyWish, type WishSecrets } from './wish.entity';

/** Who the two people of a link are, for its officers. */
export interface LinkPeople {
  clientName: string;
  clientRisk: string | null;
  relativeRisk: string | null;
  wish: OpenWish | null;
  relative: OpenRelatedPerson | null;
}

const PEOPLE = {
  name: 'family-link.people',
  text: `select link_id as "linkId", client_id as id, sealed, seal_version as "sealVersion", client_risk as "clientRisk", relative_risk as "relativeRisk" from app.link_people($1::uuid[])`,
};
const WISHES = {
  name: 'family-link.wishes',
  text: `select ${WISH_COLUMNS} from family_wish w where w.id = any($1::uuid[])`,
  onePlan: true as const,
};

const CASE = {
  name: 'family-link.case',
  text: `select c.id from case_file c where c.client_id = $1 and ${withinReachOfOne('c', 'client_id', 2)} order by c.period_no desc, c.id desc limit 1`,
};

interface PersonRow {
  linkId: string;
  id: string;
  sealed: Buffer;
  sealVersion: number;
  clientRisk: string | null;
  relativeRisk: string | null;
}

/** Names for links that the caller has in reach as an officer; for anybody else the database hands out nothing. */
@Injectable()
export class LinkPeopleRecords {
  constructor(
    private readonly clients: ClientRecords,
    private readonly relatives: RelativeRecords,
    private readonly sealer: Sealer,
  ) {}

  async of(links: readonly Pick<FamilyLink, 'id' | 'wishId' | 'relatedPersonId'>[]): Promise<Map<string, LinkPeople>> {
    const work = currentWork();
    const [people, wishes, relatives] = await Promise.all([
      work.rows<PersonRow & Record<string, unknown>>(PEOPLE, [links.map(({ id }) => id)]),
      work.rows<FamilyWish & Record<string, unknown>>(WISHES, [links.map(({ wishId }) => wishId)]),
      this.relatives.known(links.map(({ relatedPersonId }) => relatedPersonId)),
    ]);
    const cards = await this.clients.cards(people);
    const opened = await this.sealer.openMany<WishSecrets>(wishes.map((row) => ({ place: wishPlace(row), sealed: row.sealed })));
    const wishOf = new Map(wishes.flatMap((row, at) => (opened[at] ? [[row.id, { row, secrets: opened[at] }] as const] : [])));
    return new Map(
      links.map(({ id, wishId, relatedPersonId }) => {
        const at = people.findIndex(({ linkId }) => linkId === id);
        const card = cards[at];
        const named = {
          clientName: card ? (card.displayName.latin ?? card.displayName.arab ?? card.pseudonym) : '',
          clientRisk: people[at]?.clientRisk ?? null,
          relativeRisk: people[at]?.relativeRisk ?? null,
          wish: wishOf.get(wishId) ?? null,
          relative: (relatedPersonId && relatives.get(relatedPersonId)) || null,
        };
        return [id, named];
      }),
    );
  }

  /** The client's case, where the reader works on it too; of a client who is another team's, nothing. */
  async caseOf({ clientId }: Pick<FamilyLink, 'clientId'>): Promise<string | null> {
    return (await currentWork().row<{ id: string }>(CASE, [clientId, ...reachValues('case:read')]))?.id ?? null;
  }
}
