import { DialogRef } from '@angular/cdk/dialog';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { Finder } from './finder';
import { FinderDialog } from './finder-dialog';
import type { FinderAnswer, FinderHit } from './finder-hit';

const HITS: readonly FinderHit[] = [
  { id: '1', link: ['/cases', '1'], own: 'نمونه یک', latin: 'Sample One', ref: '7KQ2M4-T' },
  { id: '2', link: ['/cases', '2'], own: 'نمونه دو', latin: 'Sample Two', ref: 'R3XN8D-5' },
];

const answer = (hits: readonly FinderHit[], typeMore = false): FinderAnswer => ({ hits, typeMore });

async function finder(search: (text: string) => Promise<FinderAnswer> = () => Promise.resolve(answer(HITS))) {
  const went: unknown[][] = [];
  const closed: boolean[] = [];
  TestBed.configureTestingModule({
    providers: [
      { provide: Finder, useValue: { search } },
      { provide: Router, useValue: { navigate: (link: unknown[]) => Promise.resolve(went.push(link)) } },
      { provide: DialogRef, useValue: { close: () => closed.push(true) } },
    ],
  });
  const fixture = TestBed.createComponent(FinderDialog);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const input = element.querySelector('input');
  if (!input) throw new Error('the finder has no input');
  const type = async (text: string) => {
    input.value = text;
    input.dispatchEvent(new Event('input'));
    await new Promise((resolve) => setTimeout(resolve, 170));
    await fixture.whenStable();
  };
  const press = async (key: string) => {
    input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await fixture.whenStable();
  };
  return { element, input, type, press, went, closed };
}

describe('the finder', () => {
  it('opens the first hit with Enter: one press besides the text', async () => {
    const { type, press, went, closed } = await finder();
    await type('sam');
    await press('Enter');
    expect(went).toEqual([['/cases', '1']]);
    expect(closed).toEqual([true]);
  });

  it('moves with the arrows, round the end, and tells a screen reader where it is', async () => {
    const { input, type, press, went } = await finder();
    await type('sam');
    expect(input.getAttribute('aria-activedescendant')).toBe('hit-0');
    await press('ArrowUp');
    expect(input.getAttribute('aria-activedescendant')).toBe('hit-1');
    await press('Enter');
    expect(went).toEqual([['/cases', '2']]);
  });

  it('asks nothing for a single letter, and does nothing on Enter without a hit', async () => {
    const asked: string[] = [];
    const { type, press, went } = await finder((text) => Promise.resolve(answer(asked.push(text) ? HITS : [])));
    await type('s');
    await press('Enter');
    expect(asked).toEqual([]);
    expect(went).toEqual([]);
  });

  it('says what to try when nothing is found', async () => {
    const { element, type } = await finder(() => Promise.resolve(answer([])));
    await type('nobody');
    expect(element.querySelector('[role="status"]')?.textContent).toContain('Nothing that you can open');
  });

  it('asks for more letters where too few are typed to tell people apart', async () => {
    const { element, type } = await finder(() => Promise.resolve(answer([], true)));
    const said = () => element.querySelector('[role="status"]')?.textContent;
    await type('s');
    expect(said()).toContain('Type more letters');
    await type('moh');
    expect(said()).toContain('Type more letters');
    expect(said()).not.toContain('Nothing that you can open');
  });
});
