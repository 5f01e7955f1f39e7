import { Injectable } from '@nestjs/common';
import type { CheckInInput, ContactStepInput, MediationInput } from '@panah/contracts/family-steps.contract';
import {
  assertCheckIn,
  assertContact,
  assertDirect,
  assertMayCallOff,
  assertMediation,
  checkInDue,
  coolingUntil,
  isBetween,
} from '@panah/domain/family/contact.rules';
import { familyLinkProcess } from '@panah/domain/family/family-link.process';
import { actionsFrom } from '@panah/domain/process/process';
import type { ContactEffect, ContactStep, LinkSide } from '@panah/domain/vocabulary/family';
import { ContactRecords } from './contact.records';
import { directFacts } from './direct-facts';
import { LinkDays } from './link-days';
import type { OpenLink } from './link.entity';
import { LinkRecords } from './link.records';
import { LinkTaking } from './link-taking';
import { MediatorRecords } from './mediator.records';

/** From messages through us to speaking and meeting with somebody beside them (R-FL-18). */
@Injectable()
export class ContactsService {
  constructor(
    private readonly taking: LinkTaking,
    private readonly links: LinkRecords,
    private readonly contacts: ContactRecords,
    private readonly mediators: MediatorRecords,
    private readonly days: LinkDays,
  ) {}

  async mediate(id: string, version: number, { mediatorId, preparedOn }: MediationInput): Promise<void> {
    const { held, grounds, people, used } = await this.taking.holdGuarded(
      id,
      'family-link:start_mediation',
      version,
      'start_mediation',
      'start_mediation',
    );
    const today = await this.days.today(held.row.officeId);
    assertMediation({ grounds, preparedOn, today, warned: Boolean(people.wish?.row.warnedAt) });
    await this.mediators.set(held.row, mediatorId, people.relative?.row.alsoClientId ?? null);
    await this.links.move(held, { event: 'start_mediation', change: { ...used, mediatorId }, secrets: { preparedOn } });
  }

  /** Nobody may skip what goes before; then both have 72 hours to think. */
  async agreeDirect(id: string, version: number): Promise<void> {
    const { held, grounds, people, used } = await this.taking.holdGuarded(
      id,
      'family-link:agree_direct',
      version,
      'agree_direct',
      'agree_direct',
    );
    assertDirect(directFacts(held, grounds, people));
    await this.links.move(held, { event: 'agree_direct', change: { ...used, coolingUntil: new Date(coolingUntil(Date.now())) } });
  }

  async note(id: string, version: number, { step, at, supporter, prepared }: ContactStepInput): Promise<void> {
    const kind = step as ContactStep;
    const between = isBetween(kind);
    const { held, grounds, used } = between
      ? await this.taking.holdGuarded(id, 'family-link:contact', version, 'contact')
      : { ...(await this.taking.hold(id, 'family-link:contact', version)), used: {} };
    const cooling = held.row.coolingUntil?.getTime() ?? null;
    assertContact({ state: held.row.state, step: kind, at: Date.parse(at), now: Date.now(), coolingUntil: cooling, grounds });
    const due = new Date(checkInDue(Date.parse(at)));
    await this.contacts.add(held.row, { step: kind, at: new Date(at), checkInDue: due, secrets: { supporter, prepared } });
    await this.links.keep(held, { action: 'contact', change: used });
  }

  /** R-FL-18: what did harm stops both sides at once, and the risks are looked at anew. */
  async checkIn(id: string, contactId: string, version: number, { side, effect, note }: CheckInInput): Promise<void> {
    const { held } = await this.taking.hold(id, 'family-link:check-in', version);
    const contact = await this.contacts.hold(contactId, id);
    const { row } = contact;
    const known = side === 'CLIENT' ? row.clientEffect : row.relativeEffect;
    assertCheckIn({ at: row.plannedAt.getTime(), calledOff: row.calledOffAt !== null, effect: known }, Date.now());
    await this.contacts.checkIn(contact, id, { side: side as LinkSide, effect: effect as ContactEffect, note: note ?? null });
    await this.afterCheckIn(held, effect as ContactEffect);
  }

  /** Said by an officer, in the one neutral sentence. */
  async callOff(id: string, contactId: string, version: number): Promise<void> {
    const { held } = await this.taking.hold(id, 'family-link:contact', version);
    const contact = await this.contacts.hold(contactId, id);
    assertMayCallOff({ at: contact.row.plannedAt.getTime(), calledOff: contact.row.calledOffAt !== null }, Date.now());
    await this.contacts.callOff(contact);
    await this.links.keep(held, { action: 'call_off' });
  }

  private async afterCheckIn(held: OpenLink, effect: ContactEffect): Promise<void> {
    const stops = effect === 'HARMFUL' && actionsFrom(familyLinkProcess, held.row.state).includes('pause');
    if (stops) await this.links.move(held, { event: 'pause', change: { stateBefore: held.row.state, pauseReason: 'HARMFUL' } });
    else await this.links.keep(held, { action: effect === 'HARMFUL' ? 'harmful' : 'check_in' });
  }
}
