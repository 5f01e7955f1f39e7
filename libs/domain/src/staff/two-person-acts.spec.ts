import fc from 'fast-check';
import { type Role, ROLES } from '../access/access-table';
import { actsOutOfReach, type Colleague, TWO_PERSON_ACTS } from './two-person-acts';

const staff = (...roles: Role[][]): Colleague[] => roles.map((held, index) => ({ id: `${index}`, roles: held }));
const acts = (colleagues: Colleague[]) => actsOutOfReach(colleagues).map(({ act }) => act);

describe('acts that need more people than the office has', () => {
  it('are all acts where nobody works', () => {
    expect(acts([])).toEqual(Object.keys(TWO_PERSON_ACTS));
  });

  it('are none where there are two coordinators, a caseworker, an auditor and an admin', () => {
    expect(acts(staff(['COORDINATOR'], ['COORDINATOR'], ['CASEWORKER'], ['AUDITOR'], ['ADMIN']))).toEqual([]);
  });

  it('R-CA-04: one person with both roles is still one person', () => {
    expect(acts(staff(['COORDINATOR', 'CASEWORKER'], ['AUDITOR'], ['ADMIN']))).toEqual([
      'ADMIT',
      'APPROVE_PLAN',
      'APPROVE_CLOSURE',
      'VOID_NOTE',
      'CONFIRM_PARTNER_PERSON',
      'CONFIRM_RISK',
      'SETTLE_DANGER',
      'SEND_RESTRICTED',
      'CLOSE_INCIDENT',
      'DECIDE_TIE',
    ]);
    expect(acts(staff(['COORDINATOR', 'CASEWORKER'], ['COORDINATOR', 'CASEWORKER'], ['AUDITOR'], ['ADMIN']))).toEqual([]);
  });

  it('say how many places can be filled', () => {
    expect(actsOutOfReach(staff(['COORDINATOR'], ['CASEWORKER'], ['AUDITOR'], ['ADMIN']))).toEqual([
      { act: 'CONFIRM_PARTNER_PERSON', places: [['COORDINATOR'], ['COORDINATOR']], filled: 1 },
      { act: 'DECIDE_TIE', places: [['COORDINATOR'], ['COORDINATOR']], filled: 1 },
    ]);
  });

  it('never grow when somebody joins', () => {
    const someone = fc.subarray<Role>([...ROLES], { minLength: 1, maxLength: 2 });
    fc.assert(
      fc.property(fc.array(someone, { maxLength: 5 }), someone, (there, joining) => {
        const before = acts(staff(...there));
        expect(before).toEqual(expect.arrayContaining(acts(staff(...there, joining))));
      }),
    );
  });
});
