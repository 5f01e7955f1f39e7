import { LegalBasisStep, type IntakeView } from '@panah/contracts/intake-steps.contract';
import { StepDraft } from './step-draft';

const answer = (version: number) =>
  ({ steps: [{ step: 'LEGAL_BASIS', version, complete: true, savedAt: '2026-11-21T12:07:00Z', savedBy: null }] }) as unknown as IntakeView;

describe('the draft of a step', () => {
  let sent: { content: LegalBasisStep; version: number }[];
  let draft: StepDraft<LegalBasisStep>;

  beforeEach(() => {
    jest.useFakeTimers();
    sent = [];
    const send = (content: LegalBasisStep, version: number) => {
      sent.push({ content, version });
      return Promise.resolve(answer(version + 1));
    };
    draft = new StepDraft(
      'LEGAL_BASIS',
      LegalBasisStep,
      { content: { basis: null, explanation: '' }, version: 0, savedAt: null },
      send,
      () => undefined,
    );
  });
  afterEach(() => {
    draft.stop();
    jest.useRealTimers();
  });

  it('is kept once in fifteen seconds, however much is typed', async () => {
    for (const words of ['s', 'sa', 'said']) draft.form.control('explanation').setValue(words);
    await jest.advanceTimersByTimeAsync(14_000);
    expect(sent).toEqual([]);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(sent).toEqual([{ content: { basis: null, explanation: 'said' }, version: 0 }]);
    expect([draft.version, draft.savedAt(), draft.form.dirty()]).toEqual([1, '2026-11-21T12:07:00Z', false]);
  });

  it('is kept at once when the step is left, on the version kept before', async () => {
    draft.form.control('basis').setValue('CONSENT');
    await draft.keep();
    draft.form.control('basis').setValue('LEGAL_CLAIMS');
    await draft.keep();
    expect(sent.map(({ version }) => version)).toEqual([0, 1]);
  });

  it('is not sent when nothing was typed', async () => {
    expect(await draft.keep()).toBeNull();
    expect(sent).toEqual([]);
  });
});
