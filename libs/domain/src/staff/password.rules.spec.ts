import { RuleBroken } from '../process/process';
import { assertPassword } from './password.rules';

const whyNot = (password: string, context: string[] = []): string[] | undefined => {
  try {
    assertPassword(password, context);
    return undefined;
  } catch (error) {
    return error instanceof RuleBroken ? error.fields?.['password'] : ['unexpected'];
  }
};

describe('a password', () => {
  it.each(['four lanterns by the wide river', 'Kupferdraht-Regenschirm', 'باران روی پشت بام کاهگلی', 'zqkxvbmwplrtjhg'])(
    '%s is taken',
    (password) => {
      expect(whyNot(password)).toBeUndefined();
    },
  );

  it.each(['', 'short', 'Tr0ub4dor&3', 'fourteen chars'])('"%s" is too short', (password) =>
    expect(whyNot(password)).toEqual(['too-short']),
  );

  it('of 128 characters and more is taken', () => expect(whyNot('granite weather vane '.repeat(7))).toBeUndefined());

  it.each([
    'passwordpassword1',
    'P@ssw0rdP@ssw0rd',
    'qwertyuiopasdfghjkl',
    '123456789012345',
    'iloveyouiloveyou',
    'aaaaaaaaaaaaaaaaaaaa',
    'abababababababab',
    'Summer2024Winter2024',
    'panahpanahpanah2026',
  ])('%s is what everybody tries', (password) => expect(whyNot(password)).toEqual(['too-usual']));

  it('may not be made of the words around the account', () => {
    const context = ['Marta Lindqvist', 'marta.lindqvist@example.org', 'Harbour Office'];
    expect(whyNot('martalindqvist2026', context)).toEqual(['too-usual']);
    expect(whyNot('martalindqvist2026', [])).toBeUndefined();
  });
});
