import { parsePartialDate } from '@panah/domain/dates/partial-date';
import { RESIDENCES } from '../clients/client-parts';
import { placementLocation, placementPlace, type PlacementSecrets } from '../housing/placement.entity';
import { newId } from '../platform/new-id';
import type { LaidCase } from './lay-case';
import { layMoves, type Move } from './lay-moves';
import { dayOf, momentAgo, type DrawnUnit, type Setting } from './setting';
import type { Shelf } from './shelf';

type Stand = 'REQUESTED' | 'IN_RESIDENCE' | 'NOTICE' | 'MOVED_OUT';

const STANDS: readonly Stand[] = ['REQUESTED', 'IN_RESIDENCE', 'MOVED_OUT', 'REQUESTED', 'NOTICE'];
const ENDS = [
  { destination: 'INDEPENDENT_RENT', move_out_reason: 'OWN_TENANCY' },
  { destination: 'FAMILY_PERMANENT', move_out_reason: 'FAMILY_REUNITED' },
  { destination: 'SHELTER', move_out_reason: 'END_OF_TERM' },
] as const;

/** Lays how one client came to a place, or waits for one, by the reference. */
export function layPlacement(shelf: Shelf, setting: Setting, file: LaidCase, units: readonly DrawnUnit[]): void {
  const drawn = file.caseRef.charCodeAt(2) + file.caseRef.charCodeAt(3);
  const stand = STANDS[drawn % STANDS.length] ?? 'REQUESTED';
  const open = units.filter(({ free }) => free > 0);
  const unit = open[drawn % Math.max(1, open.length)];
  const lives = stand !== 'REQUESTED' && unit !== undefined;
  if (lives) unit.free -= 1;
  const [asked, moved, left] = [momentAgo(setting, 46, 600), momentAgo(setting, 30, 620), momentAgo(setting, 6, 640)];
  const from = dayOf(moved);
  const id = addPlacement(
    shelf,
    setting,
    file,
    {
      state: lives ? stand : 'REQUESTED',
      state_since: stand === 'MOVED_OUT' ? left : lives ? moved : asked,
      kind: unit?.safeHouse && lives ? 'SAFE_HOUSE' : 'TRANSITIONAL',
      needed_from: dayOf(asked),
      requested_on: dayOf(asked),
      planned_end_on: stand === 'NOTICE' && lives ? dayOf(new Date(setting.now + 25 * 86_400_000)) : null,
      next_planned_on: stand === 'NOTICE' && lives ? dayOf(left) : null,
      ...(stand === 'MOVED_OUT' && lives ? { moved_out_on: dayOf(left), ...ENDS[drawn % ENDS.length] } : {}),
      created_at: asked,
    },
    lives ? { unit, moved } : null,
    {
      wishes: 'A quiet room, near the language course.',
      nextPlan: stand === 'NOTICE' ? 'A small flat of their own; the application is made.' : null,
    },
  );
  if (setting.keepsLog)
    layMoves(shelf, setting, file, { type: 'placement', id }, movesOf(lives ? stand : 'REQUESTED', file.workerId, asked, moved, left));
  if (lives) layHome(shelf, setting, file, unit, from, stand === 'MOVED_OUT' ? dayOf(left) : null);
}

/** Where somebody moved in, and when. */
export interface MovedInto {
  unit: DrawnUnit;
  moved: Date;
}

/** Lays one request, with the place it came to. Returns its id. */
export function addPlacement(
  shelf: Shelf,
  setting: Setting,
  file: LaidCase,
  columns: Record<string, unknown>,
  place: MovedInto | null,
  words: Partial<PlacementSecrets>,
): string {
  const id = newId();
  const from = place && dayOf(place.moved);
  const row = {
    id,
    org_id: setting.orgId,
    office_id: file.officeId,
    client_id: file.clientId,
    case_id: file.id,
    household_size: 1,
    constraints: [],
    accessibility: [],
    care_planned: false,
    declines: 0,
    unit_id: place?.unit.id ?? null,
    reserved_from: from,
    moved_in_on: from,
    rules_language: place ? (file.languages[0] ?? 'fa') : null,
    agreed_at: place?.moved ?? null,
    created_by: file.workerId,
    seal_version: 1,
    version: 1,
    ...columns,
  };
  const secrets: PlacementSecrets = {
    wishes: null,
    where: place && whereOf(place.unit),
    tenancy: null,
    contribution: null,
    nextPlan: null,
    avoids: 0,
    ...words,
  };
  const at = { id, clientId: file.clientId, sealVersion: 1 };
  shelf.add(
    'placement',
    row,
    { place: placementPlace(at), payload: secrets },
    { place: placementLocation(at), payload: { avoidCities: [] } },
  );
  return id;
}

const whereOf = ({ id: unitId, number, kind, country, city, safeHouse }: DrawnUnit): PlacementSecrets['where'] => ({
  unitId,
  number,
  kind,
  country,
  city: safeHouse ? null : city,
  safeHouse,
});

function movesOf(stand: Stand, by: string, asked: Date, moved: Date, left: Date): Move[] {
  const request: Move = { action: 'request', from: null, to: 'REQUESTED', by, at: asked };
  if (stand === 'REQUESTED') return [request];
  const path: Move[] = [
    request,
    { action: 'match', from: 'REQUESTED', to: 'MATCHED', by, at: new Date(moved.getTime() - 3 * 86_400_000) },
    { action: 'offer', from: 'MATCHED', to: 'OFFERED', by, at: new Date(moved.getTime() - 2 * 86_400_000) },
    { action: 'accept', from: 'OFFERED', to: 'RESERVED', by, at: new Date(moved.getTime() - 86_400_000) },
    { action: 'move_in', from: 'RESERVED', to: 'IN_RESIDENCE', by, at: moved },
  ];
  if (stand === 'NOTICE') path.push({ action: 'give_notice', from: 'IN_RESIDENCE', to: 'NOTICE', by, at: left });
  if (stand === 'MOVED_OUT') path.push({ action: 'move_out', from: 'IN_RESIDENCE', to: 'MOVED_OUT', by, at: left });
  return path;
}

/** The line in the history of where the person lives, as moving in writes it. */
function layHome(shelf: Shelf, setting: Setting, file: LaidCase, unit: DrawnUnit, from: string, to: string | null): void {
  const id = newId();
  const day = (on: string) => parsePartialDate(on, { today: on, calendar: 'GREGORIAN' });
  const { country, city, address } = unit;
  const payload = { from: day(from), to: to && day(to), country, city, address, knownTo: [], safety: 'SAFE', remarks: null };
  const row = {
    id,
    org_id: setting.orgId,
    office_id: file.officeId,
    client_id: file.clientId,
    seal_version: 1,
    version: 1,
    created_at: new Date(setting.now),
    created_by: file.workerId,
  };
  const place = { table: RESIDENCES.table, rowId: id, subjectId: file.clientId, compartment: RESIDENCES.compartment, sealVersion: 1 };
  shelf.add(RESIDENCES.table, row, { place, payload });
}
