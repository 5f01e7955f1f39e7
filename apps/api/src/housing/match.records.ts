import { Injectable } from '@nestjs/common';
import { type Wish, misfitsOf, toAsk } from '@panah/domain/housing/match.rules';
import type {
  AccessibilityFeature,
  Misfit,
  PlacementConstraint,
  PlacementKind,
  ToBeAsked,
  UnitRule,
  UnitStatus,
} from '@panah/domain/vocabulary/housing';
import { ClientRecords } from '../clients/client.records';
import { currentActor } from '../platform/access/current-reach';
import { currentWork } from '../platform/database/current-work';
import { Tokens } from '../platform/sealing/tokens';
import { cityToken } from './city-token';
import type { OpenPlacement } from './placement.entity';
import { PlacementRecords } from './placement.records';
import { type OpenUnit, UNIT_COLUMNS, UnitRecords, type UnitRow } from './unit.records';

/** A unit beside a request. */
export interface Candidate extends OpenUnit {
  free: number;
  misfits: Misfit[];
  toAsk: ToBeAsked[];
}

interface CompanyRow extends UnitRow, Record<string, unknown> {
  free: number;
  others: boolean;
  keptApart: boolean;
  cityToken: Buffer | null;
  hasConsent: boolean;
}

const COMPANY = {
  name: 'placement.company',
  text: `select ${UNIT_COLUMNS}, u.city_token as "cityToken", 0 as living, 0 as reserved, (now() at time zone o.time_zone)::date as today, c.free, c.others, c.kept_apart as "keptApart",
           exists (select from consent k cross join lateral (select state, expires_at from consent_event where consent_id = k.id order by seq desc limit 1) s
                    where k.client_id = $4 and k.purpose = 'C05_HOUSING' and p.recipient = any(k.recipients) and s.state = 'ACTIVE'
                      and (s.expires_at is null or s.expires_at > now())) as "hasConsent"
           from app.unit_company($1, $2, $3) c join housing_unit u on u.id = c.unit_id join housing_provider p on p.id = u.provider_id join office o on o.id = u.office_id
          where u.status <> 'RETIRED' and ($5::uuid is null or u.id = $5) order by u.number`,
};

/** Which units suit a request, and why the others do not. Reach: that of the placement, which the caller has checked. */
@Injectable()
export class MatchRecords {
  constructor(
    private readonly units: UnitRecords,
    private readonly placements: PlacementRecords,
    private readonly clients: ClientRecords,
    private readonly tokens: Tokens,
  ) {}

  /** @param unitId one unit, or null for all of the office; days are `YYYY-MM-DD` */
  async of(placement: OpenPlacement, from: string, until: string | null, unitId: string | null): Promise<Candidate[]> {
    const { row } = placement;
    const rows = await currentWork().rows<CompanyRow>(COMPANY, [row.id, from, until, row.clientId, unitId]);
    const wish = await this.wishOf(placement, from, until);
    const avoided = await this.avoidedBy(placement);
    const open = await this.units.open(rows);
    const companyOf = new Map(rows.map((each) => [each.id, each]));
    return open.flatMap((unit) => {
      const company = companyOf.get(unit.row.id);
      return company ? [candidateOf(unit, company, wish, avoided)] : [];
    });
  }

  private async wishOf({ row }: OpenPlacement, from: string, until: string | null): Promise<Wish> {
    const client = await this.clients.get(row.clientId, 'client:read');
    return {
      kind: row.kind as PlacementKind,
      from,
      until,
      beds: row.householdSize,
      constraints: row.constraints as PlacementConstraint[],
      accessibility: row.accessibility as AccessibilityFeature[],
      sex: client.secrets.sexRecorded,
      country: client.row.countryOfStay,
    };
  }

  /** The tokens of the cities to be avoided: compared with those of the units, neither is read. */
  private async avoidedBy(placement: OpenPlacement): Promise<ReadonlySet<string>> {
    const { avoidCities } = await this.placements.locationOf(placement);
    const tokens = await Promise.all(avoidCities.map((city) => cityToken(this.tokens, currentActor().orgId, city)));
    return new Set(tokens.flatMap((token) => (token ? [token.toString('hex')] : [])));
  }
}

function candidateOf(unit: OpenUnit, company: CompanyRow, wish: Wish, avoided: ReadonlySet<string>): Candidate {
  const { row } = unit;
  const place = {
    status: row.status as UnitStatus,
    opensOn: row.opensOn,
    knownToGroup: row.knownToGroup,
    safeHouse: row.safeHouse,
    country: row.country,
    rule: row.rule as UnitRule,
    accessibility: row.accessibility as AccessibilityFeature[],
    maxStayDays: row.maxStayDays,
    free: company.free,
    others: company.others,
    keptApart: company.keptApart,
    cityAvoided: company.cityToken !== null && avoided.has(company.cityToken.toString('hex')),
    hasConsent: company.hasConsent,
  };
  return { ...unit, free: Math.max(0, company.free), misfits: misfitsOf(wish, place), toAsk: toAsk(wish, place) };
}
