import { Injectable } from '@nestjs/common';
import type { Profile, ProfileValue, ProfileValues } from '@panah/domain/asylum/country-profile';
import { seededProfile } from '@panah/domain/asylum/seeded-profiles';
import type { ProfileKind } from '@panah/domain/vocabulary/legal-deadlines';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';
import { newId } from '../platform/new-id';

/** One value of a country in one version, as somebody entered it. */
export interface ProfileRow extends Record<string, unknown> {
  id: string;
  country: string;
  kind: ProfileKind;
  code: string;
  number: number;
  value: ProfileValues[ProfileKind];
  sourceUrl: string | null;
  validFrom: string | null;
  validTo: string | null;
  enteredBy: string;
  enteredAt: Date;
  verifiedBy: string | null;
  verifiedAt: Date | null;
  revision: string | null;
}

export interface KnownProfile extends Profile {
  /** The newest verification in the house: what was reckoned before it is reckoned anew. */
  revision: number;
}

export interface EnteredValue {
  country: string;
  kind: ProfileKind;
  code: string;
  value: object;
  sourceUrl: string | null;
  validFrom: string | null;
  validTo: string | null;
}

export const PROFILE_COLUMNS = `v.id, v.country, v.kind, v.code, v.number, v.value, v.source_url as "sourceUrl", v.valid_from as "validFrom", v.valid_to as "validTo",
  v.entered_by as "enteredBy", v.entered_at as "enteredAt", v.verified_by as "verifiedBy", v.verified_at as "verifiedAt", v.revision`;
const OF = {
  name: 'profile.of-country',
  text: `select ${PROFILE_COLUMNS} from country_profile_value v where v.org_id = $1 and v.country = $2 order by v.kind, v.code, v.number desc limit 1000`,
};
const COUNTRIES = { name: 'profile.countries', text: 'select distinct country from country_profile_value where org_id = $1 order by 1' };
const ONE = { name: 'profile.one', text: `select ${PROFILE_COLUMNS} from country_profile_value v where v.id = $1 and v.org_id = $2` };
const HOLD = { name: 'profile.hold', text: `${ONE.text} for update` };
const ADD = {
  name: 'profile.add',
  text: `insert into country_profile_value (id, org_id, country, kind, code, number, value, source_url, valid_from, valid_to, entered_by)
         select $1, $2, $3::text, $4::text, $5::text, coalesce(max(v.number), 0) + 1, $6::jsonb, $7, $8, $9, $10 from country_profile_value v
          where v.org_id = $2 and v.country = $3 and v.kind = $4 and v.code = $5`,
};
const VERIFY = {
  name: 'profile.verify',
  text: `update country_profile_value set verified_by = $2, verified_at = now(), revision = nextval('country_profile_revision') where id = $1 and verified_by is null`,
};

export const valueOf = ({ id, kind, code, number: version, value, verifiedBy, validFrom, validTo }: ProfileRow): ProfileValue => ({
  id,
  kind,
  code,
  version,
  value,
  isVerified: verifiedBy !== null,
  validFrom,
  validTo,
});

/** What a country’s own rows and what came with the house say together; what came with the house never counts as verified. */
export function profileFrom(country: string, rows: readonly ProfileRow[]): KnownProfile {
  const revision = Math.max(0, ...rows.map((row) => Number(row.revision ?? 0)));
  return { country, values: [...rows.map(valueOf), ...seededProfile(country).values], revision };
}

/** The door to the rules of countries. They are of nobody: the organisation's own, and open to whoever works here. */
@Injectable()
export class ProfileRecords {
  async rowsOf(country: string): Promise<ProfileRow[]> {
    return currentWork().rows<ProfileRow>(OF, [currentActor().orgId, country]);
  }

  async of(country: string): Promise<KnownProfile> {
    return profileFrom(country, await this.rowsOf(country));
  }

  async countries(): Promise<string[]> {
    return (await currentWork().rows<{ country: string }>(COUNTRIES, [currentActor().orgId])).map(({ country }) => country);
  }

  get(id: string): Promise<ProfileRow> {
    return this.found(ONE, id);
  }

  hold(id: string): Promise<ProfileRow> {
    return this.found(HOLD, id);
  }

  /** The next version of a value; nobody has verified it. Returns its id. */
  async add({ country, kind, code, value, sourceUrl, validFrom, validTo }: EnteredValue): Promise<string> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    currentLine().about('country_profile_value', id).changed('value', 'sourceUrl', 'validFrom', 'validTo');
    await currentWork().change(ADD, [id, orgId, country, kind, code, JSON.stringify(value), sourceUrl, validFrom, validTo, staffId]);
    return id;
  }

  async verify({ id }: ProfileRow): Promise<void> {
    currentLine().changed('verifiedBy');
    await currentWork().change(VERIFY, [id, currentActor().staffId]);
  }

  private async found(statement: typeof ONE, id: string): Promise<ProfileRow> {
    const row = await currentWork().row<ProfileRow>(statement, [id, currentActor().orgId]);
    currentLine().about('country_profile_value', id);
    if (!row) throw notFound();
    return row;
  }

  /** After this request has been kept: what rests on a rule is looked at with the rule in place. */
  whenKept(act: () => void): void {
    currentWork().whenCommitted(act);
  }
}
