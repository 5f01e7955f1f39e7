import { TestBed } from '@angular/core/testing';
import type { PackageItem } from '@panah/domain/referrals/package-items';
import { SessionStore } from '../platform/session/session-store';
import { PackageSheet } from './package-sheet';

const HEAD: PackageItem = {
  ...{ kind: 'REFERRAL', reference: 'a1b2c3', referral: 'REFERRAL', service: 'LEGAL', urgency: 'ROUTINE', from: 'North' },
  ...{ to: { name: 'Harbour Legal Clinic', reference: 'd4e5f6' }, days: 30, consent: null },
};

async function drawn(...items: PackageItem[]): Promise<HTMLElement> {
  TestBed.configureTestingModule({
    providers: [{ provide: SessionStore, useValue: { timeZone: () => 'UTC', termGroup: () => undefined } }],
  });
  const fixture = TestBed.createComponent(PackageSheet);
  fixture.componentRef.setInput('items', items);
  fixture.componentRef.setInput('title', 'Exactly what they will see');
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}
const sheet = async (...items: PackageItem[]): Promise<string> => (await drawn(...items)).textContent;

describe('a package as it is drawn', () => {
  it('says for whom it is and for how long, from its own bytes', async () => {
    const text = await sheet(HEAD);
    expect(text).toContain('Only for');
    expect(text).toContain('Harbour Legal Clinic');
    expect(text).toContain('open for 30 days at most');
  });

  it('says its days in words', async () => {
    const text = await sheet(
      HEAD,
      { kind: 'CLAIM', country: 'AL', procedure: 'FIRST', state: 'REGISTERED', since: '2026-03-02' },
      { kind: 'DEADLINE', type: 'APPEAL', dueOn: '2026-04-05' },
    );
    for (const day of ['2 Mar 2026', '5 Apr 2026']) expect(text).toContain(day);
  });

  it('keeps a telephone number in its own direction, whatever stands beside it', async () => {
    const contact: PackageItem = { kind: 'CONTACT', channel: 'PHONE_CALL', value: '+44 7700 900005', conditions: null, identifyAs: null };
    const line = [...(await drawn(HEAD, contact)).querySelectorAll('.line')].find((each) => each.textContent.includes('+44'));
    expect([...(line?.querySelectorAll('bdi') ?? [])].map((each) => each.textContent)).toEqual(['Phone call', '+44 7700 900005']);
    expect(line?.getAttribute('dir')).toBeNull();
  });
});
