import { Component, input } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Timeline } from '../notes/timeline.part';
import { SessionStore } from '../platform/session/session-store';
import { FileTimeline } from './file-timeline';
import { OpenFile } from './open-file';

@Component({ selector: 'app-timeline', template: '' })
class NoTimeline {
  readonly caseId = input('');
  readonly clientId = input('');
  readonly notes = input<unknown>();
}

const CASE = {
  id: 'a',
  clientId: 'b',
  priority: 'P3',
  country: 'AL',
  openedOn: '2026-01-05',
  streams: [],
  closureReason: 'GOALS_ACHIEVED',
};

async function besideTheTimeline(state: string): Promise<string> {
  const file = { case: { ...CASE, state, closedOn: state === 'CLOSED' ? '2026-11-20' : null }, notes: [] };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: OpenFile, useValue: { file: { value: () => file, reload: () => true } } },
      { provide: SessionStore, useValue: { termGroup: () => undefined, timeZone: () => 'UTC' } },
    ],
  });
  TestBed.overrideComponent(FileTimeline, { remove: { imports: [Timeline] }, add: { imports: [NoTimeline] } });
  const fixture = TestBed.createComponent(FileTimeline);
  await fixture.whenStable();
  return (fixture.nativeElement as HTMLElement).textContent ?? '';
}

describe('what stands beside the timeline of a file', () => {
  it('says why a case is to be closed while that waits, and why it was closed afterwards', async () => {
    const waiting = await besideTheTimeline('CLOSURE_REQUESTED');
    expect(waiting).toContain('Closing because');
    TestBed.resetTestingModule();
    const closed = await besideTheTimeline('CLOSED');
    expect(closed).toContain('Closed because');
    expect(closed).not.toContain('Closing because');
  });
});
