import type { FamilyLinkView } from '@panah/contracts/family-links.contract';
import { LINK, openFamily } from './family.spec-help';
import { LinkPage } from './link-page';

const PATH = `/api/family-links/${LINK.id}`;

async function page(view: FamilyLinkView = LINK) {
  const opened = await openFamily(`/family-links/${LINK.id}`, LinkPage);
  opened.server.expectOne(PATH).flush(view);
  await opened.settle();
  const column = (label: string): Element => {
    const found = opened.element.querySelector(`app-link-side[aria-label="${label}"]`);
    if (!found) throw new Error(`There is no column "${label}".`);
    return found;
  };
  return { ...opened, column };
}
const LATE = { code: 'stale', requestId: 'r', fields: {} };
const isRefused = (on: Element, kind: string): boolean => !on.dispatchEvent(new Event(kind, { bubbles: true, cancelable: true }));

describe('both sides of a link', () => {
  afterEach(() => document.querySelector('.cdk-overlay-container')?.remove());

  it('says what may cross today, and that not even a finding may', async () => {
    const { element } = await page();
    const cross = element.querySelector('.cross')?.textContent ?? '';
    expect(cross).toContain('Alive and well. No word from them. Not where, and not how to reach them.');
    expect(cross).toContain('Nothing yet. Not even that anybody was found.');
  });

  it('R-FL-11: while it is paused nothing crosses either way', async () => {
    const { element } = await page({ ...LINK, state: 'PAUSED', stateBefore: 'MEDIATED' });
    expect(element.querySelector('.cross')?.textContent.match(/Nothing, while it is paused/g)).toHaveLength(2);
  });

  it('keeps each side in its column: nothing of the other stands in it', async () => {
    const { column } = await page();
    expect(column('Client side').textContent).toContain('شیرین');
    for (const theirs of ['شهناز', '+49', 'Germany', 'RC-17', 'neighbours'])
      expect(column('Client side').textContent).not.toContain(theirs);
    for (const ours of ['شیرین', 'None that we know of']) expect(column('Relative side').textContent).not.toContain(ours);
  });

  it('lets nothing of the relative’s column be selected, dragged or copied; the client’s can be', async () => {
    const { column } = await page();
    const [number] = [...column('Relative side').querySelectorAll('.points bdi')];
    if (!number) throw new Error('the number is not shown');
    for (const way of ['selectstart', 'copy', 'cut', 'dragstart']) expect(isRefused(number, way)).toBe(true);
    expect((column('Relative side') as HTMLElement).style.userSelect).toBe('none');
    expect(isRefused(column('Client side'), 'copy')).toBe(false);
  });

  it('says that people still have eyes', async () => {
    const { element } = await page();
    expect(element.textContent).toContain('People still have eyes');
  });

  it('shows the steps that the server offers, and no other', async () => {
    const { element } = await page({ ...LINK, actions: ['pause'] });
    const offered = [...element.querySelectorAll('button:not(.date)')].map((each) => each.textContent.trim());
    expect(offered).toEqual(['Pause both sides']);
  });

  it('notes a hearing for the side in whose column it was asked, and begins empty (R-FL-07)', async () => {
    const { server, press, choose, column, dialog } = await page();
    await press('Note a hearing', column('Relative side'));
    expect(dialog().textContent).not.toContain('Which side');
    const groups = [...dialog().querySelectorAll('app-yes-no')];
    for (const group of groups) await choose('Yes', group);
    await choose('Free to speak', dialog());
    await press('Save', dialog());
    const asked = server.expectOne(`${PATH}/hearings`);
    expect(asked.request.headers.get('If-Match')).toBe('"7"');
    expect(asked.request.body).toMatchObject({ side: 'RELATIVE', spokenDirectly: true, alone: true, duress: 'PASSED' });
  });

  it('says in words why the relative’s word does not count yet', async () => {
    const { server, press, settle, dialog } = await page();
    await press('The relative agrees');
    await press('The relative agrees', dialog());
    server
      .expectOne(`${PATH}/agreement`)
      .flush(
        { code: 'family-consent-missing', requestId: 'r', facts: { side: 'RELATIVE', purpose: 'C22_RELATIVE_DATA' } },
        { status: 422, statusText: 'no' },
      );
    await settle();
    expect(dialog().querySelector('[role="alert"]')?.textContent).toContain(
      'Relative side: there is no yes to “Keep a relative’s data for family links”',
    );
  });

  it('keeps what was written when a colleague was faster, and takes it at the next press', async () => {
    const { server, press, type, settle, dialog } = await page();
    await press('Pause both sides');
    await type('Why', 'Somebody asked after her at her work.', dialog());
    await press('Pause both sides', dialog());
    server.expectOne(`${PATH}/pause`).flush(LATE, { status: 412, statusText: 'late' });
    await settle();
    server.expectOne(PATH).flush({ ...LINK, version: 9 });
    await settle();
    await press('Pause both sides', dialog());
    const again = server.expectOne(`${PATH}/pause`).request;
    expect([again.headers.get('If-Match'), again.body]).toEqual(['"9"', { reason: 'Somebody asked after her at her work.' }]);
  });

  it('R-FL-11: what a relative takes back stands at once, though a colleague was faster', async () => {
    const consents = LINK.client.consents.filter(({ state }) => state === 'ACTIVE').slice(0, 1);
    const { server, press, settle, column, dialog } = await page({
      ...LINK,
      actions: ['withdraw'],
      relative: { ...LINK.relative, consents: consents.map((line) => ({ ...line, purpose: 'C09_DISCLOSE_REL' })) },
    });
    await press('Take back', column('Relative side'));
    await press('Take back', dialog());
    const noun = `${PATH}/relative-consents/${consents[0]?.id ?? ''}/withdrawal`;
    server.expectOne(noun).flush(LATE, { status: 412, statusText: 'late' });
    await settle();
    server.expectOne(PATH).flush({ ...LINK, version: 9 });
    await settle();
    expect(server.expectOne(noun).request.headers.get('If-Match')).toBe('"9"');
  });

  it('pauses both sides, with why, and shows where it stands then', async () => {
    const { server, press, type, element, dialog } = await page();
    await press('Pause both sides');
    await type('Why', 'Somebody asked after her at her work.', dialog());
    await press('Pause both sides', dialog());
    server.expectOne(`${PATH}/pause`).flush({ ...LINK, version: 8, state: 'PAUSED', stateBefore: 'AWAITING_RELATIVE', actions: ['ask'] });
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(element.querySelector('.head')?.textContent).toContain('Paused');
    expect(element.querySelector('.head')?.textContent).toContain('before: The relative was asked');
  });
});
