import { refusal } from '../process/refusal.spec-help';
import { raisedTask, taskType } from '../vocabulary/tasks';
import { SAFETY_KINDS, traitOf } from './task-kinds';
import { assertTaskDays, assertTickedOff, suggestedNext, workingDaysLate } from './task.rules';

const week = { weekendDays: [6, 7], holidays: ['2026-11-30'] };

describe('a task', () => {
  it('has days that can be', () => {
    expect(refusal(() => assertTaskDays({ dueOn: '2026-11-19' }, '2026-11-20')).fields).toEqual({ dueOn: ['in-past'] });
    expect(refusal(() => assertTaskDays({ dueOn: '2046-11-19' }, '2026-11-20')).fields).toEqual({ dueOn: ['too-far'] });
    expect(refusal(() => assertTaskDays({ dueOn: '2026-11-21', remindOn: '2026-11-22' }, '2026-11-20')).fields).toEqual({
      remindOn: ['after-due'],
    });
    expect(() => assertTaskDays({ dueOn: '2026-11-20', remindOn: '2026-11-20' }, '2026-11-20')).not.toThrow();
  });

  it('suggests working days for the next one, the usual day first', () => {
    const days = suggestedNext('CONTACT', '2026-11-20', week);
    expect(days[0]).toBe('2026-11-27');
    expect(days).toContain('2026-11-23');
    for (const day of days) expect(['2026-11-21', '2026-11-22', '2026-11-30']).not.toContain(day);
  });

  it('R-CA-03 is late by working days of the office', () => {
    expect(workingDaysLate('2026-11-27', '2026-11-30', week)).toBe(0);
    expect(workingDaysLate('2026-11-27', '2026-12-02', week)).toBe(2);
  });

  it('R-CO-08, R-CN-04 that asks for a decision, or goes when its reason is gone, is not ticked off; every other one is', () => {
    const decided = [...taskType.codes, ...raisedTask.codes].filter((kind) => traitOf(kind).decided);
    expect(decided.toSorted()).toEqual([
      'COUNSELLING_CHECK_IN',
      'COUNSELLING_ENDING',
      'COUNSELLING_FIRST_SESSION',
      'COUNSELLING_REVIEW',
      'COUNSELLING_SESSION',
      'COUNSELLING_TALK',
      'COUNSELLING_TRIAGE',
      'COUNSELLING_URGENT',
      'DISCLOSURE_REVIEW',
      'LEGAL_BASIS_ASKED',
      'NOTE_UNSIGNED',
      'NOTE_UNSIGNED_LEAD',
      'REFERRAL_APPROVAL',
      'SUPERVISION_MISSING',
    ]);
    for (const kind of decided) expect(refusal(() => assertTickedOff(kind)).code).toBe('task-decided');
    expect(() => assertTickedOff('CONSENT_EXPIRES')).not.toThrow();
  });

  it('of each kind has a type of the model', () => {
    for (const kind of [...taskType.codes, ...raisedTask.codes]) expect(taskType.codes).toContain(traitOf(kind).type);
    expect(SAFETY_KINDS).toEqual(expect.arrayContaining(['RISK_REVIEW', 'REVIEW_RISK', 'MISSED_CONTACT']));
    expect(SAFETY_KINDS).not.toContain('PLAN_ACTION');
  });
});
