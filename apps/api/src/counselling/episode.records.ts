import { Injectable } from '@nestjs/common';
import type { Word } from '@panah/domain/access/access-table';
import type { CounsellingState } from '@panah/domain/counselling/counselling.process';
import type { CounsellorFacts } from '@panah/domain/counselling/counselling.rules';
import type { ReachedCase } from '../cases/case.records';
import { currentActor, reachValuesOrNone, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import type { Statement } from '../platform/database/unit-of-work';
import { notFound, staleEdit } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { ProcessSteps, type StepTaken } from '../platform/process-steps';
import { Sealer } from '../platform/sealing/sealer';
import { COUNSELLING_PARAMETERS, counsellingValues, withinCounselling } from './counselling-reach';
import { episodePlace, type EpisodeRow, type EpisodeSecrets, type OpenEpisode, sharedPlace } from './episode';

/** What is plain about a request: by it the office finds it. */
export interface NewEpisode {
  service: string;
  source: string;
  language: string;
}

/** What a step leaves on the episode. */
export type EpisodeChange = Partial<
  Pick<
    EpisodeRow,
    | 'urgency'
    | 'triagedBy'
    | 'triagedAt'
    | 'waitingSince'
    | 'counsellorId'
    | 'supervisorId'
    | 'allocatedAt'
    | 'consentId'
    | 'plannedSessions'
    | 'reviewOn'
    | 'endingSince'
    | 'endReason'
    | 'endedAt'
    | 'endingDue'
    | 'limitsExplainedAt'
  >
>;

export interface Candidate extends CounsellorFacts {
  isWorker: boolean;
}

const COLUMNS = `e.id, e.office_id as "officeId", e.client_id as "clientId", e.case_id as "caseId", e.case_ref as "caseRef", e.language, e.urgency, e.service, e.source,
  e.state, e.state_since as "stateSince", e.requested_by as "requestedBy", e.requested_at as "requestedAt", e.triaged_by as "triagedBy",
  e.triaged_at as "triagedAt", e.waiting_since as "waitingSince", e.counsellor_id as "counsellorId", e.supervisor_id as "supervisorId",
  e.allocated_at as "allocatedAt", e.consent_id as "consentId", e.planned_sessions as "plannedSessions", e.review_on as "reviewOn",
  e.ending_since as "endingSince", e.end_reason as "endReason", e.ended_at as "endedAt", e.ending_due as "endingDue",
  e.limits_explained_at as "limitsExplainedAt", e.sealed, e.seal_version as "sealVersion", e.shared_sealed as "sharedSealed",
  e.shared_seal_version as "sharedSealVersion", e.shared_at as "sharedAt", e.shared_by as "sharedBy", e.version`;
/** The reader's own work on it is asked behind the word of the statement. */
const WORKING = 1 + COUNSELLING_PARAMETERS + 1;
const SEEN = `select ${COLUMNS}, ${withinReachOfOne('e', 'client_id', WORKING)} as "onTeam",
    (select c.id from consent c cross join lateral (select v.state, v.expires_at from consent_event v where v.consent_id = c.id order by v.seq desc limit 1) s
      where c.client_id = e.client_id and c.purpose = 'C07_COUNSELLING' and 'COUNSELLING' = any(c.scope) and s.state = 'ACTIVE' and (s.expires_at is null or s.expires_at > now())
      order by c.recorded_at desc limit 1) as "standingConsent",
    (select f.primary_worker_id from case_file f where f.id = e.case_id) as "primaryWorkerId" from counselling_episode e`;
const ONE = { name: 'counselling.one', text: `${SEEN} where e.id = $1 and ${withinCounselling('e', 2)}` };
const HOLD = { name: 'counselling.hold', text: `${ONE.text} for update of e` };
const OF_CASE = {
  name: 'counselling.of-case',
  text: `${SEEN} where e.case_id = $1 and ${withinCounselling('e', 2)} order by e.requested_at desc, e.id desc limit 50`,
};
const ADD = {
  name: 'counselling.add',
  text: `insert into counselling_episode (id, org_id, office_id, client_id, case_id, case_ref, language, service, source, requested_by, sealed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
};
const SHARE = {
  name: 'counselling.share',
  text: `update counselling_episode set shared_sealed = $3, shared_seal_version = $4, shared_at = now(), shared_by = $5, version = version + 1 where id = $1 and version = $2`,
};
const CANDIDATES = {
  name: 'counselling.candidates',
  text: `select staff_id as id, on_team as "onTeam", blocked, is_worker as "isWorker" from app.counsellors_for($1)`,
};
const CONSENT = { name: 'counselling.consent', text: 'select app.consent_to_counselling($1) as id' };
const ON_CONSENT = {
  name: 'counselling.on-consent',
  text: `select e.id from counselling_episode e where e.consent_id = $1 and e.state not in ('ENDED', 'DECLINED')`,
};
const LANGUAGES = { name: 'counselling.languages', text: 'select languages from client where id = $1' };
/** Where an episode stands, and the day on which something is due. */
interface Standing extends Record<string, unknown> {
  state: CounsellingState;
  since: Date;
  dueOn: string | null;
  ownerId: string | null;
}

const JOURNEY = {
  name: 'counselling.journey',
  text: `select e.state, e.state_since as since, e.counsellor_id as "ownerId", coalesce(
      (select min(s.at at time zone o.time_zone)::date from counselling_session s where s.episode_id = e.id and s.status = 'SCHEDULED'), e.review_on) as "dueOn"
    from counselling_episode e join office o on o.id = e.office_id where (e.case_id = $1 or e.client_id = $1) and ${withinReachOfOne('e', 'client_id', 2)}
   order by (e.state in ('ENDED', 'DECLINED')), e.requested_at desc limit 1`,
};
const changeStatements = new Map<string, Statement>();

/** One statement for each set of columns that a step changes; they are few. */
function changeStatement(fields: readonly string[]): Statement {
  const columns = fields.map((field) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
  const changes = columns.map((column, at) => `${column} = $${at + 4}`).join(', ');
  const made = changeStatements.get(changes) ?? {
    name: `counselling.change.${changeStatements.size}`,
    text: `update counselling_episode set sealed = $3, seal_version = seal_version + 1, version = version + 1${changes && `, ${changes}`} where id = $1 and version = $2`,
  };
  changeStatements.set(changes, made);
  return made;
}

/** The door to the episodes. Reach: the case team in the roles whose classes name counselling, the coordinator's office, the office one leads. */
@Injectable()
export class EpisodeRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly steps: ProcessSteps,
  ) {}

  /** Newest first. The caller has checked the case. */
  async ofCase(caseId: string): Promise<OpenEpisode[]> {
    return this.open(await currentWork().rows<EpisodeRow>(OF_CASE, [caseId, ...this.reach('counselling:read')]));
  }

  async get(id: string, word: Word): Promise<OpenEpisode> {
    return this.found(await currentWork().row<EpisodeRow>(ONE, [id, ...this.reach(word)]), id);
  }

  /** As `get`, and nobody else moves the episode until this request is over. */
  async hold(id: string, word: Word): Promise<OpenEpisode> {
    return this.found(await currentWork().row<EpisodeRow>(HOLD, [id, ...this.reach(word)]), id);
  }

  /** The caller has checked the reach to the case. Returns the episode's id. */
  async add({ id: caseId, clientId, officeId, caseRef }: ReachedCase, plain: NewEpisode, secrets: EpisodeSecrets): Promise<string> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    currentLine().about('counselling', id, { clientId, officeId }).changed('service', 'source', 'language', 'question');
    const sealed = await this.sealer.seal(episodePlace({ id, clientId, sealVersion: 1 }), secrets);
    const { service, source, language } = plain;
    await currentWork().change(ADD, [id, orgId, officeId, clientId, caseId, caseRef, language, service, source, staffId, sealed]);
    await this.steps.record({ type: 'counselling', id, action: 'request', from: null, to: 'REFERRED', officeId, clientId });
    return id;
  }

  /** A step of a held episode. */
  async move(
    { row }: OpenEpisode,
    action: string,
    to: CounsellingState,
    change: EpisodeChange,
    secrets: EpisodeSecrets,
    reason: string | null = null,
  ): Promise<void> {
    const moved = to === row.state ? {} : { state: to, stateSince: new Date() };
    await this.change(row, { ...change, ...moved }, secrets);
    currentLine().changed('state', ...Object.keys(change));
    const { id, officeId, clientId, state: from } = row;
    await this.steps.record({ type: 'counselling', id, action, from, to, officeId, clientId, reason });
  }

  /** Work on it that is no step. What it was is not said in the log: so every such line looks alike (R-CN-01). */
  async work({ row, secrets: before }: OpenEpisode, version: number, change: EpisodeChange, secrets: EpisodeSecrets): Promise<void> {
    if (row.version !== version) throw staleEdit(row.version, differences(before, secrets));
    await this.change(row, change, secrets);
  }

  /** What the counsellor tells the case team (R-CN-02). */
  async share({ row }: OpenEpisode, version: number, text: string): Promise<void> {
    if (row.version !== version) throw staleEdit(row.version, ['text']);
    const sharedSealVersion = row.sharedSealVersion + 1;
    const sealed = await this.sealer.seal(sharedPlace({ ...row, sharedSealVersion }), { text });
    await currentWork().change(SHARE, [row.id, version, sealed, sharedSealVersion, currentActor().staffId]);
  }

  async shared(row: EpisodeRow): Promise<string | null> {
    return row.sharedSealed && (await this.sealer.open<{ text: string }>(sharedPlace(row), row.sharedSealed)).text;
  }

  /** Who works as counsellor in the office of an episode in reach, and whether they may be given it. */
  async candidates(id: string): Promise<Candidate[]> {
    return currentWork().rows<Candidate & Record<string, unknown>>(CANDIDATES, [id]);
  }

  /** The consent to counselling that holds, held until the transaction ends: a withdrawal waits for us, or we for it. */
  async holdConsent(clientId: string): Promise<string | null> {
    return (await currentWork().row<{ id: string | null }>(CONSENT, [clientId]))?.id ?? null;
  }

  /** Open episodes that rest on a consent. */
  async onConsent(consentId: string): Promise<string[]> {
    return (await currentWork().rows<{ id: string }>(ON_CONSENT, [consentId])).map(({ id }) => id);
  }

  /** The client's first language. The caller has checked the case. */
  async languageOf(clientId: string): Promise<string> {
    return (await currentWork().row<{ languages: string[] }>(LANGUAGES, [clientId]))?.languages[0] ?? 'und';
  }

  async history(id: string): Promise<StepTaken[]> {
    return this.steps.of(id);
  }

  /** What the header of a file needs of a case or client; null when nothing began, or the reader may not see that it did. */
  async standing(id: string): Promise<Standing | null> {
    return currentWork().row<Standing>(JOURNEY, [id, ...reachValuesOrNone('counselling:read')]);
  }

  private async change(row: EpisodeRow, change: Record<string, unknown>, secrets: EpisodeSecrets): Promise<void> {
    const sealed = await this.sealer.seal(episodePlace({ ...row, sealVersion: row.sealVersion + 1 }), secrets);
    const changed = await currentWork().change(changeStatement(Object.keys(change)), [
      row.id,
      row.version,
      sealed,
      ...Object.values(change),
    ]);
    if (!changed) throw notFound();
  }

  private reach(word: Word): unknown[] {
    return [...counsellingValues(word), ...reachValuesOrNone('counselling:work')];
  }

  private async found(row: EpisodeRow | null, id: string): Promise<OpenEpisode> {
    currentLine().about('counselling', id, row ? { clientId: row.clientId, officeId: row.officeId } : {});
    const [episode] = row ? await this.open([row]) : [];
    if (!episode) throw notFound();
    return episode;
  }

  private async open(rows: readonly EpisodeRow[]): Promise<OpenEpisode[]> {
    const secrets = await this.sealer.openMany<EpisodeSecrets>(rows.map((row) => ({ place: episodePlace(row), sealed: row.sealed })));
    if (rows.length) currentLine().opened('COUNSELLING');
    return rows.flatMap((row, at) => (secrets[at] ? [{ row, secrets: secrets[at] }] : []));
  }
}

const differences = (before: EpisodeSecrets, after: EpisodeSecrets): string[] =>
  Object.entries(after).flatMap(([name, value]) =>
    JSON.stringify(before[name as keyof EpisodeSecrets]) === JSON.stringify(value) ? [] : [name],
  );
