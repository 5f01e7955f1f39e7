import { type Profile, rulesFrom } from '@panah/domain/asylum/country-profile';
import { EXAMPLE_VALUES } from '@panah/domain/asylum/example-country';
import { reckon } from '@panah/domain/asylum/legal-deadline';
import { addDays } from '@panah/domain/dates/calendar-days';
import { EXAMPLE_COUNTRY } from '@panah/domain/vocabulary/countries';
import { newId } from '../platform/new-id';
import type { LaidCase } from './lay-case';
import { addClaim, addDeadline, addDecision, addPermit, type Matter } from './lay-claim-parts';
import { layMoves } from './lay-moves';
import { dayOf, type Setting } from './setting';
import type { Shelf } from './shelf';

/** The rules of the made-up country as they stand once two people have entered and verified them. */
export const EXAMPLE: Profile = {
  country: EXAMPLE_COUNTRY,
  values: EXAMPLE_VALUES.map((one) => ({ ...one, id: null, version: 1, isVerified: true, validFrom: null, validTo: null })),
};

/** Verifies what `layExampleRules` entered: of the made-up country alone, by another than who entered it. */
export const VERIFY_EXAMPLE = {
  name: 'demo.verify-example',
  text: `update country_profile_value set verified_by = $2, verified_at = now(), revision = nextval('country_profile_revision') where org_id = $1 and country = '${EXAMPLE_COUNTRY}'`,
};

export function layExampleRules(shelf: Shelf, { orgId }: Setting, enteredBy: string): void {
  for (const { kind, code, value } of EXAMPLE_VALUES)
    shelf.add('country_profile_value', {
      id: newId(),
      org_id: orgId,
      country: EXAMPLE_COUNTRY,
      kind,
      code,
      number: 1,
      value,
      entered_by: enteredBy,
      entered_at: new Date(),
    });
}

/** How far each claim has come, one after the other: days ago of each step. */
const ROADS = [
  { state: 'MADE', made: 5, registered: null, lodged: null, served: null },
  { state: 'REGISTERED', made: 12, registered: 6, lodged: null, served: null },
  { state: 'EXAMINATION', made: 70, registered: 64, lodged: 50, served: null },
  { state: 'INTERVIEWED', made: 120, registered: 114, lodged: 100, served: null },
  { state: 'DECIDED_NEGATIVE', made: 220, registered: 214, lodged: 200, served: 8 },
] as const;

/** A claim in the made-up country, with the deadline that runs and a certificate that ends. */
export function layClaim(shelf: Shelf, setting: Setting, file: LaidCase): void {
  const lawyer = setting.offices.find(({ id }) => id === file.officeId)?.specialists?.find(({ role }) => role === 'LEGAL');
  if (!lawyer) return;
  const number = shelf.count('protection_claim') + 1;
  const road = ROADS[(number - 1) % ROADS.length] ?? ROADS[0];
  const today = dayOf(new Date(setting.now));
  const ago = (days: number | null): string | null => (days === null ? null : addDays(today, -days));
  const matter: Matter = { id: newId(), file, country: EXAMPLE_COUNTRY, by: lawyer.staffId };
  addClaim(
    shelf,
    setting,
    matter,
    {
      procedure_type: 'FIRST_APPLICATION',
      state: road.state,
      state_since: ago(road.served ?? road.lodged ?? road.registered ?? road.made) ?? today,
      made_on: ago(road.made),
      registered_on: ago(road.registered),
      lodged_on: ago(road.lodged),
      opened_at: new Date(setting.now - road.made * 86_400_000),
    },
    { authority: 'Example authority', fileNo: `EX-${String(1000 + number)}` },
  );
  layMoves(shelf, setting, file, { type: 'protection_claim', id: matter.id }, walked(setting, road, matter.by));
  if (road.registered !== null) layCertificate(shelf, setting, matter, addDays(today, 20 + ((number * 37) % 160)));
  layRunning(shelf, setting, matter, road, today);
}

/** The steps by which a claim came to where it stands. */
function walked(setting: Setting, road: Road, by: string): Parameters<typeof layMoves>[4] {
  const at = (days: number): Date => new Date(setting.now - days * 86_400_000);
  const { made, registered, lodged, served } = road;
  const steps: [action: string, to: string, days: number | null][] = [
    ['open', 'PREPARING', made + 2],
    ['make', 'MADE', made],
    ['register', 'REGISTERED', registered],
    ['lodge', 'LODGED', lodged],
    ['start_examination', 'EXAMINATION', lodged === null ? null : lodged - 2],
  ];
  if (road.state === 'INTERVIEWED' || served !== null) {
    steps.push(['set_interview', 'INTERVIEW_SET', (lodged ?? 0) - 20], ['held', 'INTERVIEWED', (lodged ?? 0) - 40]);
  }
  steps.push(['decide_negative', 'DECIDED_NEGATIVE', served]);
  return steps.flatMap(([action, to, days], index) =>
    days === null ? [] : [{ action, from: steps[index - 1]?.[1] ?? null, to, by, at: at(days) }],
  );
}

function layCertificate(shelf: Shelf, setting: Setting, matter: Matter, validTo: string): void {
  const columns = { type: 'ASYLUM_CERT', valid_from: addDays(validTo, -180), valid_to: validTo, added_at: new Date() };
  addPermit(shelf, setting, matter, columns, `EX-${validTo.slice(2)}`);
}

type Road = (typeof ROADS)[number];

/** The one deadline that runs at this stage; for a refusal with its decision. */
function layRunning(shelf: Shelf, setting: Setting, matter: Matter, road: Road, today: string): void {
  const on = addDays(today, -(road.served ?? road.registered ?? road.made));
  const trigger = road.served !== null ? ('NEGATIVE_SERVED' as const) : road.state === 'MADE' ? ('MADE' as const) : ('REGISTERED' as const);
  if (road.lodged !== null && road.served === null) return;
  const decision = road.served === null ? null : ('REFUSED_MERITS' as const);
  const [rule] = rulesFrom(EXAMPLE, { trigger, on, procedure: 'FIRST_APPLICATION', decision, suspensive: 'AUTOMATIC' });
  if (!rule) return;
  const method = decision ? ('IN_PERSON' as const) : null;
  const at = new Date(setting.now);
  const said = {
    decision_type: decision,
    instance: 1,
    decided_on: addDays(on, -4),
    served_on: on,
    service_method: method,
    appeal_possible: true,
    suspensive: 'AUTOMATIC',
    recorded_at: at,
  };
  const reckoning = reckon(EXAMPLE, rule, { trigger, on, method });
  const deadline = { type: rule.value.type, reckoning, timeZone: 'Europe/Tirane', at };
  addDeadline(shelf, setting, matter, deadline, { decision_id: decision && addDecision(shelf, setting, matter, said) });
}
