import { Injectable } from '@nestjs/common';
import type { Word } from '@panah/domain/access/access-table';
import { type FamilyLinkEvent, familyLinkProcess } from '@panah/domain/family/family-link.process';
import { assertSafeguarded, type GuardedStep, mayBeMinor } from '@panah/domain/family/minor.rules';
import { move } from '@panah/domain/process/process';
import { type KinRelation, type LinkSide, linkSide } from '@panah/domain/vocabulary/family';
import { LinkAgeRecords } from './link-age.records';
import type { LinkChange, LinkGround, OpenLink } from './link.entity';
import { LinkRecords } from './link.records';
import { type LinkPeople, LinkPeopleRecords } from './link-people.records';

/** A link that is held, with what both sides said held beside it. */
export interface HeldLink {
  held: OpenLink;
  grounds: LinkGround[];
}

export interface GuardedLink extends HeldLink {
  people: LinkPeople;
  /** What the step leaves on the row whatever else it does: who may not be of age, and an allowance that is used up. */
  used: LinkChange;
}

/** How a step of a link begins: both sides' words are held first, then the link, so that a withdrawal waits for us or is seen. */
@Injectable()
export class LinkTaking {
  constructor(
    private readonly links: LinkRecords,
    private readonly people: LinkPeopleRecords,
    private readonly ages: LinkAgeRecords,
  ) {}

  /**
   * @param event the step of the drawing that is about to be taken, where it is one
   * @throws RuleBroken `not-open` where the link stands elsewhere
   */
  async hold(id: string, word: Word, version: number, event?: FamilyLinkEvent): Promise<HeldLink> {
    await this.links.holdGrounds(id);
    const held = await this.links.hold(id, word, version);
    if (event) move(familyLinkProcess, held.row.state, event);
    return { held, grounds: await this.links.grounds(id) };
  }

  /** As `hold`, for a step that brings the two nearer to each other: for a minor it needs what R-FL-15 asks for. */
  async holdGuarded(id: string, word: Word, version: number, step: GuardedStep, event?: FamilyLinkEvent): Promise<GuardedLink> {
    const { held, grounds } = await this.hold(id, word, version, event);
    const people = await this.peopleOf(held);
    return { held, grounds, people, used: await this.guard(held, people, step) };
  }

  async peopleOf({ row }: OpenLink): Promise<LinkPeople> {
    const people = (await this.people.of([row])).get(row.id);
    if (!people) throw new Error('A link that was found joins two people.');
    return people;
  }

  /** R-FL-15: who is, or may be, under age. */
  async minorsOf(held: OpenLink, people: LinkPeople): Promise<LinkSide[]> {
    const { today, clientBirth } = await this.ages.of(held.row);
    const account = people.wish?.secrets.relative;
    const isMinor: Record<LinkSide, boolean> = {
      CLIENT: clientBirth !== null && mayBeMinor({ birth: clientBirth, lastKnownBy: null, relation: null }, today),
      RELATIVE: mayBeMinor(
        {
          birth: account?.birth ?? null,
          lastKnownBy: account?.lastKnownOn?.to ?? null,
          relation: (account?.relation as KinRelation | undefined) ?? null,
        },
        today,
      ),
    };
    return linkSide.codes.filter((side) => isMinor[side]);
  }

  private async guard(held: OpenLink, people: LinkPeople, step: GuardedStep): Promise<LinkChange> {
    const { row, secrets } = held;
    const minors = await this.minorsOf(held, people);
    const written = linkSide.codes.filter((side) => secrets.safeguards?.[side]);
    // a coordinator who approved the approach allowed it
    const allowed = step === 'approach' && row.approvedAt ? 'approach' : row.allowedAt ? row.asked : null;
    assertSafeguarded({ minors, written, allowed }, step);
    const flags = { clientMinor: minors.includes('CLIENT'), relativeMinor: minors.includes('RELATIVE') };
    return minors.length && row.asked === step ? { ...flags, ...NOTHING_ASKED } : flags;
  }
}

/** An allowance is for one step. */
export const NOTHING_ASKED: LinkChange = { asked: null, askedBy: null, askedAt: null, allowedBy: null, allowedAt: null };
