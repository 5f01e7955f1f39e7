import { Injectable } from '@nestjs/common';
import { accountFits, matchReasons, type OneWhoIsMissed } from '@panah/domain/family/match.rules';
import { type CandidateScore, candidateScore, worthShowing } from '@panah/domain/names/candidate-score';
import { ClientLikeness, type KnownClient } from '../clients/client-likeness.records';
import { wishPlace, type WishSecrets } from '../family/wish.entity';
import { currentActor } from '../platform/access/current-reach';
import { currentWork } from '../platform/database/current-work';
import { newId } from '../platform/new-id';
import { Sealer } from '../platform/sealing/sealer';
import { familyEnquiryPlace, type FamilyEnquirySecrets, familyMatchPlace, type FamilyMatchSecrets } from './family-enquiry.entity';

/** A link for which somebody may be looked for in our own records. */
export interface SearchingLink extends Record<string, unknown> {
  linkId: string;
  officeId: string;
  clientId: string;
  wishId: string;
  sealed: Buffer;
  sealVersion: number;
}

interface EnquiryRow extends Record<string, unknown> {
  id: string;
  enteredBy: string;
  sealed: Buffer;
  sealVersion: number;
}

interface Candidate extends CandidateScore {
  link: SearchingLink;
  secrets: FamilyMatchSecrets;
}

/** All that a run compares with: the links, what their clients told, and the clients themselves. */
interface Searching {
  link: SearchingLink;
  missed: OneWhoIsMissed;
  client: KnownClient;
}

const LINKS = {
  name: 'family-matching.links',
  text: `select l.id as "linkId", l.office_id as "officeId", l.client_id as "clientId", w.id as "wishId", w.sealed, w.seal_version as "sealVersion"
    from app.links_that_may_match() may join family_link l on l.id = may.link_id join family_wish w on w.id = l.wish_id order by l.id`,
};
const AT_ONCE = 100;
const ENQUIRIES = {
  name: 'family-matching.enquiries',
  text: `select id, entered_by as "enteredBy", sealed, seal_version as "sealVersion" from family_enquiry
    where org_id = $1 and id > $2 and keeps_data and state in ('RECEIVED','RELEASED') and looked_at is not null order by id limit ${AT_ONCE}`,
};
const KNOWN = {
  name: 'family-matching.known',
  text: 'select enquiry_id as "enquiryId", link_id as "linkId" from family_match where enquiry_id = any($1::uuid[])',
};
const PROPOSE = {
  name: 'family-matching.propose',
  text: `insert into family_match (id, org_id, office_id, client_id, link_id, enquiry_id, entered_by, score, sealed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    on conflict (enquiry_id, link_id) do nothing`,
};

export interface Proposed {
  id: string;
  officeId: string;
}

/** R-ID-08: who asks is compared with whom our clients miss, where both said yes to looking. Done by the job; what it finds is shown to two people. */
@Injectable()
export class FamilyMatching {
  constructor(
    private readonly sealer: Sealer,
    private readonly likeness: ClientLikeness,
  ) {}

  /** The links of the organisation that may be searched for now. */
  async searching(): Promise<Searching[]> {
    const links = await currentWork().rows<SearchingLink>(LINKS);
    const told = await this.sealer.openMany<WishSecrets>(
      links.map(({ wishId, clientId, sealVersion, sealed }) => ({ place: wishPlace({ id: wishId, clientId, sealVersion }), sealed })),
    );
    const clients = await this.likeness.ofClients([...new Set(links.map(({ clientId }) => clientId))]);
    return links.flatMap((link, at) => {
      const [client, wish] = [clients.get(link.clientId), told[at]];
      return client && wish ? [{ link, client, missed: wish.relative }] : [];
    });
  }

  /** Compares the next enquiries. Gives what was proposed, and the last enquiry looked at; null when there are no more. */
  async propose(searching: readonly Searching[], after: string): Promise<{ proposed: Proposed[]; last: string | null }> {
    const work = currentWork();
    const rows = await work.rows<EnquiryRow>(ENQUIRIES, [currentActor().orgId, after]);
    const said = await this.sealer.openMany<FamilyEnquirySecrets>(
      rows.map(({ id, sealVersion, sealed }) => ({ place: familyEnquiryPlace(id, sealVersion), sealed })),
    );
    const known = await work.rows<{ enquiryId: string; linkId: string }>(KNOWN, [rows.map(({ id }) => id)]);
    const proposed: Proposed[] = [];
    for (const [at, row] of rows.entries()) {
      const secrets = said[at];
      const seen = new Set(known.filter(({ enquiryId }) => enquiryId === row.id).map(({ linkId }) => linkId));
      if (secrets)
        proposed.push(
          ...(await this.proposeOne(
            row,
            secrets,
            searching.filter(({ link }) => !seen.has(link.linkId)),
          )),
        );
    }
    return { proposed, last: rows.length === AT_ONCE ? (rows.at(-1)?.id ?? null) : null };
  }

  private async proposeOne(
    row: EnquiryRow,
    { asking, sought }: FamilyEnquirySecrets,
    searching: readonly Searching[],
  ): Promise<Proposed[]> {
    if (searching.length === 0) return [];
    const bearing = await this.likeness.bearing(sought.names);
    const facts = { ...this.likeness.factsOf(sought), relatives: asking.names };
    const scored = searching
      .filter(({ link, missed }) => bearing.ids.has(link.clientId) && accountFits(asking, missed))
      .map(({ link, client, missed }): Candidate => {
        const score = candidateScore(facts, { ...client.facts, relatives: missed.names }, bearing.sharing);
        return {
          ...score,
          link,
          secrets: { reasons: matchReasons(score, asking, missed), clientName: client.name, relativeNames: [...missed.names] },
        };
      });
    const proposed: Proposed[] = [];
    for (const candidate of worthShowing(scored)) proposed.push(await this.write(row, candidate));
    return proposed;
  }

  private async write({ id: enquiryId, enteredBy }: EnquiryRow, { link, score, secrets }: Candidate): Promise<Proposed> {
    const id = newId();
    const sealed = await this.sealer.seal(familyMatchPlace({ id, linkId: link.linkId, sealVersion: 1 }), secrets);
    const { orgId } = currentActor();
    await currentWork().change(PROPOSE, [id, orgId, link.officeId, link.clientId, link.linkId, enquiryId, enteredBy, score, sealed]);
    return { id, officeId: link.officeId };
  }
}
