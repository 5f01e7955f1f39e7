import { Injectable } from '@nestjs/common';
import type { ContactPointInput, DuressWordInput, SafeContactPlanInput } from '@panah/contracts/client-contact.contract';
import { checkContactPoint, checkSafeContactPlan, contactValue } from '@panah/domain/clients/contact.rules';
import { invalid, staleEdit } from '../platform/errors/problem';
import { ClientPartRecords } from './client-part.records';
import { CONTACT_POINTS, DURESS_WORD, SAFE_CONTACT_PLAN } from './client-parts';
import type { ContactPointSecrets, PlanSecrets } from './client.entity';
import { ClientRecords } from './client.records';
import { ownerOf } from './owner';
import { today } from '../platform/access/today';

/** How a person is reached without harm. */
@Injectable()
export class ContactService {
  constructor(
    private readonly clients: ClientRecords,
    private readonly parts: ClientPartRecords,
  ) {}

  async addPoint(clientId: string, input: ContactPointInput): Promise<void> {
    const client = await this.clients.hold(clientId, 'contact:edit');
    const id = await this.parts.add(CONTACT_POINTS, ownerOf(client), pointOf(input, null));
    if (input.preferred) await this.giveWay(clientId, id);
  }

  async editPoint(clientId: string, id: string, version: number, input: ContactPointInput): Promise<void> {
    await this.clients.hold(clientId, 'contact:edit');
    const held = await this.parts.hold(CONTACT_POINTS, clientId, id);
    await this.parts.edit(CONTACT_POINTS, held, version, pointOf(input, held.secrets));
    if (input.preferred) await this.giveWay(clientId, id);
  }

  async removePoint(clientId: string, id: string, version: number): Promise<void> {
    await this.clients.hold(clientId, 'contact:edit');
    await this.parts.remove(CONTACT_POINTS, await this.parts.hold(CONTACT_POINTS, clientId, id), version);
  }

  /** Version 0 writes the first plan; there is one at a time. */
  async writePlan(clientId: string, version: number, input: SafeContactPlanInput): Promise<void> {
    const client = await this.clients.hold(clientId, 'contact:edit');
    const plan = planOf(input);
    checkSafeContactPlan(plan, today());
    const [held] = (await this.parts.ofClient(clientId, [SAFE_CONTACT_PLAN])).of(SAFE_CONTACT_PLAN);
    if (held) await this.parts.edit(SAFE_CONTACT_PLAN, held, version, plan);
    else if (version > 0) throw staleEdit(0, []);
    else await this.parts.add(SAFE_CONTACT_PLAN, ownerOf(client), plan);
    await this.clients.mark(clientId, { safeContactReviewOn: plan.reviewOn });
  }

  /** Whoever on the team hears the word may write it; what was agreed before is not shown to them. */
  async writeDuressWord(clientId: string, { word }: DuressWordInput): Promise<void> {
    const client = await this.clients.hold(clientId, 'contact:edit');
    const [held] = (await this.parts.ofClient(clientId, [DURESS_WORD])).of(DURESS_WORD);
    if (held) await this.parts.edit(DURESS_WORD, held, held.row.version, { word });
    else await this.parts.add(DURESS_WORD, ownerOf(client), { word });
    await this.clients.mark(clientId, { duressWordSet: true });
  }

  /** One point is preferred. */
  private async giveWay(clientId: string, id: string): Promise<void> {
    const points = (await this.parts.ofClient(clientId, [CONTACT_POINTS])).of(CONTACT_POINTS);
    const others = points.filter(({ row, secrets }) => row.id !== id && secrets.preferred);
    for (const other of others) await this.parts.edit(CONTACT_POINTS, other, other.row.version, { ...other.secrets, preferred: false });
  }
}

function pointOf(input: ContactPointInput, before: ContactPointSecrets | null): ContactPointSecrets {
  const { channel, safety, preferred } = input;
  const typed = input.value ?? before?.value;
  if (!typed) throw invalid({ value: ['isLength'] });
  const point = {
    channel,
    safety,
    preferred,
    value: contactValue(channel, typed),
    label: input.label ?? null,
    conditions: input.conditions ?? null,
    deviceTrust: input.deviceTrust ?? null,
    language: input.language ?? null,
    verifiedOn: input.verifiedOn ?? null,
    lastSafeCheckOn: input.lastSafeCheckOn ?? null,
    retiredReason: input.retiredReason ?? null,
  };
  checkContactPoint(point);
  return point;
}

function planOf(input: SafeContactPlanInput): PlanSecrets {
  const { timeZone, okHours, identifyAs, leaveMessage, ifNoAnswer, reviewOn } = input;
  return {
    timeZone,
    identifyAs,
    leaveMessage,
    ifNoAnswer,
    reviewOn,
    okHours: okHours.map(({ days, from, to }) => ({ days: [...days].sort(), from, to })),
    neverText: input.neverText ?? null,
    codeWord: input.codeWord ?? null,
    checkIn: input.checkIn ?? null,
    trustedPerson: input.trustedPerson ?? null,
  };
}
