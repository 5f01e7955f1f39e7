import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DeclineInput, EnquiryInput, EnquiryListView, EnquirySearchInput, EnquiryView } from '@panah/contracts/intake.contract';
import { partialDateOf } from '@panah/contracts/partial-date.contract';
import { pseudonymFrom } from '@panah/domain/clients/pseudonym';
import { enquiryProcess, type EnquiryAction, type EnquiryState } from '@panah/domain/intake/enquiry.process';
import { assertMayDecline, assertMayStartIntake } from '@panah/domain/intake/intake.rules';
import { move } from '@panah/domain/process/process';
import { currentActor, currentReach } from '../platform/access/current-reach';
import { invalid } from '../platform/errors/problem';
import { ProcessSteps } from '../platform/process-steps';
import { StaffRecords } from '../staff/staff.records';
import { dueBy } from './clocks';
import type { EnquiryPlain, EnquirySecrets } from './enquiry.entity';
import { EnquiryListRecords } from './enquiry-list.records';
import { EnquiryTokenRecords } from './enquiry-token.records';
import { EnquiryRecords, type OpenEnquiry } from './enquiry.records';
import { OwnReferralRecords } from './own-referral.records';
import { enquiryListView, enquiryView, isKeptBack } from './enquiry.view';
import { today } from '../platform/access/today';

@Injectable()
export class EnquiriesService {
  constructor(
    private readonly enquiries: EnquiryRecords,
    private readonly inbox: EnquiryListRecords,
    private readonly tokens: EnquiryTokenRecords,
    private readonly staff: StaffRecords,
    private readonly steps: ProcessSteps,
    private readonly partners: OwnReferralRecords,
  ) {}

  async list(query: EnquirySearchInput): Promise<EnquiryListView> {
    const page = await this.inbox.list(query);
    return enquiryListView(page, await this.staff.names(page.lines.map(({ row }) => row.intakeBy)), new Date());
  }

  async read(id: string): Promise<EnquiryView> {
    const enquiry = await this.enquiries.get(id, 'enquiry:read');
    const { receivedBy, intakeBy, proposedBy } = enquiry.row;
    const history = await this.steps.of(id);
    const names = await this.staff.names([receivedBy, intakeBy, proposedBy, ...history.map(({ byId }) => byId)]);
    return enquiryView(enquiry, history, names, await this.partners.partnerOf(receivedBy));
  }

  async receive(input: EnquiryInput): Promise<EnquiryView> {
    return this.read(await this.take(officeFor(input.officeId), input));
  }

  /** An enquiry as it comes in. The caller may lay one in this office. */
  async take(officeId: string, input: EnquiryInput): Promise<string> {
    const office = await this.staff.officeOf(officeId);
    const receivedAt = notInFuture(input.receivedAt);
    const reception = { officeId: office.id, receivedAt, firstResponseDue: dueBy('firstResponse', receivedAt, office) };
    const id = await this.enquiries.add(reception, plainOf(input), secretsOf(input, null));
    await this.tokens.keep(id, { officeId: office.id }, [input.name]);
    return id;
  }

  async edit(id: string, version: number, input: EnquiryInput): Promise<EnquiryView> {
    const enquiry = await this.open(id);
    await this.enquiries.edit(enquiry, version, plainOf(input), secretsOf(input, enquiry.secrets));
    if (enquiry.row.state === 'ENQUIRY') await this.tokens.keep(id, enquiry.row, [input.name]);
    return this.read(id);
  }

  /** Somebody reached the person, or tried: the first clock stops. */
  async respond(id: string, at: string | null | undefined): Promise<EnquiryView> {
    const enquiry = await this.open(id);
    if (!enquiry.row.firstResponseAt) await this.enquiries.note(enquiry, { firstResponseAt: notInFuture(at) });
    return this.read(id);
  }

  async declareTie(id: string, kind: string): Promise<void> {
    const { row } = await this.enquiries.get(id, 'enquiry:edit');
    await this.enquiries.closeTo(currentActor().staffId, id, row.officeId, kind);
  }

  async startIntake(id: string, noTie: boolean): Promise<EnquiryView> {
    const enquiry = await this.enquiries.hold(id, 'enquiry:start_intake');
    const state = stateAfter(enquiry, 'start_intake');
    assertMayStartIntake({ workerHasNoTie: noTie, contactSafety: contactSafetyOf(enquiry) });
    const now = new Date();
    const office = await this.staff.officeOf(enquiry.row.officeId);
    const { firstResponseAt } = enquiry.row;
    await this.enquiries.move(enquiry, 'start_intake', {
      state,
      caseRef: await this.enquiries.newReference(),
      intakeStartedAt: now,
      intakeDue: dueBy('intake', now, office),
      intakeBy: currentActor().staffId,
      firstResponseAt: firstResponseAt ?? now,
    });
    return this.read(id);
  }

  /** Nobody is turned away without a reason and a word on where else to turn. */
  async decline(id: string, { reason, signposting }: DeclineInput): Promise<EnquiryView> {
    const enquiry = await this.enquiries.hold(id, 'enquiry:decline');
    const state = stateAfter(enquiry, 'decline');
    assertMayDecline({ reason: reason as Parameters<typeof assertMayDecline>[0]['reason'], signposting });
    const caseRef = enquiry.row.caseRef ?? (await this.enquiries.newReference());
    const change = { state, caseRef, declineReason: reason, declinedAt: new Date(), declinedBy: currentActor().staffId };
    await this.enquiries.move(enquiry, 'decline', change, enquiry.secrets && { ...enquiry.secrets, signposting });
    return this.read(id);
  }

  /** Held for an edit: what is admitted or declined is not written on any more. */
  private async open(id: string): Promise<OpenEnquiry> {
    const enquiry = await this.enquiries.hold(id, 'enquiry:edit');
    assertOpen(enquiry);
    return enquiry;
  }
}

/** The state a step leads to; a step that is not open now is refused with those that are. */
export function stateAfter({ row }: OpenEnquiry, action: EnquiryAction): string {
  return move(enquiryProcess, row.state as EnquiryState, action);
}

/** Declining is open as long as anything is: an enquiry that cannot be declined is over. */
export function assertOpen(enquiry: OpenEnquiry): void {
  stateAfter(enquiry, 'decline');
}

function officeFor(asked: string | null | undefined): string {
  const { offices } = currentReach('enquiry:create');
  const [first] = offices;
  if (asked && !offices.includes(asked)) throw invalid({ officeId: ['isIn'] });
  if (!first) throw invalid({ officeId: ['isDefined'] });
  return asked ?? first;
}

function notInFuture(at: string | null | undefined): Date {
  const when = at ? new Date(at) : new Date();
  if (when.getTime() > Date.now() + 60_000) throw invalid({ receivedAt: ['inFuture'] });
  return when;
}

type ContactSafety = Parameters<typeof assertMayStartIntake>[0]['contactSafety'];
const contactSafetyOf = ({ secrets }: OpenEnquiry): ContactSafety =>
  secrets?.contactValue ? ((secrets.contactSafety ?? 'UNVERIFIED') as ContactSafety) : null;

function plainOf({ source, language, country, immediateDanger, callbackSafe }: EnquiryInput): EnquiryPlain {
  return { source, language, country: country ?? null, immediateDanger, callbackSafe };
}

function secretsOf(input: EnquiryInput, before: EnquirySecrets | null): EnquirySecrets {
  return {
    name: input.name,
    asked: input.asked,
    pseudonym: before?.pseudonym ?? pseudonymFrom(randomBytes(4)),
    birth: partialDateOf('birth', input.birth, today()),
    contactChannel: input.contactChannel ?? null,
    contactValue: input.contactValue ?? (before && isKeptBack(before) ? before.contactValue : null),
    contactSafety: input.contactSafety ?? null,
    contactRule: input.contactRule ?? null,
    genuineness: input.genuineness ?? null,
    signposting: before?.signposting ?? null,
  };
}
