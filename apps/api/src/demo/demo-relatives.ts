import { Inject, Injectable } from '@nestjs/common';
import type { FamilyMessageInput, FamilyMessageView } from '@panah/contracts/family-messages.contract';
import { releaseHourAt } from '@panah/domain/family/message-release';
import { FamilyEnquiriesService } from '../family-enquiries/family-enquiries.service';
import { FamilyMessagesService } from '../family-messages/family-messages.service';
import { MessageReviewsService } from '../family-messages/message-reviews.service';
import { UnitsOfWork } from '../platform/database/units-of-work';
import { Jobs } from '../platform/jobs/jobs';
import { SETTINGS, type SettingsOf } from '../platform/settings.module';
import { asColleague, type Colleague } from './as-colleague';
import type { LaidWish } from './lay-family';
import type { DrawnPerson } from './person';
import { ALIKE, askedFor, KIND_WORDS, MESSAGES, TRANSLATED_FOR } from './relatives-words';
import { OFFICE_CALENDAR } from './setting';

/** Who takes part, by what they do. */
export interface FamilyPeople {
  officer: Colleague;
  mediator: Colleague;
  translator: Colleague;
  hearers: readonly Colleague[];
}

const HOUR = 3_600_000;

/** What two people write to each other, and who asks for somebody: done by the services that pages ask, as the people of the demonstration. */
@Injectable()
export class DemoRelatives {
  constructor(
    private readonly units: UnitsOfWork,
    private readonly jobs: Jobs,
    private readonly messages: FamilyMessagesService,
    private readonly reviews: MessageReviewsService,
    private readonly enquiries: FamilyEnquiriesService,
    @Inject(SETTINGS) private readonly settings: SettingsOf,
  ) {}

  /** A message at each step of its way, on one link. Everything that was let go by then goes out as the clock would let it go. */
  async write(linkId: string, people: FamilyPeople): Promise<void> {
    await this.letGo(linkId, people);
    await this.jobs.runNow('release-messages', { now: nextReleaseHour(this.settings.messageReleaseHour) });
    await this.returnOne(linkId, people);
    await this.haveTranslated(linkId, people);
    await this.pass(linkId, people);
    await this.askForRejection(linkId, people);
    await this.handIn(linkId, people.officer, MESSAGES.toLookOver);
  }

  /** Enquiries that freeze each other, and some that may be about clients; compared as it is done by night. */
  async ask(wishes: readonly LaidWish[], clients: ReadonlyMap<string, DrawnPerson>, { hearers }: FamilyPeople): Promise<void> {
    const [first, second = first] = hearers;
    if (!first || !second) return;
    for (const [at, input] of ALIKE.entries()) await asColleague(this.units, at ? second : first, () => this.enquiries.enter(input));
    for (const { clientId, story } of wishes) {
      const [person, { names, relation }] = [clients.get(clientId), story.relative];
      if (!person || !story.asks) continue;
      const known = story.asks === 'KNOWS_THEM_WELL';
      const about = {
        names: [person.arab, person.latin],
        sex: known ? person.sex : null,
        birth: known ? (person.birth?.originalText ?? null) : null,
      };
      await asColleague(this.units, first, () => this.enquiries.enter(askedFor([...names], known ? relation : 'COUSIN', about)));
    }
    await this.jobs.runNow('match-family-enquiries');
  }

  private async letGo(linkId: string, { officer, mediator }: FamilyPeople): Promise<void> {
    const id = await this.handIn(linkId, officer, MESSAGES.toDeliver);
    await this.lookOver(id, mediator, (it) => this.reviews.approve(id, { seen: keysOf(it) }));
  }

  private async returnOne(linkId: string, { officer, mediator }: FamilyPeople): Promise<void> {
    const id = await this.handIn(linkId, officer, MESSAGES.returned);
    await this.lookOver(id, mediator, () => this.reviews.return(id, { reasons: ['THIRD_PARTY', 'PRESSURE'], words: KIND_WORDS }));
  }

  private async haveTranslated(linkId: string, { officer, mediator, translator }: FamilyPeople): Promise<void> {
    const id = await this.handIn(linkId, officer, MESSAGES.toTranslate);
    const asked = { translatorId: translator.staffId, language: TRANSLATED_FOR };
    await this.lookOver(id, mediator, (it) => this.reviews.requestTranslation(id, { ...asked, seen: keysOf(it) }));
  }

  private async pass(linkId: string, { mediator, translator }: FamilyPeople): Promise<void> {
    const id = await this.handIn(linkId, mediator, MESSAGES.toLetGo);
    await this.lookOver(id, translator, (it) => this.reviews.approve(id, { seen: keysOf(it) }));
  }

  private async askForRejection(linkId: string, { officer, translator }: FamilyPeople): Promise<void> {
    const id = await this.handIn(linkId, officer, MESSAGES.toDecideOn);
    await this.lookOver(id, translator, () => this.reviews.askRejection(id, { reason: 'PRESSURE' }));
  }

  private handIn(linkId: string, writer: Colleague, input: FamilyMessageInput): Promise<string> {
    return asColleague(this.units, writer, async () => {
      const { id } = await this.messages.write(linkId, input);
      await this.messages.submit(id);
      return id;
    });
  }

  private lookOver(
    id: string,
    reviewer: Colleague,
    then: (it: FamilyMessageView) => Promise<FamilyMessageView>,
  ): Promise<FamilyMessageView> {
    return asColleague(this.units, reviewer, async () => then(await this.reviews.review(id)));
  }
}

const keysOf = ({ leaks, translationLeaks }: FamilyMessageView): string[] => [...leaks, ...translationLeaks].map(({ key }) => key);

/** A moment in the next hour in which messages go out. */
function nextReleaseHour(hour: number, now = Date.now()): string {
  const hours = Array.from({ length: 30 }, (_, at) => new Date(now + (at + 1) * HOUR).toISOString());
  return hours.find((at) => releaseHourAt(at, OFFICE_CALENDAR.timeZone, hour) !== null) ?? new Date(now).toISOString();
}
