import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { DisclosedPackageView } from '@panah/contracts/referral-views.contract';
import { scopeOf } from '@panah/domain/consents/purposes';
import { serviceRequested } from '@panah/domain/vocabulary/partners';
import { referralEndReason } from '@panah/domain/vocabulary/referrals';
import { SessionStore } from '../platform/session/session-store';
import { ENDS_SAID, SCOPES_SAID, SERVICES_SAID } from './disclosed-codes';
import { DisclosedPage } from './disclosed-page.part';
import { SHEET_WORDS } from './disclosed-words';

const CASE = '0199aaaa-0000-7000-8000-0000000000c1';
const TOLD: DisclosedPackageView = {
  id: '0199aaaa-0000-7000-8000-0000000000a1',
  referralId: '0199aaaa-0000-7000-8000-0000000000a2',
  partner: { id: '0199aaaa-0000-7000-8000-0000000000a3', name: 'Harbour Legal Clinic' },
  service: 'LEGAL',
  scope: ['REQUEST', 'HEALTH'],
  consentGivenOn: '2026-03-01',
  sealedAt: '2026-03-02T09:00:00Z',
  openedAt: null,
  endedAt: '2026-03-05T09:00:00Z',
  endReason: 'CONSENT_GONE',
  deletionConfirmedAt: null,
};

async function sheet(language: string | null, told = TOLD) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      { provide: SessionStore, useValue: { timeZone: () => 'Asia/Tehran' } },
      provideRouter([{ path: 'cases/:caseId/disclosed', component: DisclosedPage }], withComponentInputBinding()),
    ],
  });
  const server = TestBed.inject(HttpTestingController);
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(`/cases/${CASE}/disclosed`, DisclosedPage);
  const page = harness.routeNativeElement as HTMLElement;
  const settle = async () => {
    for (let turn = 0; turn < 3; turn++) {
      await harness.fixture.whenStable();
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  };
  server.expectOne(`/api/cases/${CASE}/referral-packages`).flush({ id: CASE, language, items: [told] });
  await settle();
  const paper = page.querySelector('article');
  if (!paper) throw new Error('there is no sheet');
  const press = async (label: string) => {
    [...page.querySelectorAll('button')].find((each) => each.textContent.trim() === label)?.click();
    await settle();
  };
  return { paper, press };
}

describe('the sheet of what was told', () => {
  it.each([
    ['fa', 'rtl', 'رضایت', 'اطلاعات سلامت'],
    ['sq', 'ltr', 'Çfarë dëshironi · Të dhëna shëndetësore', 'Pëlqimi nuk vlen më'],
    ['de', 'ltr', 'Was Sie möchten · Angaben zur Gesundheit', '5. März 2026 · Die Zustimmung gilt nicht mehr'],
    ['fr', 'ltr', 'Ce que vous souhaitez · Informations de santé', '5 mars 2026 · L’accord n’est plus valable'],
    ['ar', 'rtl', 'ما تريدونه · معلومات صحية', 'لم تعد الموافقة سارية'],
  ])('speaks the person’s own language: %s', async (language, dir, ...words) => {
    const { paper } = await sheet(language);
    expect([paper.lang, paper.dir]).toEqual([language, dir]);
    for (const word of ['Harbour Legal Clinic', ...words]) expect(paper.textContent).toContain(word);
  });

  it('speaks ours where it has not theirs, and another at a press', async () => {
    const { paper, press } = await sheet('ku');
    expect(paper.textContent).toContain('Legal assistance');
    await press('Deutsch');
    expect([paper.lang, paper.textContent.includes('Rechtshilfe')]).toEqual(['de', true]);
  });

  it.each([
    ['en', '1 March 2026', '3 March 2026'],
    ['fa', '۱۰ اسفند ۱۴۰۴', '۱۲ اسفند ۱۴۰۴'],
  ])('says a moment by the day that it was in the office, and a day as it stands: %s', async (language, agreed, sealed) => {
    const { paper } = await sheet(language, { ...TOLD, sealedAt: '2026-03-02T22:30:00Z' });
    const days = [...paper.querySelectorAll('dd')].map(({ textContent }) => textContent);
    expect([days[1], days[2]]).toEqual([agreed, sealed]);
  });

  it('has a word of its own for whatever can stand on it, in each of its languages', () => {
    expect(Object.keys(SERVICES_SAID).sort()).toEqual([...serviceRequested.codes].sort());
    expect(Object.keys(SCOPES_SAID).sort()).toEqual([...scopeOf('C02_REFERRAL')].sort());
    expect(Object.keys(ENDS_SAID).sort()).toEqual([...referralEndReason.codes].sort());
    for (const codes of [SERVICES_SAID, SCOPES_SAID, ENDS_SAID])
      for (const language of ['de', 'fr', 'sq', 'ar'] as const) {
        const said = Object.values(codes).map((each) => each[language]);
        expect(new Set(said).size).toBe(said.length);
      }
    for (const words of Object.values(SHEET_WORDS)) expect(Object.values(words).every((word) => /^\S.*\S$/.test(word))).toBe(true);
  });
});
