import { placementState } from '@panah/domain/vocabulary/housing';
import { claimState } from '@panah/domain/vocabulary/claims';
import { caseState } from '@panah/domain/vocabulary/cases';
import { counsellingPhase } from '@panah/domain/vocabulary/counselling';
import { deadlineType } from '@panah/domain/vocabulary/legal-deadlines';
import { reviewPoint } from '@panah/domain/vocabulary/reintegration';
import { expect, test } from '../support/browser-story';
import { chosenWoman } from '../support/chosen-woman';
import { type Desk, look, sitDown } from '../support/desk';
import { nameOf } from '../support/demo-names';
import { recordIn } from '../support/page-acts';
import { admit, answerNoTie, askAboutTie, enterEnquiry, takeIntake } from '../support/walks/admission-walk';
import * as closure from '../support/walks/closure-walk';
import * as counselling from '../support/walks/counselling-walk';
import * as housing from '../support/walks/housing-walk';
import { planInForce } from '../support/walks/plan-in-force';
import * as refuge from '../support/walks/refuge-walk';
import { askSpecialty, type OpenedCase, takeUp } from '../support/walks/team-walk';
import { expectNoAnswer, expectNoFile, expectOwnPart, SIGHT, type Stands } from '../support/walks/who-sees';

for (const { lang, theme } of [
  { lang: 'en', theme: 'light' },
  { lang: 'fa', theme: 'dark' },
] as const) {
  test(`one client, from the admission through refuge, housing and counselling to a closure; each role does its part and sees its part (${lang})`, async ({
    browser,
    app,
  }) => {
    test.setTimeout(240_000);
    const sit = async (login: string): Promise<Desk> => {
      const desk = await sitDown(browser, app.url, login, { lang, theme });
      desk.page.setDefaultTimeout(15_000);
      return desk;
    };
    const [worker, coordinator, lawyer, officer] = [
      await sit('caseworker'),
      await sit('coordinator'),
      await sit('legal'),
      await sit('housing'),
    ];
    const [counsellor, lead, links, partner, other] = [
      await sit('counsellor2'),
      await sit('counsellor'),
      await sit('links'),
      await sit('partner'),
      await sit('caseworker2'),
    ];
    const outsiders = [lead, links, partner, other];
    const { say } = worker;
    const nothingOpen = say('cases.nextClosed', 'Nothing open');
    const woman = chosenWoman();
    test.info().annotations.push({ type: 'the woman of this run', description: `${woman.name}, ${woman.latin}` });

    /** At the end of a stretch everybody opens the same file. */
    const eachSeesTheirPart = async (stretch: string, file: OpenedCase, stands: Stands): Promise<void> => {
      const team = { caseworker: worker, coordinator, legal: lawyer, housing: officer, counsellor } as const;
      for (const [who, desk] of Object.entries(team)) {
        await expectOwnPart(desk, file, SIGHT[who as keyof typeof SIGHT], stands);
        await look(desk, `file-${stretch}-${who}`);
      }
      for (const desk of outsiders) await expectNoAnswer(desk, `/api/cases/${file.id}`);
    };

    const file = await test.step('an enquiry is admitted, and a plan comes into force', async () => {
      await enterEnquiry(worker, woman);
      await takeIntake(worker);
      const ref = await worker.page.locator('.head .ref').innerText();
      await askAboutTie(coordinator, woman);
      await answerNoTie(worker);
      const opened = { id: await admit(coordinator), ref };
      expect(recordIn(coordinator.page, 'cases')).toBe(opened.id);
      await planInForce(worker, coordinator, opened);
      return opened;
    });

    await test.step('three specialties are asked onto the team, and take it up from their queues', async () => {
      await askSpecialty(worker, file, 'LEGAL', 'legal');
      await askSpecialty(worker, file, 'HOUSING', 'housing');
      await askSpecialty(worker, file, 'COUNSELLOR', 'counsellor2');
      await look(worker, 'team-asked');
      for (const specialist of [lawyer, officer, counsellor]) await takeUp(specialist, file, woman.name);
      await eachSeesTheirPart('admitted', file, {});
      for (const desk of outsiders) await expectNoFile(desk, file);
    });

    await test.step('refuge: made, registered, lodged, heard', async () => {
      await refuge.claimIsMade(lawyer, file);
      await refuge.claimIsLodged(lawyer, file);
      await refuge.interviewIsHeld(lawyer, file);
    });
    await test.step('R-AS-01: the refusal is served; the appeal is due on the right day, which is explained', async () => {
      await refuge.refusalIsServed(lawyer, file);
      await refuge.deadlineIsOnCalendar(lawyer, file);
      await worker.page.goto(`/cases/${file.id}/refuge`);
      await refuge.expectAppealExplained(worker);
      await eachSeesTheirPart('refused', file, {
        REFUGE: [claimState.label('DECIDED_NEGATIVE', lang), deadlineType.label('APPEAL', lang), nameOf('legal')],
      });
    });
    const allowed = { REFUGE: [claimState.label('FINAL_POSITIVE', lang), nothingOpen, nameOf('legal')] } as const;
    await test.step('the appeal is allowed, and a permit is awaited', async () => {
      await refuge.appealIsAllowed(lawyer, file);
      await refuge.nothingIsDue(lawyer, file);
    });

    await test.step('housing: asked for, matched, offered, reserved, moved in', async () => {
      await housing.placeIsAskedFor(worker, file);
      await housing.providersMayBeTold(officer, worker, file);
      await housing.placeIsOffered(officer, file);
      await housing.placeIsReserved(worker, file);
      await housing.movedIn(officer, file);
      const livesThere = [
        placementState.label('IN_RESIDENCE', lang),
        say('journey.nextHome', 'Talk about what comes after'),
        nameOf('housing'),
      ] as const;
      await eachSeesTheirPart('housed', file, { ...allowed, HOUSING: livesThere });
    });
    await test.step('the address is shown to whoever asks for it and says why, and to nobody else', async () => {
      await housing.expectAddressOnlyWithReason(worker, file);
      await housing.expectNoAddress(lawyer, file);
    });
    const left = { ...allowed, HOUSING: [placementState.label('MOVED_OUT', lang), nothingOpen, nameOf('housing')] } as const;
    await test.step('moved on', async () => {
      await housing.movedOn(officer, file);
    });

    await test.step('counselling: asked for, given to a counsellor', async () => {
      await counselling.counsellingIsAgreedTo(worker, file);
      await counselling.counsellingIsAskedFor(worker, file);
      await counselling.counsellorIsFound(lead, file, 'counsellor2');
    });
    await test.step('a session, a signed note, a score, a word to the team', async () => {
      await counselling.sessionIsHeld(counsellor, file);
      await counselling.noteIsSigned(counsellor, 'ASSESSMENT');
      await counselling.counsellingBegins(counsellor);
      await counselling.scoreIsReckoned(counsellor);
      await counselling.teamIsTold(counsellor);
      await counselling.expectAttendanceOnly(worker, file, { summary: true });
      await counselling.expectAttendanceOnly(coordinator, file, { summary: false });
      const underWay = [
        counsellingPhase.label('UNDER_WAY', lang),
        say('journey.nextTalk', 'The next appointment'),
        nameOf('counsellor2'),
      ] as const;
      await eachSeesTheirPart('counselled', file, { ...left, COUNSELLING: underWay });
    });
    const talked = { ...left, COUNSELLING: [counsellingPhase.label('ENDED', lang), nothingOpen, nameOf('counsellor2')] } as const;
    await test.step('counselling ends', async () => {
      await counselling.counsellingEnds(counsellor, file);
    });

    await test.step('life is looked at, at the beginning and at the end; the closure is asked for', async () => {
      await closure.lifeIsLookedAt(worker, file, 'BASELINE', '1');
      await closure.lifeIsLookedAt(worker, file, 'CLOSURE', '3');
      const lookedAt = [
        reviewPoint.label('CLOSURE', lang),
        say('journey.lookTogether', 'Look together at how life goes'),
        nameOf('caseworker'),
      ] as const;
      await eachSeesTheirPart('looked-at', file, { ...talked, INDEPENDENCE: lookedAt });
      await closure.closureIsAskedFor(worker, file);
    });
    await test.step('another approves it; whoever was asked onto the team has left the file', async () => {
      await closure.closureIsApproved(coordinator, file);
      const stands = {
        REFUGE: [claimState.label('FINAL_POSITIVE', lang), nothingOpen],
        HOUSING: [placementState.label('MOVED_OUT', lang), nothingOpen],
        COUNSELLING: talked.COUNSELLING,
        INDEPENDENCE: [reviewPoint.label('CLOSURE', lang), nothingOpen, nameOf('caseworker')],
      } as const;
      for (const desk of [worker, coordinator]) {
        await expectOwnPart(desk, file, SIGHT.caseworker, stands);
        await expect(desk.page.locator('app-journey li').last()).toContainText(caseState.label('CLOSED', lang));
      }
      await look(worker, 'file-closed');
      for (const desk of [lawyer, officer, counsellor, ...outsiders]) await expectNoFile(desk, file);
    });
    for (const desk of [worker, coordinator, lawyer, officer, counsellor, ...outsiders]) await desk.leave();
  });
}
