import { marksOf } from './never-again';

describe('who asked never to be asked again', () => {
  const mina = { names: ['Mina Rahimi'], born: '1971', fatherName: null };
  it('R-FL-17: is known again by each way to them, however it is written', () => {
    const [once] = marksOf({ ...mina, born: null }, [{ value: '+49 151 0000 1234' }]);
    for (const value of ['0151 00001234', '۰۱۵۱۰۰۰۰۱۲۳۴', '0049 (151) 0000-1234'])
      expect(marksOf({ ...mina, born: null }, [{ value }])).toEqual([once]);
    expect(marksOf({ ...mina, born: null }, [{ value: 'Mina@Example.org ' }])).toEqual(
      marksOf({ ...mina, born: null }, [{ value: 'mina@example.org' }]),
    );
  });

  it('is known by a name only beside a birth or a father: many bear one name', () => {
    expect(marksOf({ ...mina, born: null }, [])).toEqual([]);
    expect(marksOf(mina, [])).toEqual(marksOf({ ...mina, names: ['MINA  RAHIMI'] }, []));
    expect(marksOf(mina, [])).not.toEqual(marksOf({ ...mina, born: '1972' }, []));
  });
});
