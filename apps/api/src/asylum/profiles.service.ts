import { Injectable } from '@nestjs/common';
import type { ProfileValueInput, ProfileValueView, ProfileView } from '@panah/contracts/legal-deadlines.contract';
import { assertMayVerify, assertProfileValue } from '@panah/domain/asylum/country-profile';
import { SEEDED_COUNTRIES, seededProfile } from '@panah/domain/asylum/seeded-profiles';
import { RuleBroken } from '@panah/domain/process/process';
import type { ProfileKind } from '@panah/domain/vocabulary/legal-deadlines';
import { currentActor, hasWord } from '../platform/access/current-reach';
import { invalid } from '../platform/errors/problem';
import { Jobs } from '../platform/jobs/jobs';
import { StaffRecords } from '../staff/staff.records';
import { ProfileRecords, type ProfileRow } from './profile.records';

/** The rules of countries: entered by one, verified by another who is a lawyer (separation of duties 15). */
@Injectable()
export class ProfilesService {
  constructor(
    private readonly profiles: ProfileRecords,
    private readonly staff: StaffRecords,
    private readonly jobs: Jobs,
  ) {}

  async ofCountry(country: string): Promise<ProfileView> {
    const rows = await this.profiles.rowsOf(country);
    const views = await this.views(rows);
    const known = new Set(rows.map(({ kind, code }) => `${kind}/${code}`));
    const seeds = seededProfile(country).values.filter(({ kind, code }) => !known.has(`${kind}/${code}`));
    return {
      id: country,
      country,
      values: [
        ...views,
        ...seeds.map((seed): ProfileValueView => ({
          ...NOBODY,
          id: null,
          country,
          kind: seed.kind,
          code: seed.code,
          version: 0,
          value: JSON.stringify(seed.value),
        })),
      ],
      countries: [...new Set([...(await this.profiles.countries()), ...SEEDED_COUNTRIES])].sort(),
      actions: hasWord('profile:enter') ? ['enter'] : [],
    };
  }

  async read(id: string): Promise<ProfileValueView> {
    const [view] = await this.views([await this.profiles.get(id)]);
    if (!view) throw new Error('A value that was found has a view.');
    return view;
  }

  async enter(input: ProfileValueInput): Promise<ProfileValueView> {
    const { country, code, sourceUrl = null, validFrom = null, validTo = null, value } = input;
    const kind = input.kind as ProfileKind;
    assertProfileValue(kind, code, value as never);
    if (validFrom !== null && validTo !== null && validTo < validFrom) throw invalid({ validTo: ['before-start'] });
    return this.read(await this.profiles.add({ country, kind, code, value, sourceUrl, validFrom, validTo }));
  }

  /** From now on it counts; deadlines that rest on it are reckoned anew, each with its former value beside it (R-AS-02). */
  async verify(id: string): Promise<ProfileValueView> {
    const row = await this.profiles.hold(id);
    if (row.verifiedBy !== null) throw new RuleBroken('not-open', { action: 'verify' });
    assertMayVerify(row.enteredBy, currentActor().staffId);
    await this.profiles.verify(row);
    // the clock looks each minute as well; a failure there is in the log of the jobs
    this.profiles.whenKept(() => void this.jobs.runNow('reckon-deadlines', { country: row.country }).catch(() => undefined));
    return this.read(id);
  }

  private async views(rows: readonly ProfileRow[]): Promise<ProfileValueView[]> {
    const names = await this.staff.names(rows.flatMap(({ enteredBy, verifiedBy }) => [enteredBy, verifiedBy]));
    const person = (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? '' });
    return rows.map(
      ({
        id,
        country,
        kind,
        code,
        number: version,
        value,
        sourceUrl,
        validFrom,
        validTo,
        enteredBy,
        enteredAt,
        verifiedBy,
        verifiedAt,
      }) => ({
        id,
        country,
        kind,
        code,
        version,
        value: JSON.stringify(value),
        sourceUrl,
        validFrom,
        validTo,
        enteredBy: person(enteredBy),
        enteredAt: enteredAt.toISOString(),
        verifiedBy: person(verifiedBy),
        verifiedAt: verifiedAt?.toISOString() ?? null,
        actions: verifiedBy === null && enteredBy !== currentActor().staffId && hasWord('profile:verify') ? ['verify'] : [],
      }),
    );
  }
}

const NOBODY = {
  sourceUrl: null,
  validFrom: null,
  validTo: null,
  enteredBy: null,
  enteredAt: null,
  verifiedBy: null,
  verifiedAt: null,
  actions: [],
};
