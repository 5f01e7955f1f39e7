import { Injectable } from '@nestjs/common';
import type { FamilyLinkView } from '@panah/contracts/family-links.contract';
import type { RelativeConsentInput, RelativeWithdrawalInput } from '@panah/contracts/relative-consents.contract';
import {
  assertDaysOfConsent,
  assertGivenWhole,
  assertMayAsk,
  assertMayInterpret,
  endOf,
  standingOf,
} from '@panah/domain/consents/consent.rules';
import { assertNotTakenBack, momentsOf, takesPlaceOf } from '@panah/domain/consents/consent-time.rules';
import { usualScopeOf, wholeScope } from '@panah/domain/consents/purposes';
import { assertHeard } from '@panah/domain/family/approach.rules';
import { RuleBroken } from '@panah/domain/process/process';
import { dayAt } from '@panah/domain/staff/office-calendar';
import type { ConsentPurpose, ConsentScope, InterpreterKind } from '@panah/domain/vocabulary/consents';
import { givingOf } from '../consents/consent.entity';
import { InterpreterRecords } from '../consents/interpreter.records';
import { currentActor } from '../platform/access/current-reach';
import { invalid, notFound } from '../platform/errors/problem';
import { StaffRecords } from '../staff/staff.records';
import type { OpenLink, OpenRelatedPerson } from './link.entity';
import { LinkRecords } from './link.records';
import { LinkPartRecords } from './link-parts.records';
import { LinksService } from './links.service';
import { type RelativeAskedSecrets, type RelativeConsent, RelativeConsentRecords } from './relative-consents.records';
import { RelativeRecords } from './relative.records';

/** R-CO-10: what a relative decides for themself, on their own data, heard by an officer from them alone (R-FL-07). */
@Injectable()
export class RelativeConsentsService {
  constructor(
    private readonly links: LinkRecords,
    private readonly parts: LinkPartRecords,
    private readonly relatives: RelativeRecords,
    private readonly consents: RelativeConsentRecords,
    private readonly interpreters: InterpreterRecords,
    private readonly staff: StaffRecords,
    private readonly views: LinksService,
  ) {}

  async record(linkId: string, input: RelativeConsentInput): Promise<FamilyLinkView> {
    const link = await this.links.get(linkId, 'relative-consent:record');
    const relative = await this.whoDecides(link);
    const purpose = input.purpose as ConsentPurpose;
    const said = (input.scope ?? usualScopeOf(purpose)) as ConsentScope[];
    assertMayAsk({ subject: 'RELATED_PERSON', purpose, scope: said, recipients: 1 });
    const asked = {
      language: input.language,
      explainedBy: currentActor().staffId,
      interpreter: await this.interpreterOf(link, relative, input),
    };
    const about = { relatedPersonId: relative.row.id, purpose, scope: wholeScope(purpose, said) };
    if (input.decision === 'GIVEN') await this.give(link, about, asked, input);
    else {
      const offered = await this.consents.offer(link.row, about, asked);
      if (input.decision === 'REFUSED') await this.consents.step(link.row, offered, 'refuse');
    }
    return this.views.read(linkId);
  }

  /** R-CO-04: no reason asked. What rests on it is paused in this transaction. */
  async withdraw(linkId: string, consentId: string, { how }: RelativeWithdrawalInput): Promise<FamilyLinkView> {
    const link = await this.links.get(linkId, 'relative-consent:withdraw');
    const { relatedPersonId } = link.row;
    const all = relatedPersonId === null ? [] : await this.consents.holdAllOf(relatedPersonId, null);
    const row = all.find(
      ({ id, purpose, recipients }) => id === consentId && (purpose === 'C22_RELATIVE_DATA' || recipients.includes(linkId)),
    );
    if (!row) throw notFound();
    await this.consents.step(link.row, row, 'withdraw', { secrets: { how, effectsExplained: false } });
    return this.views.read(linkId);
  }

  /** The newest word counts: an older yes to the same is superseded. Heard with others there or in doubt, it is suspended in the same act (R-CO-05). */
  private async give(
    link: OpenLink,
    about: { relatedPersonId: string; purpose: ConsentPurpose; scope: ConsentScope[] },
    asked: RelativeAskedSecrets,
    input: RelativeConsentInput,
  ): Promise<void> {
    assertHeard((await this.parts.hearingsOf(link.row.id)).find(({ side }) => side === 'RELATIVE') ?? null);
    if (input.documentId) throw invalid({ documentId: ['not-in-file'] });
    const given = givingOf(input, asked.interpreter?.kind ?? null);
    assertGivenWhole(given);
    const { timeZone } = await this.staff.officeOf(link.row.officeId);
    const today = dayAt(new Date().toISOString(), timeZone);
    const days = { givenOn: input.givenOn ?? today, expiresOn: input.expiresOn ?? null, today };
    assertDaysOfConsent(about.purpose, days);
    const { givenAt, said } = momentsOf(days, timeZone, new Date());
    const expiresAt = endOf(about.purpose, givenAt, said);
    const older = await this.consents.holdAllOf(about.relatedPersonId, about.purpose);
    const { interpreter: _, document: __, ...secrets } = given;
    const offered = await this.consents.offer(link.row, about, asked);
    if (days.givenOn !== today) assertNotTakenBack(about.purpose, givenAt, await this.consents.takenBack(offered));
    const yes = await this.consents.step(link.row, offered, 'give', { givenAt, expiresAt, secrets });
    if (standingOf(given) === 'SUSPENDED')
      await this.consents.step(link.row, yes, 'suspend', { secrets: { doubt: given.capacity === 'YES' ? 'DURESS' : 'CAPACITY' } });
    else await this.followOn(link, yes, older);
  }

  private async followOn(link: OpenLink, yes: RelativeConsent, older: readonly RelativeConsent[]): Promise<void> {
    if (yes.expiresAt !== null && yes.expiresAt <= new Date()) return; // over by the time it was written down
    const others = older.filter(({ state }) => state === 'ACTIVE');
    for (const each of others) if (takesPlaceOf(yes, each)) await this.consents.step(link.row, each, 'supersede', { successorId: yes.id });
    const later = others.find((other) => !takesPlaceOf(yes, other) && takesPlaceOf(other, yes));
    if (later) await this.consents.step(link.row, yes, 'supersede', { successorId: later.id });
  }

  /** Nobody decides for somebody who is not found, and what is erased decides nothing. */
  private async whoDecides(link: OpenLink): Promise<OpenRelatedPerson> {
    const relative = await this.relatives.of(link.row);
    if (!relative || relative.row.erasedAt !== null) throw new RuleBroken('relative-not-known');
    return relative;
  }

  /** R-CO-09, for both of the two people. */
  private async interpreterOf(
    link: OpenLink,
    relative: OpenRelatedPerson,
    input: RelativeConsentInput,
  ): Promise<RelativeAskedSecrets['interpreter']> {
    if (!input.interpreterKind) return null;
    const kind = input.interpreterKind as InterpreterKind;
    const colleagues = kind === 'COLLEAGUE' ? await this.staff.colleaguesIn(link.row.officeId) : [];
    const colleague = colleagues.find(({ id }) => id === input.interpreterId) ?? null;
    const staffId = colleague?.id ?? null;
    const name = colleague?.displayName ?? input.interpreterName?.trim() ?? '';
    const ofClient = await this.interpreters.closedTo(link.row.clientId);
    const { alsoClientId } = relative.row;
    const ofRelative = alsoClientId === null ? new Set<string>() : await this.interpreters.closedTo(alsoClientId);
    const blocked = staffId !== null && (ofClient.has(staffId) || ofRelative.has(staffId));
    assertMayInterpret({ kind, staffId, name: name || null, blocked });
    return { kind, staffId, name };
  }
}
