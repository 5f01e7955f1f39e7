import { faultsOfTitle } from './neutral-title';

const names = ['مریم کریمی', 'Shahrzad Rostami', 'رضا'];
const isHurtful = (word: string): boolean => word.toLowerCase() === 'nasty';

describe('R-CA-11: a title', () => {
  it.each([
    'Letter of the school',
    'Permit copy',
    'رونوشت مجوز اقامت',
    'Court date, spring',
    'گزارش پزشکی',
    'Photo 3',
    'Decision of an authority or court',
  ])('is neutral: %s', (title) => expect(faultsOfTitle(title, names, isHurtful)).toEqual([]));

  it.each([
    'Passport Maryam',
    'passport of maryam karimi',
    'MARYAM',
    'گذرنامهٔ مريم',
    'نامهٔ کریمی',
    'Karimi, permit',
    'School of Mariam',
    'نامهٔ شهرزاد',
    'rostami letter',
    'reza',
    'for Riza',
  ])('names nobody, in either script and any spelling: %s', (title) =>
    expect(faultsOfTitle(title, names, isHurtful)).toEqual(['names-a-person']),
  );

  it('holds no word that hurts', () => {
    expect(faultsOfTitle('A nasty letter', names, isHurtful)).toEqual(['hurtful-word']);
    expect(faultsOfTitle('NASTY Maryam', names, isHurtful)).toEqual(['names-a-person', 'hurtful-word']);
  });
});
