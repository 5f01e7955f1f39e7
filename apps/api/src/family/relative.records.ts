import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { Problem } from '../platform/errors/problem';
import { Sealer } from '../platform/sealing/sealer';
import { type FamilyLink, type OpenRelatedPerson, type RelatedPerson, relatedPersonPlace, type RelatedPersonSecrets } from './link.entity';

type Row = RelatedPerson & Record<string, unknown>;

const COLUMNS = `p.id, p.org_id as "orgId", p.office_id as "officeId", p.also_client_id as "alsoClientId", p.context, p.country, p.legal_basis as "legalBasis",
  p.noticed_at as "noticedAt", p.erase_after::text as "eraseAfter", p.erased_at as "erasedAt", p.never_again as "neverAgain", p.sealed, p.seal_version as "sealVersion", p.version`;
const KNOWN = { name: 'related-person.known', text: `select ${COLUMNS} from related_person p where p.id = any($1::uuid[])` };
const HOLD = { name: 'related-person.hold', text: `select ${COLUMNS} from related_person p where p.id = $1 for update` };
const ADD = {
  name: 'related-person.add',
  text: `insert into related_person (id, org_id, office_id, context, country, legal_basis, sealed) values ($1, $2, $3, $4, $5, $6, $7)`,
};
const KEEP = {
  name: 'related-person.keep',
  text: `update related_person set also_client_id = $3, context = $4, country = $5, legal_basis = $6, noticed_at = $7, erase_after = $8, sealed = coalesce($9, sealed),
           seal_version = seal_version + ($9::bytea is not null)::int, version = version + 1 where id = $1 and version = $2`,
};

/** What is known of somebody when they are found. */
export interface NewRelatedPerson {
  context: string;
  country?: string | null;
  legalBasis?: string;
  secrets: RelatedPersonSecrets;
}

export type RelatedPersonChange = Partial<
  Pick<RelatedPerson, 'alsoClientId' | 'context' | 'country' | 'legalBasis' | 'noticedAt' | 'eraseAfter'>
> & {
  /** Added to what is sealed already. */
  secrets?: Partial<RelatedPersonSecrets>;
};

/** The door to the related people: each under a key of their own. Whoever asks has their link in reach. */
@Injectable()
export class RelativeRecords {
  constructor(private readonly sealer: Sealer) {}

  /** Somebody was found; the link names them by the change that follows (`relatedPersonId`). Returns the id. */
  async add(
    { orgId, officeId }: Pick<FamilyLink, 'orgId' | 'officeId'>,
    { context, country, legalBasis, secrets }: NewRelatedPerson,
  ): Promise<string> {
    const id = randomUUID();
    currentLine().changed('related_person');
    const sealed = await this.sealer.seal(relatedPersonPlace({ id, sealVersion: 1 }), secrets);
    await currentWork().change(ADD, [id, orgId, officeId, context, country ?? null, legalBasis ?? 'CLIENT_ACCOUNT', sealed]);
    return id;
  }

  /** Null where nobody is found yet. Of somebody who was erased only the row is left: no names, no way to them. */
  async of({ relatedPersonId }: Pick<FamilyLink, 'relatedPersonId'>): Promise<OpenRelatedPerson | null> {
    if (relatedPersonId === null) return null;
    return (await this.openAll(await currentWork().rows<Row>(KNOWN, [[relatedPersonId]])))[0] ?? null;
  }

  /** By id; those that are out of reach, or nobody, are absent. */
  async known(ids: readonly (string | null)[]): Promise<Map<string, OpenRelatedPerson>> {
    const wanted = ids.filter((id) => id !== null);
    if (!wanted.length) return new Map();
    const open = await this.openAll(await currentWork().rows<Row>(KNOWN, [wanted]));
    return new Map(open.map((each) => [each.row.id, each]));
  }

  /** As `of`, and nobody else changes them until this request is over. */
  async hold({ relatedPersonId }: Pick<FamilyLink, 'relatedPersonId'>): Promise<OpenRelatedPerson | null> {
    if (relatedPersonId === null) return null;
    return (await this.openAll(await currentWork().rows<Row>(HOLD, [relatedPersonId])))[0] ?? null;
  }

  async change({ row, secrets: before }: OpenRelatedPerson, { secrets, ...plain }: RelatedPersonChange): Promise<void> {
    const { id, version, sealVersion } = row;
    const after = { ...row, ...plain };
    const sealed = secrets
      ? await this.sealer.seal(relatedPersonPlace({ id, sealVersion: sealVersion + 1 }), { ...before, ...secrets })
      : null;
    currentLine().changed('related_person');
    const values = [
      id,
      version,
      after.alsoClientId,
      after.context,
      after.country,
      after.legalBasis,
      after.noticedAt,
      after.eraseAfter,
      sealed,
    ];
    if ((await currentWork().change(KEEP, values)) !== 1) throw new Problem(409, 'try-again');
  }

  private async openAll(rows: readonly RelatedPerson[]): Promise<OpenRelatedPerson[]> {
    const kept = rows.filter((row): row is RelatedPerson & { sealed: Buffer } => row.sealed !== null);
    const opened = await this.sealer.openMany<RelatedPersonSecrets>(
      kept.map((row) => ({ place: relatedPersonPlace(row), sealed: row.sealed })),
    );
    const secretsOf = new Map(kept.map(({ id }, at) => [id, opened[at]]));
    return rows.map((row) => ({ row, secrets: secretsOf.get(row.id) ?? { names: [], contactPoints: [] } }));
  }
}
