import { endedQuarters } from '@panah/domain/family/quarters';
import { FamilyFigures } from './figures-page';
import { openFamily } from './family.spec-help';

const isReport = (request: { url: string }) => request.url.startsWith('/api/reports/family');
const REPORT = { quarter: '2026-Q3', from: '2026-07-01', to: '2026-09-30', least: 10 };

async function figures(report: object) {
  const page = await openFamily('/family-links/figures', FamilyFigures);
  page.server.expectOne(isReport).flush({ ...REPORT, ...report });
  await page.settle();
  return page.element.textContent.replace(/\s+/g, ' ');
}

describe('the figures of family links', () => {
  it('R-PU-02: a small number is not said, only that it is small', async () => {
    const text = await figures({
      open: {
        total: 40,
        byState: [
          { key: 'TRACING', count: 36 },
          { key: 'PAUSED', count: null },
        ],
        byAge: [{ key: '90-', count: 12 }],
      },
      results: { closed: 30, byOutcome: [{ key: 'REGULAR_CONTACT', count: 14 }], restored: 45 },
    });
    expect(text).toContain('Contact was restored in 45 % of 30.');
    expect(text).toContain('Being looked for 36');
    expect(text).toMatch(/Paused ?below 10/);
    expect(text).toContain('90 days and more 12');
  });

  it('says nothing of too few, and nothing of states to whom the server gives none', async () => {
    const text = await figures({ open: null, results: { closed: null, byOutcome: [], restored: null } });
    expect(text).toContain('Too few links were closed in this time to say anything.');
    expect(text).not.toContain('Open at the end');
  });

  it('R-PU-04: asks for whole quarters that are over, and for no other days', async () => {
    const page = await openFamily('/family-links/figures', FamilyFigures);
    const [last] = endedQuarters(new Date().toISOString().slice(0, 10), 1);
    expect(page.server.expectOne(isReport).request.urlWithParams).toBe(`/api/reports/family?quarter=${last?.name}`);
    expect(page.element.querySelectorAll('.filter .chip')).toHaveLength(4);
    expect(page.element.querySelector('.filter .chip[aria-pressed="true"]')).toBe(page.element.querySelector('.filter .chip'));
  });
});
