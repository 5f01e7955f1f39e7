import { refusal } from '../process/refusal.spec-help';
import {
  assertIncidentStep,
  assertOfOffice,
  type IncidentFacts,
  type IncidentStep,
  isSerious,
  openIncidentActions,
} from './incident.rules';

const facts = (more: Partial<IncidentFacts> = {}): IncidentFacts => ({
  state: 'REPORTED',
  severity: null,
  reportedBy: 'reporter',
  actions: [],
  touchesClients: true,
  ...more,
});
const step = (more: Partial<IncidentStep> = {}): IncidentStep => ({ by: 'other', isSafety: true, today: '2026-11-21', ...more });
const DONE = { ownerId: 'a', doneOn: '2026-11-20' };

describe('an incident (model 3.11)', () => {
  it('is assessed with a severity, a confidence and those whom it touched', () => {
    const given = { severity: 'I2', confidence: 'REPORTED', affected: 1 };
    expect(() => assertIncidentStep('assess', step({ ...given, isSafety: false }), facts())).not.toThrow();
    expect(refusal(() => assertIncidentStep('assess', step(), facts())).fields).toEqual({
      severity: ['missing'],
      confidence: ['missing'],
      affected: ['missing'],
    });
  });

  it('is acted upon, followed and closed by those on the duty list alone', () => {
    const assessed = facts({ state: 'ASSESSED', severity: 'I3', actions: [{ ownerId: 'a', doneOn: null }] });
    expect(refusal(() => assertIncidentStep('act', step({ isSafety: false }), assessed)).code).toBe('not-on-duty-list');
    expect(() => assertIncidentStep('act', step(), assessed)).not.toThrow();
    expect(refusal(() => assertIncidentStep('act', step(), { ...assessed, actions: [] })).fields).toEqual({ actions: ['owner-missing'] });
  });

  it('goes on to monitoring when everything is done, with a day to look again', () => {
    const acting = facts({ state: 'ACTION', severity: 'I3', actions: [DONE] });
    expect(() => assertIncidentStep('monitor', step({ reviewOn: '2026-12-01' }), acting)).not.toThrow();
    expect(refusal(() => assertIncidentStep('monitor', step(), { ...acting, actions: [{ ...DONE, doneOn: null }] })).fields).toEqual({
      actions: ['not-done'],
      reviewOn: ['missing'],
    });
    expect(refusal(() => assertIncidentStep('monitor', step({ reviewOn: '2026-11-20' }), acting)).fields).toEqual({
      reviewOn: ['not-in-future'],
    });
  });

  it('is closed when the client knows the result and something is learned; a serious one by another than who reported it', () => {
    const watched = facts({ state: 'MONITORING', severity: 'I4' });
    const closing = { clientInformed: true, words: 'Change the route' };
    expect(() => assertIncidentStep('close', step(closing), watched)).not.toThrow();
    expect(refusal(() => assertIncidentStep('close', step(), watched)).fields).toEqual({ clientInformed: ['missing'], words: ['missing'] });
    expect(refusal(() => assertIncidentStep('close', step({ ...closing, by: 'reporter' }), watched)).code).toBe('same-person');
    expect(() => assertIncidentStep('close', step({ ...closing, by: 'reporter' }), { ...watched, severity: 'I2' })).not.toThrow();
  });

  it('of an office says whom or what it touched; where that was no client, nobody is told how it ended (2.16)', () => {
    const told = { type: 'PROPERTY', affectedCaseRefs: [], affectedOthers: 'The back door' };
    expect(() => assertOfOffice(told)).not.toThrow();
    expect(() => assertOfOffice({ ...told, affectedOthers: null, affectedCaseRefs: ['ABCDEF-1'] })).not.toThrow();
    expect(refusal(() => assertOfOffice({ ...told, affectedOthers: ' ' })).fields).toEqual({ affectedOthers: ['missing'] });
    expect(refusal(() => assertOfOffice({ ...told, type: 'MISSING' })).fields).toEqual({ type: ['needs-client'] });
    const watched = facts({ state: 'MONITORING', severity: 'I3', touchesClients: false });
    expect(() => assertIncidentStep('close', step({ words: 'A better lock' }), watched)).not.toThrow();
    expect(refusal(() => assertIncidentStep('close', step({ words: 'A better lock', by: 'reporter' }), watched)).code).toBe('same-person');
  });

  it('closes at once only when it is minor, and opens again for new facts', () => {
    expect(openIncidentActions({ state: 'ASSESSED', severity: 'I1' })).toEqual(['act', 'close']);
    expect(openIncidentActions({ state: 'ASSESSED', severity: 'I2' })).toEqual(['act']);
    expect(refusal(() => assertIncidentStep('close', step({ words: 'x' }), facts({ state: 'ASSESSED', severity: 'I2' }))).code).toBe(
      'not-open',
    );
    expect(refusal(() => assertIncidentStep('reopen', step(), facts({ state: 'CLOSED' }))).fields).toEqual({ words: ['missing'] });
    expect(() => assertIncidentStep('reopen', step({ words: 'It happened again' }), facts({ state: 'CLOSED' }))).not.toThrow();
    expect([isSerious('I3'), isSerious('I4'), isSerious('I2'), isSerious(null)]).toEqual([true, true, false, false]);
  });
});
