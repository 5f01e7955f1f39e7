import { Injectable } from '@nestjs/common';
import type { Language } from '@panah/domain/vocabulary/code-list';
import type { ReachedCase } from '../cases/case.records';
import { TeamQuestionRecords } from '../cases/team-question.records';
import { currentActor } from '../platform/access/current-reach';
import { currentWork } from '../platform/database/current-work';
import { SpecialistRequestRecords } from '../specialists/specialist-request.records';

/** On the team, or asked already: then nobody waits. */
const SEEN_TO = {
  name: 'family-link.seen-to',
  text: `select exists (select from case_team t where t.client_id = $1 and t.role = 'FAMILY_LINKS' and t.ended_at is null and t.starts_at <= now() and (t.ends_at is null or t.ends_at > now()))
           or exists (select from specialist_request r where r.client_id = $1 and r.specialty = 'FAMILY_LINKS' and r.state = 'REQUESTED') as "seenTo"`,
};
const QUESTION: Readonly<Record<Language, string>> = {
  en: 'Somebody wishes to find a relative. The wish is begun; the rest stands in it.',
  fa: 'کسی می‌خواهد خویشاوندی را پیدا کند. خواسته آغاز شده است؛ باقی در همان جا نوشته است.',
};

/** Where no colleague for family links is on the client's team, the wish waits in their queue; whoever takes it up becomes the officer. */
@Injectable()
export class LinkQueue {
  constructor(
    private readonly requests: SpecialistRequestRecords,
    private readonly questions: TeamQuestionRecords,
  ) {}

  async waitFor(file: ReachedCase): Promise<void> {
    const found = await currentWork().row<{ seenTo: boolean }>(SEEN_TO, [file.clientId]);
    if (found?.seenTo) return;
    const facts = await this.questions.factsOf(file.id);
    const question = QUESTION[currentActor().language === 'fa' ? 'fa' : 'en'];
    const language = facts.languages[0] ?? 'fa';
    await this.requests.ask(file, {
      specialty: 'FAMILY_LINKS',
      urgency: 'ROUTINE',
      language,
      clientAgreesTo: [],
      secrets: { question, facts },
    });
  }
}
