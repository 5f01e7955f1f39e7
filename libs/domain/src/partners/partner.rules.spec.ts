import { actionsFrom } from '../process/process';
import { refusal } from '../process/refusal.spec-help';
import { partnerProcess } from './partner.process';
import { type Agreement, assertMayActivate, mayReceive } from './partner.rules';

const today = '2026-03-02';
const inForce: Agreement = {
  agreementSignedOn: '2025-01-01',
  agreementValidTo: today,
  transferMechanism: 'SCC',
  securityCheckedOn: '2024-03-02',
};

describe('a partner', () => {
  it('R-RE-01: is activated with an agreement in force to the last day', () => {
    expect(() => assertMayActivate(inForce, today)).not.toThrow();
  });

  it.each([
    ['agreementSignedOn', null, 'missing'],
    ['agreementSignedOn', '2026-03-03', 'in-future'],
    ['agreementValidTo', null, 'missing'],
    ['agreementValidTo', '2026-03-01', 'past'],
    ['transferMechanism', null, 'missing'],
    ['securityCheckedOn', null, 'missing'],
    ['securityCheckedOn', '2024-03-01', 'too-old'],
    ['securityCheckedOn', '2026-03-03', 'in-future'],
  ])('R-RE-01: is not activated with %s %s (%s)', (field, value, gap) => {
    expect(refusal(() => assertMayActivate({ ...inForce, [field]: value }, today)).fields).toEqual({ [field]: [gap] });
  });

  it('R-RE-01: receives nothing once the agreement has lapsed, though it still stands as active', () => {
    expect(mayReceive({ ...inForce, status: 'ACTIVE' }, today)).toBe(true);
    expect(mayReceive({ ...inForce, status: 'ACTIVE' }, '2026-03-03')).toBe(false);
    expect(mayReceive({ ...inForce, status: 'SUSPENDED' }, today)).toBe(false);
  });

  it('stays ended', () => {
    expect(actionsFrom(partnerProcess, 'ENDED')).toEqual([]);
  });
});
