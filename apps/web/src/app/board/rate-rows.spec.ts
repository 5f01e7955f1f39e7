import { columnsOf, rateRows, shareOf } from './rate-rows';

const cell = (key: string, column: string | null, count = 1, of = 2) => ({ key, name: null, column, count, of });

describe('a report of rates', () => {
  it('has a row for each key and a cell for each column, in the order of their lists; a gap is told from a nought', () => {
    const cells = [cell('b', 'HIGH'), cell('a', 'LOW', 0), cell('a', 'HIGH')];
    const columns = columnsOf(cells, ['LOW', 'MEDIUM', 'HIGH']);
    expect(columns).toEqual(['LOW', 'HIGH']);
    expect(rateRows(cells, columns, ['a', 'b']).map(({ key, cells: own }) => [key, own.map((each) => each?.count ?? null)])).toEqual([
      ['a', [0, 1]],
      ['b', [null, 1]],
    ]);
  });

  it('has one column without a name where nothing is told apart', () => expect(columnsOf([cell('a', null)], ['LOW'])).toEqual(['']));

  it('says a share in whole hundredths, and none of nothing', () => {
    expect([shareOf({ count: 1, of: 3 }), shareOf({ count: 0, of: 0 })]).toEqual([33, 0]);
  });
});
