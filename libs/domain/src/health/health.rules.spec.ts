import { BACKUP_HOURS, healthWarnings, hoursBetween, RESTORE_TEST_HOURS } from './health.rules';

describe('how a house is kept', () => {
  it('is in order while both are young, to the last hour', () => {
    expect(healthWarnings(0, 0)).toEqual([]);
    expect(healthWarnings(BACKUP_HOURS - 1, RESTORE_TEST_HOURS - 1)).toEqual([]);
  });

  it('warns of what was never done, and of what is old', () => {
    expect(healthWarnings(null, null)).toEqual(['BACKUP_NEVER', 'RESTORE_TEST_NEVER']);
    expect(healthWarnings(BACKUP_HOURS, RESTORE_TEST_HOURS)).toEqual(['BACKUP_OLD', 'RESTORE_TEST_OLD']);
  });

  it('counts whole hours, and none backwards', () => {
    const noon = new Date('2026-03-01T12:00:00Z');
    expect(hoursBetween(new Date('2026-03-01T09:00:01Z'), noon)).toBe(2);
    expect(hoursBetween(new Date('2026-03-01T13:00:00Z'), noon)).toBe(0);
  });
});
