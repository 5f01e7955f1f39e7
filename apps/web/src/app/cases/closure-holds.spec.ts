import { TestBed } from '@angular/core/testing';
import { closureHold } from '@panah/domain/vocabulary/closures';
import { ClosureHolds } from './closure-holds';

/** What is said of a case, as one line; empty when nothing is. */
async function saidOf(...turns: readonly (readonly string[])[]): Promise<string[]> {
  const fixture = TestBed.createComponent(ClosureHolds);
  const said: string[] = [];
  for (const holds of turns) {
    fixture.componentRef.setInput('holds', holds);
    await fixture.whenStable();
    said.push((fixture.nativeElement as HTMLElement).textContent.replace(/\s+/g, ' ').trim());
  }
  return said;
}

describe('what keeps a case from being closed', () => {
  it('is named, each thing in words', async () => {
    const [said] = await saidOf(closureHold.codes);
    expect(said).toMatch(/^It cannot be closed yet:/);
    for (const code of closureHold.codes) {
      expect(said).toContain(closureHold.label(code, 'en'));
      expect(said).not.toContain(code);
    }
  });

  it('is set apart where there are several', async () => {
    const [first, second] = [closureHold.label('OPEN_DEADLINE', 'en'), closureHold.label('OPEN_EPISODE', 'en')];
    expect(await saidOf(['OPEN_DEADLINE'], ['OPEN_DEADLINE', 'OPEN_EPISODE'])).toEqual([
      expect.stringMatching(new RegExp(`: ${first}$`)),
      expect.stringMatching(new RegExp(`: ${first}; ${second}$`)),
    ]);
  });

  it('is gone once nothing holds it: what was done is no longer named, and at the end no notice stands there', async () => {
    const [before, after, done] = await saidOf(['OPEN_DEADLINE', 'ACTIVE_PLACEMENT'], ['ACTIVE_PLACEMENT'], []);
    const deadline = closureHold.label('OPEN_DEADLINE', 'en');
    expect([before?.includes(deadline), after?.includes(deadline)]).toEqual([true, false]);
    expect(after).toContain(closureHold.label('ACTIVE_PLACEMENT', 'en'));
    expect(done).toBe('');
  });
});
