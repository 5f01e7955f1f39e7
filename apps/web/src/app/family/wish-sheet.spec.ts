import { BEGUN, CASE, openFamily, WISH } from './family.spec-help';
import { WishSheet } from './wish-sheet.part';

async function sheet(languages: string[], view = BEGUN) {
  const opened = await openFamily(`/cases/${CASE}/family/${WISH.id}/sheet`, WishSheet);
  opened.server.expectOne(`/api/family-wishes/${WISH.id}`).flush(view);
  opened.server.expectOne(`/api/cases/${CASE}/consents`).flush({ languages, interpreters: [] });
  await opened.settle();
  const paper = opened.element.querySelector('article');
  if (!paper) throw new Error('there is no sheet');
  return { ...opened, paper };
}

describe('the page that is shown to the client', () => {
  it('speaks their language, and says what they have allowed and what they have not', async () => {
    const { paper } = await sheet(['fa']);
    expect([paper.lang, paper.dir]).toEqual(['fa', 'rtl']);
    expect(paper.textContent).toContain('می‌تواند بداند که شما زنده و خوب هستید. نه این که کجا زندگی می‌کنید');
  });

  it('speaks ours where we have not theirs, and another at a press', async () => {
    const { paper, press } = await sheet(['sq']);
    expect(paper.textContent).toContain('They may know that you are alive and well. Not where you live');
    await press('فارسی');
    expect(paper.lang).toBe('fa');
  });

  it('names nobody', async () => {
    const { paper } = await sheet(['en']);
    for (const name of [...WISH.relative.names, WISH.wish, 'Hassan']) expect(paper.textContent).not.toContain(name);
  });

  it('R-FL-12: says the one sentence when it was given, and never why', async () => {
    const { paper } = await sheet(['en'], { ...BEGUN, answered: true });
    expect(paper.textContent).toContain('So far we could not take this further.');
    expect(paper.textContent).toContain('We never say which');
  });
});
