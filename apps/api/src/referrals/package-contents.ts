import { Injectable } from '@nestjs/common';
import { isOfHealth } from '@panah/domain/needs/need.rules';
import { chosenBy, inOrder } from '@panah/domain/referrals/item.rules';
import type { PackageItem, ReferralItem } from '@panah/domain/referrals/package-items';
import type { StandingConsent } from '@panah/domain/consents/consent.rules';
import { dayAt } from '@panah/domain/staff/office-calendar';
import type { ReachedCase } from '../cases/case.records';
import { StaffRecords } from '../staff/staff.records';
import { PackageDocuments } from './package-documents';
import { bandOf, PackageSource } from './package-source.records';
import { Recipients } from './recipient.records';
import type { OpenReferral, Piece, Referral, Told } from './referral.entity';

interface Asked {
  row: Referral;
  told: Told;
  file: ReachedCase;
  /** The day it is in the office. */
  today: string;
}

/** Items whose things are chosen one by one. */
type OneByOne = 'NEEDS' | 'HEALTH' | 'DOCUMENTS';

/** What stands in a package. The same records give the same bytes: what was shown is what is sealed. */
@Injectable()
export class PackageContents {
  private readonly fill: Record<Exclude<ReferralItem, OneByOne>, (asked: Asked) => Promise<PackageItem[]>> = {
    PSEUDONYM: async ({ row }) => [{ kind: 'PSEUDONYM', pseudonym: (await this.source.person(row.clientId)).pseudonym }],
    AGE_LANGUAGES: (asked) => this.ageAndLanguages(asked),
    REQUEST: ({ told }) => one({ kind: 'REQUEST', text: told.words.request }),
    WORK_DONE: ({ told }) => one({ kind: 'WORK_DONE', text: told.words.workDone }),
    SAFETY: ({ told }) => one({ kind: 'SAFETY', text: told.words.safety }),
    CONTACT_RULES: ({ told }) => one({ kind: 'CONTACT_RULES', text: told.words.contactRules }),
    GUARDIAN: ({ told }) => Promise.resolve(told.words.guardian ? [{ kind: 'GUARDIAN', text: told.words.guardian }] : []),
    BIRTH: (asked) => this.birth(asked),
    LEGAL_STATUS: ({ row }) => this.source.legal(row),
    ADDRESS: ({ row }) => this.source.address(row.clientId),
    DEPENDANTS: ({ row, today }) => this.source.dependants(row.clientId, today),
    NAME: () => Promise.resolve([]),
  };

  constructor(
    private readonly source: PackageSource,
    private readonly documents: PackageDocuments,
    private readonly staff: StaffRecords,
    private readonly recipients: Recipients,
  ) {}

  /** What follows the head of a package. */
  async of({ row }: OpenReferral, told: Told, file: ReachedCase): Promise<Piece[]> {
    const { timeZone } = await this.staff.officeOf(row.officeId);
    const asked = { row, told, file, today: dayAt(new Date().toISOString(), timeZone) };
    const pieces: Piece[] = [];
    for (const item of inOrder(told.items)) pieces.push(...(await this.under(item, asked)));
    return pieces;
  }

  /** What would be packed under some keys, whatever else is told. */
  ofKeys(referral: OpenReferral, keys: readonly string[], file: ReachedCase): Promise<Piece[]> {
    return this.of(referral, { ...chosenBy(keys), words: referral.secrets.words }, file);
  }

  /** What follows once a partner has accepted: the name in use, and with the rules of contact the way that was agreed. */
  async identity(referral: OpenReferral, scope: readonly string[], consent: StandingConsent): Promise<PackageItem[]> {
    const { row } = referral;
    const { displayName } = await this.source.person(row.clientId);
    const contact = scope.includes('CONTACT_RULES') ? await this.source.contact(row.clientId) : [];
    return [await this.head(referral, consent), { kind: 'NAME', arab: displayName.arab, latin: displayName.latin }, ...contact];
  }

  /** Our words, to a question of the partner. */
  async answer(referral: OpenReferral, about: readonly string[], text: string, consent: StandingConsent | null): Promise<PackageItem[]> {
    return [await this.head(referral, consent), { kind: 'ANSWER', about: inOrder(about), text }];
  }

  /**
   * Whom it is for stands in it as well: what was shown for one partner is never sent to another.
   * @param consent on which it goes out; null for a draft that nobody has agreed to yet
   */
  async head({ row, secrets }: OpenReferral, consent: StandingConsent | null): Promise<PackageItem> {
    const { name, timeZone } = await this.staff.officeOf(row.officeId);
    const to = await this.recipients.of(row.partnerId);
    const day = (at: Date | null): string | null => at && dayAt(at.toISOString(), timeZone);
    const { id, kind, service, urgency } = row;
    return {
      kind: 'REFERRAL',
      reference: referenceOf(id),
      referral: kind,
      service,
      urgency,
      from: name,
      to: { name: to.name, reference: referenceOf(to.id) },
      days: secrets.viewDays,
      consent: consent && { givenOn: day(consent.givenAt) ?? '', until: day(consent.expiresAt) },
    };
  }

  private async under(item: ReferralItem, asked: Asked): Promise<Piece[]> {
    if (item === 'DOCUMENTS') return this.documents.pieces(asked.file, asked.told.documentIds);
    if (item === 'NEEDS' || item === 'HEALTH') return this.needs(asked, item === 'HEALTH' ? 'HEALTH' : 'NEED');
    return (await this.fill[item](asked)).map((each) => ({ key: item, item: each }));
  }

  private async ageAndLanguages({ row, today }: Asked): Promise<PackageItem[]> {
    const { birth, sexRecorded, languages, interpreter } = await this.source.person(row.clientId);
    return one({
      kind: 'AGE_LANGUAGES',
      ageBand: bandOf(birth, today),
      sex: sexRecorded,
      languages: languages.map(({ code, speaks, reads }) => ({ code, speaks, reads })),
      interpreter: interpreter && { gender: interpreter.gender, dialect: interpreter.dialect },
    });
  }

  private async birth({ row }: Asked): Promise<PackageItem[]> {
    const { birth } = await this.source.person(row.clientId);
    return birth ? one({ kind: 'BIRTH', said: birth.originalText, edtf: birth.edtf }) : [];
  }

  private async needs({ file, told }: Asked, kind: 'NEED' | 'HEALTH'): Promise<Piece[]> {
    const needs = (await this.source.needs(file, told.needIds)).filter(({ secrets }) => isOfHealth(secrets.code) === (kind === 'HEALTH'));
    const pieces = needs.map(({ row, secrets: { code } }) => ({ key: `NEED:${row.id}`, item: { kind, code, severity: row.severity } }));
    return pieces.sort(({ item: a }, { item: b }) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.severity < b.severity ? -1 : 1));
  }
}

const one = (item: PackageItem): Promise<PackageItem[]> => Promise.resolve([item]);

const referenceOf = (id: string): string => id.slice(-6);
