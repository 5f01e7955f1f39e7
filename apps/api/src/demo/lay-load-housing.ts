import type { Destination, MoveOutReason, PlacementKind } from '@panah/domain/vocabulary/housing';
import { newId } from '../platform/new-id';
import type { Tokens } from '../platform/sealing/tokens';
import type { Chance } from './chance';
import type { LaidCase } from './lay-case';
import { layHousing, type LaidProvider } from './lay-housing';
import { addPlacement } from './lay-placement';
import type { Life } from './lives';
import { dayOf, type DrawnUnit, momentAgo, type Setting } from './setting';
import type { Shelf } from './shelf';

/** Shares as model.md 8.2 has them; what it does not say is a plain guess. */
const ASKS = 0.52;
const WAIT_DAYS = { median: 24, spread: 0.9 };
const STAY_DAYS = { EMERGENCY: { median: 9, spread: 0.7 }, OTHER: { median: 130, spread: 0.55 } } as const;
const GIVES_UP = 0.08;
const KINDS: Readonly<Record<PlacementKind, number>> = {
  EMERGENCY: 15,
  SAFE_HOUSE: 8,
  TRANSITIONAL: 45,
  SUPPORTED: 14,
  INDEPENDENT: 10,
  FAMILY: 6,
  CARE: 2,
};
const HOUSEHOLDS = { 1: 78, 2: 12, 3: 6, 4: 3, 5: 1 } as const;
const CONSTRAINTS = { NONE: 55, ACCESSIBLE: 10, WOMEN_ONLY: 10, NO_FORMER_MEMBERS: 12, NEAR_TREATMENT: 9, PETS: 4 } as const;
const DESTINATIONS: Readonly<Record<Destination, number>> = {
  INDEPENDENT_RENT: 24,
  INDEPENDENT_SUPPORTED: 14,
  SOCIAL_HOUSING: 8,
  FAMILY_PERMANENT: 9,
  FAMILY_TEMPORARY: 11,
  TRANSITIONAL: 13,
  SHELTER: 8,
  INSTITUTION: 4,
  STREET: 2,
  GROUP_SITE: 2,
  UNKNOWN: 3,
  OTHER: 2,
};
const REASONS: Partial<Record<Destination, MoveOutReason>> = {
  INDEPENDENT_RENT: 'OWN_TENANCY',
  FAMILY_PERMANENT: 'FAMILY_REUNITED',
  SHELTER: 'END_OF_TERM',
  INSTITUTION: 'HEALTH_CARE',
  STREET: 'ABANDONED',
  UNKNOWN: 'ABANDONED',
  GROUP_SITE: 'RETURNED_GROUP',
  OTHER: 'DEATH',
};

const UNITS_A_PROVIDER = 25;
const CLIENTS_A_UNIT = 10;
const SIZES = { 2: 3, 4: 4, 6: 2, 8: 1 } as const;
const TRIES = 12;

/** How long somebody is in a unit, in days before now; `until` is null while they live there. */
interface Span {
  from: number;
  until: number | null;
  beds: number;
}

/** Who is where: never more people in a unit than it has places, whatever was drawn first. */
export class BedBook {
  private readonly stays = new Map<string, Span[]>();

  constructor(private readonly units: readonly DrawnUnit[]) {}

  /** A unit with room for the whole span; null where a few tries found none. */
  take(chance: Chance, span: Span): DrawnUnit | null {
    for (let tried = 0; tried < TRIES && this.units.length; tried++) {
      const unit = chance.pick(this.units);
      const there = this.stays.get(unit.id) ?? [];
      const taken = there.filter((stay) => overlap(stay, span)).reduce((sum, { beds }) => sum + beds, 0);
      if (taken + span.beds > unit.free) continue;
      this.stays.set(unit.id, [...there, span]);
      return unit;
    }
    return null;
  }
}

const overlap = (one: Span, other: Span): boolean => one.from >= (other.until ?? -1) && other.from >= (one.until ?? -1);

/** Providers and units enough for the clients of an office, each unit with what became of it. */
export async function layLoadUnits(
  shelf: Shelf,
  setting: Setting,
  tokens: Tokens,
  chance: Chance,
  { officeId, by, clients, number }: { officeId: string; by: string; clients: number; number: number },
): Promise<DrawnUnit[]> {
  const wanted = Math.max(UNITS_A_PROVIDER, Math.ceil(clients / CLIENTS_A_UNIT));
  const providers = Array.from({ length: Math.ceil(wanted / UNITS_A_PROVIDER) }, (_, at) => drawProvider(chance, at + 1));
  const before = { providers: number * providers.length, units: number * providers.length * UNITS_A_PROVIDER };
  const units = await layHousing(shelf, setting, tokens, { officeId, by }, providers, before);
  for (const { id } of units) layUnitSteps(shelf, setting, chance, { id, officeId, by });
  return units;
}

const drawProvider = (chance: Chance, number: number): LaidProvider => ({
  type: chance.pick(['NGO_SHELTER', 'MUNICIPAL', 'HOTEL', 'PRIVATE_RENTAL', 'SOCIAL_HOUSING', 'HOST_FAMILY']),
  name: `Provider ${number}`,
  city: `Town ${1 + (number % 12)}`,
  units: Array.from({ length: UNITS_A_PROVIDER }, (_, at) => {
    const capacity = Number(chance.weighted(SIZES));
    const kind = capacity > 6 ? 'HOUSE' : capacity > 2 ? 'FLAT' : 'ROOM';
    return { kind, capacity, rule: 'MIXED', label: `Unit ${at + 1}`, address: `${at + 1} Example Street` };
  }),
});

/** Some were closed for a while, so that not each night of theirs could be given. */
function layUnitSteps(
  shelf: Shelf,
  { orgId }: Setting,
  chance: Chance,
  { id, officeId, by }: { id: string; officeId: string; by: string },
): void {
  const closed = chance.happens(0.12) ? chance.between(25, 300) : null;
  const steps = [
    ['add', null, 'AVAILABLE', 900],
    ...(closed === null
      ? []
      : [
          ['close', 'AVAILABLE', 'MAINTENANCE', closed],
          ['open', 'MAINTENANCE', 'AVAILABLE', closed - chance.between(3, 24)],
        ]),
  ] as const;
  for (const [action, from, to, daysAgo] of steps)
    shelf.add('process_step', {
      id: newId(),
      org_id: orgId,
      office_id: officeId,
      subject_type: 'housing_unit',
      subject_id: id,
      action,
      from_state: from,
      to_state: to,
      by_id: by,
      at: new Date(Date.now() - Number(daysAgo) * 86_400_000),
      seal_version: 1,
    });
}

/** Lays whether somebody asked for a place, where they lived, and where they went: after an emergency bed once more. */
export function layLoadStays(shelf: Shelf, setting: Setting, chance: Chance, file: LaidCase, life: Life, beds: BedBook): void {
  const opened = life.openedDaysAgo ?? 0;
  const end = endOf(life);
  if (!chance.happens(ASKS) || opened - end < 3) return;
  const first = drawRequest(chance, opened - chance.between(1, Math.min(30, opened - end - 1)), null);
  const left = layRequest(shelf, setting, chance, file, first, end, beds);
  if (first.kind === 'EMERGENCY' && left !== null && left - end > 2)
    layRequest(shelf, setting, chance, file, drawRequest(chance, left - 1, first), end, beds);
}

/** Days before now at which the case ended; 0 while it is open. */
export const endOf = (life: Life): number => (life.state === 'CLOSED' ? (life.steps.at(-1)?.daysAgo ?? 0) : 0);

interface Request {
  kind: PlacementKind;
  household: number;
  askedAgo: number;
  neededAgo: number;
  constraints: string[];
}

function drawRequest(chance: Chance, askedAgo: number, before: Request | null): Request {
  const constraint = chance.weighted(CONSTRAINTS);
  return {
    kind: chance.weighted(before ? { ...KINDS, EMERGENCY: 0 } : KINDS),
    household: before?.household ?? Number(chance.weighted(HOUSEHOLDS)),
    askedAgo,
    neededAgo: askedAgo - chance.between(0, 6),
    constraints: constraint === 'NONE' ? [] : [constraint],
  };
}

/** Returns how many days ago they left; null while they live there, or where they never moved in. */
function layRequest(
  shelf: Shelf,
  setting: Setting,
  chance: Chance,
  file: LaidCase,
  request: Request,
  end: number,
  beds: BedBook,
): number | null {
  const { kind, household, askedAgo, neededAgo, constraints } = request;
  const asked = momentAgo(setting, askedAgo, 10 * 60);
  const columns = {
    kind,
    household_size: household,
    needed_from: dayOf(momentAgo(setting, Math.max(0, neededAgo), 0)),
    requested_on: dayOf(asked),
    constraints,
    created_at: asked,
    state_since: asked,
  };
  const movedAgo =
    askedAgo - Math.round(kind === 'EMERGENCY' ? chance.between(0, 2) : chance.longTailed(WAIT_DAYS.median, WAIT_DAYS.spread));
  const span = movedAgo > end ? drawSpan(chance, request, movedAgo, end) : null;
  const unit = span && !chance.happens(GIVES_UP) ? beds.take(chance, span) : null;
  if (!unit || !span) {
    const over = end > 0 || chance.happens(GIVES_UP);
    addPlacement(
      shelf,
      setting,
      file,
      { ...columns, state: over ? 'CANCELLED' : 'REQUESTED', end_reason: over ? 'OWN_SOLUTION' : null },
      null,
      {},
    );
    return null;
  }
  const moved = momentAgo(setting, span.from, 11 * 60);
  addPlacement(shelf, setting, file, { ...columns, ...standOf(setting, chance, span, moved) }, { unit, moved }, {});
  return span.until;
}

function drawSpan(chance: Chance, { kind, household }: Request, from: number, end: number): Span {
  const { median, spread } = kind === 'EMERGENCY' ? STAY_DAYS.EMERGENCY : STAY_DAYS.OTHER;
  const until = from - Math.max(1, Math.round(chance.longTailed(median, spread)));
  // nobody lives on with us when their case is closed
  const left = end > 0 ? Math.max(until, end) : until;
  return { from, until: left > 0 ? left : null, beds: household };
}

function standOf(setting: Setting, chance: Chance, { until }: Span, moved: Date): Record<string, unknown> {
  if (until === null) {
    const leaving = chance.happens(0.08);
    const planned = leaving ? dayOf(new Date(setting.now + chance.between(3, 60) * 86_400_000)) : null;
    return { state: leaving ? 'NOTICE' : 'IN_RESIDENCE', state_since: moved, planned_end_on: planned };
  }
  const left = momentAgo(setting, until, 12 * 60);
  const destination = chance.weighted(DESTINATIONS);
  return {
    state: 'MOVED_OUT',
    state_since: left,
    moved_out_on: dayOf(left),
    destination,
    move_out_reason: REASONS[destination] ?? 'PLANNED_MOVE',
    care_planned: destination === 'INSTITUTION' && chance.happens(0.4),
  };
}
