import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { OpenedPackage } from '../partners/opened-package.part';
import { readUntilOver } from './read-until';

const DAY = 86_400_000;
const text = (id: string, days: number): OpenedPackage => ({
  ...{ id, expiresAt: new Date(Date.now() + days * DAY).toISOString() },
  ...{ items: [{ kind: 'REQUEST', text: 'A place to learn.' }], refused: null },
});

describe('what a partner reads', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('goes from an open page in the moment in which its time is over, each by itself, and not before', () => {
    const packages = signal<readonly OpenedPackage[] | null>([text('soon', 1), text('later', 60)]);
    TestBed.runInInjectionContext(() => readUntilOver(packages));
    const readable = (): string[] => {
      TestBed.tick();
      return (packages() ?? []).filter(({ items }) => items).map(({ id }) => id);
    };
    expect(readable()).toEqual(['soon', 'later']);
    jest.advanceTimersByTime(DAY - 1);
    expect(readable()).toEqual(['soon', 'later']);
    jest.advanceTimersByTime(1);
    expect(readable()).toEqual(['later']);
    expect(packages()?.[0]).toMatchObject({ id: 'soon', items: null, refused: 'expired' });
    // further away than a browser counts at once
    for (let day = 1; day < 59; day += 1) {
      jest.advanceTimersByTime(DAY);
      expect(readable()).toEqual(['later']);
    }
    jest.advanceTimersByTime(DAY);
    expect(readable()).toEqual([]);
  });

  it('is forgotten by the clock with the page that showed it', () => {
    const packages = signal<readonly OpenedPackage[] | null>([text('soon', 1)]);
    TestBed.runInInjectionContext(() => readUntilOver(packages));
    TestBed.tick();
    expect(jest.getTimerCount()).toBe(1);
    packages.set(null);
    TestBed.tick();
    expect(jest.getTimerCount()).toBe(0);
  });
});
