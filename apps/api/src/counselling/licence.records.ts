import { Injectable } from '@nestjs/common';
import type { Licence } from '@panah/domain/counselling/screening';
import type { Instrument } from '@panah/domain/vocabulary/counselling';
import { currentActor, currentReach } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { newId } from '../platform/new-id';

export interface LicenceRow extends Licence, Record<string, unknown> {
  id: string;
  officeId: string;
  versionLabel: string;
  itemTexts: string[] | null;
  recordedBy: string;
  recordedAt: Date;
}

export type NewLicence = Pick<LicenceRow, 'instrument' | 'language' | 'textSource' | 'versionLabel' | 'agreementOn' | 'itemTexts'>;

const COLUMNS = `l.id, l.office_id as "officeId", l.instrument, l.language, l.text_source as "textSource", l.version_label as "versionLabel", l.agreement_on as "agreementOn",
  l.item_texts as "itemTexts", l.recorded_by as "recordedBy", l.recorded_at as "recordedAt"`;
const OF = {
  name: 'instrument.of-offices',
  text: `select ${COLUMNS} from instrument_licence l where l.office_id = any($1::uuid[]) and l.ended_at is null order by l.instrument, l.language`,
};
const CURRENT = {
  name: 'instrument.current',
  text: `select ${COLUMNS} from instrument_licence l where l.office_id = $1 and l.instrument = $2 and l.language = $3 and l.ended_at is null`,
};
const END = {
  name: 'instrument.end',
  text: 'update instrument_licence set ended_at = now() where office_id = $1 and instrument = $2 and language = $3 and ended_at is null',
};
const ADD = {
  name: 'instrument.add',
  text: `insert into instrument_licence (id, org_id, office_id, instrument, language, text_source, version_label, agreement_on, item_texts, recorded_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
};

/** On which licence an office uses which instrument, and the text it was licensed with, where the office entered it (R-CN-06). */
@Injectable()
export class LicenceRecords {
  async list(): Promise<LicenceRow[]> {
    return currentWork().rows<LicenceRow>(OF, [currentReach('instrument:read').offices]);
  }

  async current(officeId: string, instrument: Instrument, language: string): Promise<LicenceRow | null> {
    return currentWork().row<LicenceRow>(CURRENT, [officeId, instrument, language]);
  }

  /** The one before ends: results keep the licence they were taken on. */
  async record(officeId: string, licence: NewLicence): Promise<string> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    const { instrument, language, textSource, versionLabel, agreementOn, itemTexts } = licence;
    currentLine()
      .about('instrument_licence', id, { officeId })
      .changed(...Object.keys(licence));
    await currentWork().change(END, [officeId, instrument, language]);
    await currentWork().change(ADD, [id, orgId, officeId, instrument, language, textSource, versionLabel, agreementOn, itemTexts, staffId]);
    return id;
  }
}
