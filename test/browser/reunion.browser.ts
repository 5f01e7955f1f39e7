import type { CaseListView } from '@panah/contracts/cases.contract';
import type { FamilyLinksView } from '@panah/contracts/family-links.contract';
import type { FamilyMessageView } from '@panah/contracts/family-messages.contract';
import { linkFace } from '@panah/domain/vocabulary/family';
import { expect, test as base } from '@playwright/test';
import { type Desk, look, readAs, type Reader, sendAs, sitDown } from '../support/desk';
import { type ForkingHouse, forkingHouse, type OwnHouse } from '../support/forked-house';
import { officeDay } from '../support/office-day';
import { releaseHour } from '../support/release-hour';
import { pagesOf, parting, readAll, sitAgain } from '../support/walks/client-pages';
import * as letters from '../support/walks/message-walk';
import * as walk from '../support/walks/reunion-walk';

const test = base.extend<{ house: ForkingHouse }>({
  house: async ({}, use) => {
    const house = await forkingHouse();
    await use(house);
    await house.close();
  },
});
const READERS: readonly Reader[] = [
  { lang: 'en', theme: 'light' },
  { lang: 'fa', theme: 'dark' },
];
const clock = (): string => new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Tirane', timeStyle: 'short' }).format(Date.now());
/** What the clock brings, past what the rows refuse to whoever works here. */
const laid = (change: string): string => `set session_replication_role = replica; ${change}; set session_replication_role = origin`;

/** A case on which both the worker and the officer are. */
async function sharedCase(worker: Desk, officer: Desk): Promise<string> {
  const [theirs, ours] = await Promise.all(
    [worker, officer].map((desk) => readAs<CaseListView>(desk, '/api/cases?limit=100&state=ACTIVE')),
  );
  const shared = theirs?.items.find(({ id }) => ours?.items.some((each) => each.id === id));
  if (!shared) throw new Error('The demonstration has no case on which both are.');
  return shared.id;
}

/** A word of hers is let go and waits for the hour in which it goes out; another story does it by hand. */
async function wordOfHersWaits(officer: Desk, mediator: Desk, link: string): Promise<void> {
  const letter = { direction: 'TO_CLIENT', language: 'fa', how: 'DICTATED', body: letters.FROM_HER };
  const { id } = await sendAs<FamilyMessageView>(officer, `/api/family-links/${link}/messages`, letter);
  await sendAs(officer, `/api/family-messages/${id}/submission`);
  const { leaks } = await sendAs<FamilyMessageView>(mediator, `/api/family-messages/${id}/review`);
  await sendAs(mediator, `/api/family-messages/${id}/approval`, { seen: leaks.map(({ key }) => key) });
}

/** The days go by: what waits goes out or not, what is due is done. */
const daysGoBy = (house: OwnHouse): Promise<void> => {
  const later = new Date(Date.now() + 40 * 86_400_000).toISOString();
  return house.runs({ 'release-messages': releaseHour(), 'family-message-clock': later, 'family-clock': later, 'answer-wishes': later });
};

/** What the log holds of the client, by whom and how often; of whoever looks at the pages not how often, for a page asks again. */
const linesAbout = ({ sql }: OwnHouse, wish: string, lookers: readonly string[]): Promise<unknown> =>
  sql(`select a.word, a.outcome, a.actor_kind, a.actor_id, case when a.actor_id = any ('{${lookers.join(',')}}') then 0 else count(*)::int end as times
    from audit_event a where a.client_id = (select client_id from family_wish where id = '${wish}') group by 1, 2, 3, 4 order by 1, 2, 3, 4`);

// each in a house of its own, and the longest of all: at once, neither worker waits for the other at the end
test.describe.configure({ mode: 'parallel' });

for (const reader of READERS) {
  test(`two sisters hear each other again; then one withdraws, and no page of the other’s side knows of it (${reader.lang})`, async ({
    browser,
    house,
  }) => {
    test.setTimeout(240_000);
    const sit = async (login: string): Promise<Desk> => {
      const desk = await sitDown(browser, house.url, login, reader);
      desk.page.setDefaultTimeout(10_000);
      return desk;
    };
    // one after the other: a password takes a second of a whole core
    const [worker, coordinator] = [await sit('caseworker'), await sit('coordinator')];
    const [officer, mediator, translator] = [await sit('links'), await sit('mediator'), await sit('translator')];
    const caseId = await sharedCase(worker, officer);

    const wish = await test.step('a wish is noted, she says what may be done and told, and it begins', async () => {
      const noted = await walk.wishIsNoted(worker, caseId);
      await walk.wishBegins(worker);
      await look(worker, 'seen-wish-begun');
      return noted;
    });
    const { link, names } = await test.step('her officer finds it on the board, and finds the sister', async () => {
      const { items } = await readAs<FamilyLinksView>(officer, '/api/family-links?limit=100');
      const line = items.find(({ relativeName, state }) => relativeName === walk.SISTER && state === 'OPEN');
      await walk.sisterIsFound(officer, line?.id ?? '');
      return { link: line?.id ?? '', names: [walk.SISTER, line?.clientName ?? ''] };
    });
    await test.step('two people make sure; a coordinator approves without a name; the sister is heard alone, and says yes', async () => {
      await walk.identityIsSure(officer, mediator, link);
      await walk.approachIsApproved(officer, coordinator, link, names);
      await walk.sisterSaysYes(officer);
    });
    await test.step('messages begin once the client was told that no answer can mean anything', () => walk.messagesBegin(officer, worker));
    await test.step('a message each way: written, looked over, translated, let go, released, handed over', async () => {
      const toHer = await letters.isWritten(officer, link, { direction: 'TO_RELATIVE', words: letters.TO_HER });
      await letters.isLookedOver(mediator, toHer);
      await letters.isTranslated(mediator, translator, toHer);
      await letters.isLetGo(mediator);
      const fromHer = await letters.isWritten(mediator, link, { direction: 'TO_CLIENT', words: letters.FROM_HER });
      await letters.isLookedOver(officer, fromHer);
      await letters.isLetGo(officer);
      await house.runs({ 'release-messages': releaseHour() });
      await house.sql(laid(`update family_message set released_at = released_at - interval '3 hours' where link_id = '${link}'`));
      for (const message of [toHer, fromHer]) await letters.isHandedOver(officer, message, officeDay(0), clock());
    });
    await test.step('a call is agreed on, held and asked about; the next one is agreed on', async () => {
      await walk.directContactIsAgreed(officer, link);
      await house.sql(laid(`update family_link set cooling_until = now() - interval '1 hour' where id = '${link}'`));
      await walk.callIsAgreed(officer, officeDay(1));
      await house.sql(
        laid(
          `update family_contact set planned_at = now() - interval '2 hours', check_in_due = now() + interval '70 hours' where link_id = '${link}'`,
        ),
      );
      await officer.page.reload();
      await walk.bothAreAsked(officer);
      await walk.callIsAgreed(officer, officeDay(6));
      await look(officer, 'seen-link-in-contact');
      await wordOfHersWaits(officer, mediator, link);
    });

    await Promise.all([worker, coordinator, officer, mediator, translator].map(({ page }) => page.goto('about:blank')));
    const [goesOn, withdrawn] = await test.step('from here it goes on in two ways', () => house.fork());
    const sister = await sitAgain(browser, withdrawn, officer);
    await test.step('in one the sister withdraws, and the agreed call is called off', async () => {
      await sister.page.goto(`/family-links/${link}`);
      await walk.sisterWithdraws(sister);
      await walk.callIsCalledOff(sister);
      await look(sister, 'seen-withdrawn');
      await sister.page.setViewportSize({ width: 360, height: 800 });
      await look(sister, 'seen-withdrawn-360');
      await sister.page.setViewportSize({ width: 1280, height: 800 });
    });
    await Promise.all([goesOn, withdrawn].map(daysGoBy));
    await test.step('every page of the client’s side is the same, to the byte', async () => {
      const now = new Date();
      for (const [who, desk] of [
        ['caseworker', worker],
        ['coordinator', coordinator],
      ] as const) {
        const pages = pagesOf(who, caseId, wish);
        const [one, other] = await Promise.all(
          [goesOn, withdrawn].map(async (each) => readAll(await sitAgain(browser, each, desk), pages, now)),
        );
        expect(one?.get(`/cases/${caseId}/family/${wish}`)).toContain(linkFace.label('IN_CONTACT', reader.lang));
        const differing = pages.flatMap((page) => parting(one?.get(page), other?.get(page)).map((part) => `${page}: ${part}`));
        expect(differing, who).toEqual([]);
        test.info().annotations.push({ type: `pages of the ${who} that are the same`, description: String(pages.length) });
      }
    });
    await test.step('and who looked, and what was written down about her, is the same', async () => {
      const lookers = await Promise.all(
        [worker, coordinator].map(async (desk) => {
          const { user } = await readAs<{ user: { id: string } }>(await sitAgain(browser, goesOn, desk), '/api/session');
          return user.id;
        }),
      );
      const [one, other] = await Promise.all([goesOn, withdrawn].map((each) => linesAbout(each, wish, lookers)));
      expect(other).toEqual(one);
    });
    await test.step('her officer’s page is not', async () => {
      const now = new Date();
      const pages = [`/family-links/${link}`, '/family-links'];
      const [one, other] = await Promise.all(
        [goesOn, withdrawn].map(async (each) => readAll(await sitAgain(browser, each, officer), pages, now)),
      );
      for (const page of pages) expect(other?.get(page), page).not.toBe(one?.get(page));
    });
  });
}
