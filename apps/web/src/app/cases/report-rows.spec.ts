import { rowsOf } from './report-rows';

const cell = (key: string, count: number, age: string | null = null) => ({ key, name: null, age, count, points: null, level: null });

describe('the rows of a report', () => {
  it('each number leads to the list it counts', () => {
    const [row] = rowsOf({ code: 'P-01', by: 'worker', at: '', total: 3, cells: [cell('w1', 3)] }, ['']);
    expect(row?.numbers).toEqual([{ column: '', count: 3, list: { state: 'OPEN', worker: 'w1' } }]);
  });

  it('a stage is its own list, not one of open cases', () => {
    const [row] = rowsOf({ code: 'P-01', by: 'state', at: '', total: 2, cells: [cell('PLANNING', 2)] }, ['']);
    expect(row?.numbers[0]?.list).toEqual({ state: 'PLANNING' });
  });

  it('what was not counted is nought, and the row adds up', () => {
    const [row] = rowsOf({ code: 'P-05', by: 'all', at: '', total: 5, cells: [cell('ALL', 4, 'D0_30'), cell('ALL', 1, 'D31_90')] }, [
      'D0_30',
      'D31_90',
      'D366_UP',
    ]);
    expect(row?.total).toBe(5);
    expect(row?.numbers.map(({ count }) => count)).toEqual([4, 1, 0]);
    expect(row?.numbers[1]?.list).toEqual({ state: 'OPEN', age: 'D31_90' });
  });
});
