import fc from 'fast-check';
import { type Role, ROLES } from '../access/access-table';
import { actionsFrom, move } from '../process/process';
import { refusal } from '../process/refusal.spec-help';
import { staffProcess } from './staff.process';
import { assertMayConfirm, assertMayDecideTie, assertOthersStay, assertRolesFit, confirmerOf, isFirstOfItsKind } from './staff.rules';

describe('an account', () => {
  it('opens nothing between its activation and its confirmation', () => {
    expect(move(staffProcess, 'INVITED', 'activate')).toBe('ACTIVATED');
    expect(actionsFrom(staffProcess, 'ACTIVATED')).toEqual(['confirm', 'reset', 'end']);
    expect(move(staffProcess, 'ACTIVE', 'reset')).toBe('INVITED');
  });

  it('stays ended', () => {
    expect(actionsFrom(staffProcess, 'ENDED')).toEqual([]);
  });
});

describe('roles on one account', () => {
  it('R-AC-05: admin and auditor hold no other role', () => {
    const some = fc.subarray<Role>([...ROLES], { minLength: 2 });
    fc.assert(
      fc.property(some, (roles) => {
        const isAlone = roles.some((role) => ['ADMIN', 'AUDITOR', 'PARTNER'].includes(role));
        if (isAlone) expect(refusal(() => assertRolesFit(roles, [])).fields).toEqual({ roles: ['stands-alone'] });
        else assertRolesFit(roles, []);
      }),
    );
    for (const role of ROLES) assertRolesFit([role], []);
  });

  it('are at least one', () => {
    expect(refusal(() => assertRolesFit([], [])).fields).toEqual({ roles: ['missing'] });
  });

  it('carry the duties that belong to them', () => {
    expect(() => assertRolesFit(['COORDINATOR', 'CASEWORKER'], ['DUTY_LIST'])).not.toThrow();
    expect(() => assertRolesFit(['COUNSELLOR'], ['LEAD'])).not.toThrow();
    expect(refusal(() => assertRolesFit(['CASEWORKER'], ['DUTY_LIST'])).facts).toEqual({ duty: 'DUTY_LIST', needs: ['COORDINATOR'] });
    expect(refusal(() => assertRolesFit(['COUNSELLOR', 'COORDINATOR'], ['LEAD'])).fields).toEqual({ duties: ['not-with-coordinator'] });
  });
});

describe('confirming', () => {
  const caseworker = { account: 'new', accountRoles: ['CASEWORKER'], askedBy: 'admin' } as const;
  const coordinator = { account: 'new', accountRoles: ['COORDINATOR', 'CASEWORKER'], askedBy: 'admin' } as const;

  it('is a coordinator’s for staff and the auditor’s for coordinator, auditor and admin', () => {
    expect(ROLES.filter((role) => confirmerOf([role]) === 'AUDITOR')).toEqual(['COORDINATOR', 'AUDITOR', 'ADMIN']);
    expect(() => assertMayConfirm({ ...caseworker, by: 'c', byRoles: ['COORDINATOR'] })).not.toThrow();
    expect(() => assertMayConfirm({ ...coordinator, by: 'a', byRoles: ['AUDITOR'] })).not.toThrow();
    expect(refusal(() => assertMayConfirm({ ...caseworker, by: 'a', byRoles: ['AUDITOR'] })).facts).toEqual({ needs: 'COORDINATOR' });
    expect(refusal(() => assertMayConfirm({ ...coordinator, by: 'c', byRoles: ['COORDINATOR'] })).facts).toEqual({ needs: 'AUDITOR' });
  });

  it('is never one’s own, nor of what one asked for', () => {
    expect(refusal(() => assertMayConfirm({ ...caseworker, by: 'new', byRoles: ['COORDINATOR'] })).code).toBe('same-person');
    expect(refusal(() => assertMayConfirm({ ...caseworker, askedBy: 'c', by: 'c', byRoles: ['COORDINATOR'] })).code).toBe('same-person');
  });

  it('is left out for the very first coordinator, auditor and admin only', () => {
    expect(isFirstOfItsKind(['AUDITOR'], [])).toBe(true);
    expect(isFirstOfItsKind(['AUDITOR'], ['ADMIN', 'AUDITOR'])).toBe(false);
    expect(isFirstOfItsKind(['CASEWORKER'], [])).toBe(false);
    expect(isFirstOfItsKind(['COORDINATOR', 'CASEWORKER'], [])).toBe(false);
  });
});

describe('leaving', () => {
  it('is not for the last active admin or auditor; with another one it is, and everybody else just leaves', () => {
    for (const role of ['ADMIN', 'AUDITOR'] as const) {
      expect(refusal(() => assertOthersStay([role], []))).toMatchObject({ code: 'last-of-its-kind', facts: { role } });
      expect(() => assertOthersStay([role], [role])).not.toThrow();
    }
    expect(refusal(() => assertOthersStay(['AUDITOR'], ['ADMIN', 'COORDINATOR'])).facts).toEqual({ role: 'AUDITOR' });
    for (const role of ROLES.filter((each) => each !== 'ADMIN' && each !== 'AUDITOR'))
      expect(() => assertOthersStay([role], [])).not.toThrow();
    expect(() => assertOthersStay([], [])).not.toThrow();
  });
});

describe('a declared tie', () => {
  it('R-AC-14: is decided by another coordinator', () => {
    expect(() => assertMayDecideTie('a', 'b')).not.toThrow();
    expect(refusal(() => assertMayDecideTie('a', 'a')).code).toBe('same-person');
  });
});
