import { Injectable } from '@nestjs/common';
import type {
  InstrumentLicenceInput,
  InstrumentLicencesView,
  InstrumentLicenceView,
  ScreeningInput,
  ScreeningListView,
  ScreeningView,
} from '@panah/contracts/screening.contract';
import { assertFlagsAnswered, assertLicensed, scoreToKeep, shapeOf } from '@panah/domain/counselling/screening';
import { RuleBroken } from '@panah/domain/process/process';
import { instrument } from '@panah/domain/vocabulary/counselling';
import { CaseRecords } from '../cases/case.records';
import { pastMoment } from '../platform/errors/past-moment';
import { forbidden, invalid, notFound } from '../platform/errors/problem';
import { RiskEffects } from '../risk/risk-effects.records';
import { StaffRecords } from '../staff/staff.records';
import { leads, ledOffices } from './counselling-reach';
import { isClinical, isOwn, personOf, screeningView } from './counselling.view';
import { EpisodeRecords } from './episode.records';
import { EpisodesService } from './episodes.service';
import { LicenceRecords } from './licence.records';
import { ScreeningRecords } from './screening.records';

/** Scores: computed here, never by whoever sends the answers (R-CN-05). */
@Injectable()
export class ScreeningsService {
  constructor(
    private readonly screenings: ScreeningRecords,
    private readonly licences: LicenceRecords,
    private readonly episodes: EpisodeRecords,
    private readonly service: EpisodesService,
    private readonly cases: CaseRecords,
    private readonly risk: RiskEffects,
    private readonly staff: StaffRecords,
  ) {}

  async of(episodeId: string): Promise<ScreeningListView> {
    const { row } = await this.episodes.get(episodeId, 'screening:read');
    if (!isClinical(row)) throw notFound();
    const found = await this.screenings.of([episodeId]);
    const names = await this.staff.names(found.map((one) => one.row.authorId));
    return { id: episodeId, items: found.map((one) => screeningView(one, names)), actions: isOwn(row) ? ['record'] : [] };
  }

  /** R-RI-05: an answer that points to self-harm is kept with what was done and who was told, and calls whoever is on duty; R-RI-04: risk is looked at again. */
  async record(episodeId: string, input: ScreeningInput): Promise<ScreeningView> {
    const { row } = await this.service.own(episodeId);
    const name = input.instrument;
    if (!instrument.has(name)) throw invalid({ instrument: ['isIn'] });
    const at = pastMoment('at', input.at);
    const licence = await this.licences.current(row.officeId, name, input.language);
    assertLicensed(name, input.language, licence);
    const score = scoreToKeep(name, input.items, input.cut);
    assertFlagsAnswered(score.flags, input.actionTaken ?? '', input.toldWhom ?? '');
    const plain = { instrument: name, language: input.language, mode: input.mode, at, licenceId: licence?.id ?? '' };
    const secrets = { ...score, items: input.items, actionTaken: input.actionTaken ?? null, toldWhom: input.toldWhom ?? null };
    const id = await this.screenings.add(row, plain, secrets);
    if (score.flags.includes('PHQ9_ITEM9')) await this.tell(row.caseId, id);
    const list = await this.of(episodeId);
    return list.items.find((one) => one.id === id) ?? missing();
  }

  async instruments(): Promise<InstrumentLicencesView> {
    const rows = await this.licences.list();
    const names = await this.staff.names(rows.map(({ recordedBy }) => recordedBy));
    const items = rows.map((row): InstrumentLicenceView => ({
      id: row.id,
      officeId: row.officeId,
      instrument: row.instrument,
      language: row.language,
      textSource: row.textSource,
      versionLabel: row.versionLabel,
      agreementOn: row.agreementOn,
      itemTexts: row.itemTexts ?? [],
      recordedBy: personOf(row.recordedBy, names),
      recordedAt: row.recordedAt.toISOString(),
    }));
    return { items, actions: ledOffices().length ? ['license'] : [] };
  }

  /** R-CN-06: who leads counselling says where the text comes from; only what the office has leave to keep is entered. */
  async license(input: InstrumentLicenceInput): Promise<InstrumentLicencesView> {
    if (!leads(input.officeId)) throw forbidden();
    const name = input.instrument;
    if (!instrument.has(name)) throw invalid({ instrument: ['isIn'] });
    const { language, textSource, versionLabel } = input;
    const agreementOn = input.agreementOn ?? null;
    assertLicensed(name, language, { instrument: name, textSource, language, agreementOn });
    const texts = input.itemTexts ?? [];
    if (texts.length && texts.length !== shapeOf(name).items.length)
      throw new RuleBroken(
        'answers-do-not-fit',
        { wanted: shapeOf(name).items.length, given: texts.length },
        { itemTexts: ['wrong-number'] },
      );
    const itemTexts = texts.length ? texts : null;
    await this.licences.record(input.officeId, { instrument: name, language, textSource, versionLabel, agreementOn, itemTexts });
    return this.instruments();
  }

  private async tell(caseId: string, screeningId: string): Promise<void> {
    const file = await this.cases.reachable(caseId, 'case:read');
    await this.risk.tellOfSelfHarm(file, screeningId);
    await this.risk.forceReview(file, new Date());
  }
}

function missing(): never {
  throw notFound();
}
