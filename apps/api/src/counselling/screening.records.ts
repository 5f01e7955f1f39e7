import { Injectable } from '@nestjs/common';
import type { Score } from '@panah/domain/counselling/screening';
import type { Instrument } from '@panah/domain/vocabulary/counselling';
import { currentActor, REACH_PARAMETERS, reachValuesOrNone, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { newId } from '../platform/new-id';
import { Sealer } from '../platform/sealing/sealer';
import { ledOffices } from './counselling-reach';
import { type EpisodeRow, screeningPlace } from './episode';

export interface ScreeningRow extends Record<string, unknown> {
  id: string;
  episodeId: string;
  clientId: string;
  authorId: string;
  instrument: Instrument;
  language: string;
  mode: string;
  at: Date;
  recordedAt: Date;
  sealed: Buffer;
  sealVersion: number;
  /** The reader may see which answer was which (model 5.1, row 20). */
  answers: boolean;
}

export interface ScreeningSecrets extends Score {
  items: (number | null)[];
  actionTaken: string | null;
  toldWhom: string | null;
}

export interface OpenScreening {
  row: ScreeningRow;
  secrets: ScreeningSecrets;
}

export type ScreeningPlain = Pick<ScreeningRow, 'instrument' | 'language' | 'mode' | 'at'> & { licenceId: string };

const LED = 2 + 2 * REACH_PARAMETERS;
/** The counsellor of the episode, whoever took it, the lead of the office. $2… the word, $6… that of the one instrument the team reads, $10 the offices one leads. */
const CLINICAL = `((r.office_id = any($${LED}::uuid[]) and not (r.client_id = any((select app.blocked())::uuid[])))
  or (${withinReachOfOne('r', 'client_id', 2)} and (r.author_id = $3::uuid or exists (select from counselling_episode e where e.id = r.episode_id and e.counsellor_id = $3::uuid))))`;
const OF = {
  name: 'screening.of-episode',
  text: `select r.id, r.episode_id as "episodeId", r.client_id as "clientId", r.author_id as "authorId", r.instrument, r.language, r.mode, r.at, r.recorded_at as "recordedAt",
      r.sealed, r.seal_version as "sealVersion", ${CLINICAL} as answers
    from screening_result r where r.episode_id = any($1::uuid[])
     and (${CLINICAL} or (r.instrument = 'WHO5' and ${withinReachOfOne('r', 'client_id', 2 + REACH_PARAMETERS)})) order by r.at, r.id limit 400`,
};
const ADD = {
  name: 'screening.add',
  text: `insert into screening_result (id, org_id, office_id, client_id, episode_id, author_id, instrument, language, mode, licence_id, at, sealed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
};

/** The door to screening results: computed once, here, and kept with what they were measured by. */
@Injectable()
export class ScreeningRecords {
  constructor(private readonly sealer: Sealer) {}

  /** Oldest first, as far as the reader may read them. */
  async of(episodeIds: readonly string[]): Promise<OpenScreening[]> {
    const reach = [...reachValuesOrNone('screening:read'), ...reachValuesOrNone('screening:read-wellbeing'), ledOffices()];
    const rows = await currentWork().rows<ScreeningRow>(OF, [episodeIds, ...reach]);
    const secrets = await this.sealer.openMany<ScreeningSecrets>(rows.map((row) => ({ place: screeningPlace(row), sealed: row.sealed })));
    if (rows.length)
      currentLine()
        .returned(
          'screening',
          rows.map(({ id }) => id),
        )
        .opened('SCREENING');
    return rows.flatMap((row, at) => (secrets[at] ? [{ row, secrets: secrets[at] }] : []));
  }

  async add({ id: episodeId, clientId, officeId }: EpisodeRow, plain: ScreeningPlain, secrets: ScreeningSecrets): Promise<string> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    currentLine().about('screening', id, { clientId, officeId }).changed('instrument', 'items', 'actionTaken', 'toldWhom');
    const sealed = await this.sealer.seal(screeningPlace({ id, clientId, sealVersion: 1 }), secrets);
    const { instrument, language, mode, licenceId, at } = plain;
    await currentWork().change(ADD, [id, orgId, officeId, clientId, episodeId, staffId, instrument, language, mode, licenceId, at, sealed]);
    return id;
  }
}
