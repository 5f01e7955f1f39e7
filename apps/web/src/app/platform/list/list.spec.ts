import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { Problem } from '../problem/problem';
import { List, ListRow } from './list';
import type { ListPage, ListQuestion } from './list-page';
import { ListSource } from './list-source';

interface Animal {
  id: string;
  word: string;
}

const WORDS = ['ant', 'bee', 'cat', 'dog', 'eel'];

class Shelf {
  asked: ListQuestion[] = [];
  fails = false;

  load = (question: ListQuestion): Promise<ListPage<Animal>> => {
    this.asked.push(question);
    if (this.fails) return Promise.reject(new Problem(0, 'offline'));
    const fitting = WORDS.filter((word) => word.includes(question.text));
    const from = Number(question.cursor ?? 0);
    const items = fitting.slice(from, from + question.limit).map((word) => ({ id: word, word }));
    const next = from + question.limit < fitting.length ? String(from + question.limit) : null;
    return Promise.resolve({ items, total: fitting.length, next });
  };
}

const shelf = { current: new Shelf() };

@Component({
  imports: [List, ListRow],
  template: `
    <app-list [source]="list" [columns]="columns" label="Animals" filterBy="Word" (opened)="opened.push($event.word)">
      <ng-template appRow [appRowOf]="list" let-row
        ><td>{{ row.word }}</td></ng-template
      >
      <p listEmpty>None yet. Bring one.</p>
    </app-list>
  `,
})
class Page {
  readonly columns = [{ id: 'word', label: 'Word', sort: 'word' }];
  readonly list = new ListSource<Animal>((question) => shelf.current.load(question), { limit: 2 });
  readonly opened: string[] = [];
}

async function page(change: (shelf: Shelf) => void = () => undefined) {
  shelf.current = new Shelf();
  change(shelf.current);
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
  const fixture = TestBed.createComponent(Page);
  const settle = async () => {
    await fixture.whenStable();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await fixture.whenStable();
  };
  await settle();
  const element = fixture.nativeElement as HTMLElement;
  const rows = () => [...element.querySelectorAll('tbody tr')].map((row) => row.textContent.trim());
  const press = async (key: string) => {
    element.querySelector('.scroll')?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await settle();
  };
  return { component: fixture.componentInstance, element, rows, press, settle };
}

describe('a list', () => {
  it('shows the first page, says how many there are, and brings more behind it', async () => {
    const { element, rows, settle } = await page();
    expect(rows()).toEqual(['ant', 'bee']);
    expect(element.querySelector('.list-foot')?.textContent).toContain('2 of 5');
    element.querySelector<HTMLButtonElement>('.list-foot button')?.click();
    await settle();
    expect(rows()).toEqual(['ant', 'bee', 'cat', 'dog']);
  });

  it('is walked with the arrow keys and opened with Enter', async () => {
    const { component, element, press } = await page();
    await press('ArrowDown');
    await press('ArrowDown');
    expect(element.querySelector('tr.on')?.textContent.trim()).toBe('bee');
    await press('Enter');
    expect(component.opened).toEqual(['bee']);
  });

  it('filters as one types, and keeps what was typed out of the address', async () => {
    const { component, rows, settle } = await page();
    component.list.filter('e');
    await new Promise((resolve) => setTimeout(resolve, 230));
    await settle();
    expect(rows()).toEqual(['bee', 'eel']);
    expect(TestBed.inject(Router).url).not.toContain('e=');
  });

  it('sorts by a column, and turns on the second press', async () => {
    const { element, settle } = await page();
    const sort = element.querySelector<HTMLButtonElement>('thead button');
    sort?.click();
    await settle();
    expect(element.querySelector('th')?.getAttribute('aria-sort')).toBe('ascending');
    sort?.click();
    await settle();
    expect(shelf.current.asked.at(-1)).toMatchObject({ sort: 'word', direction: 'desc' });
  });

  it('says what to do when there is nothing, and another thing when only the filter is too narrow', async () => {
    const { component, element, settle } = await page();
    component.list.filter('zebra');
    await new Promise((resolve) => setTimeout(resolve, 230));
    await settle();
    expect(element.querySelector('.empty')?.textContent).toContain('Nothing fits this filter');
  });

  it('says what happened when the server is away, and loads again', async () => {
    const { element, rows, settle } = await page((it) => (it.fails = true));
    expect(element.querySelector('[role="alert"]')?.textContent).toContain('The server cannot be reached');
    shelf.current.fails = false;
    element.querySelector<HTMLButtonElement>('[role="alert"] button')?.click();
    await settle();
    expect(rows()).toEqual(['ant', 'bee']);
  });

  it('drops an answer that comes after a newer question', async () => {
    const answers: ((page: ListPage<Animal>) => void)[] = [];
    const list = new ListSource<Animal>(() => new Promise((resolve) => answers.push(resolve)));
    const first = list.reload();
    const second = list.reload();
    answers[1]?.({ items: [{ id: '2', word: 'new' }], total: 1, next: null });
    answers[0]?.({ items: [{ id: '1', word: 'old' }], total: 1, next: null });
    await Promise.all([first, second]);
    expect(list.rows()).toEqual([{ id: '2', word: 'new' }]);
  });
});
