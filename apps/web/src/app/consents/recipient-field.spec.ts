import { TestBed } from '@angular/core/testing';
import type { RecipientInput } from '@panah/contracts/consent-scope.contract';
import { Field } from '../platform/form/field';
import { RecipientField } from './recipient-field';

const PARTNER = { id: 'p1', kind: 'PARTNER', name: 'Lakeside  Legal Clinic' };
const BEFORE = { id: 'o1', kind: 'ORGANISATION', name: 'Hill Street School' };

async function named(name: string) {
  const chosen: (RecipientInput | null)[] = [];
  TestBed.configureTestingModule({ providers: [{ provide: Field, useValue: { labelId: 'label' } }] });
  const fixture = TestBed.createComponent(RecipientField);
  fixture.componentRef.setInput('known', [PARTNER, BEFORE]);
  fixture.componentInstance.chosen.subscribe((one) => chosen.push(one));
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;
  const list = root.querySelector('select');
  if (list) list.value = 'ORGANISATION';
  list?.dispatchEvent(new Event('change'));
  await fixture.whenStable();
  const box = root.querySelector<HTMLInputElement>('input');
  if (box) box.value = name;
  box?.dispatchEvent(new Event('input'));
  await fixture.whenStable();
  return { told: root.querySelector('[role=status]')?.textContent.trim() ?? null, last: chosen.at(-1) };
}

describe('somebody who is named by name', () => {
  it('as a partner is called: it is said that the consent will not cover the partner, however the name is spaced or capitalised', async () => {
    const { told, last } = await named(' lakeside legal  CLINIC');
    expect(told).toBe('There is a partner of this name: choose it, or the consent will not cover it.');
    expect(last).toEqual({ kind: 'ORGANISATION', name: ' lakeside legal  CLINIC' });
  });

  it('is not warned of where only somebody of another kind, or nobody, bears the name', async () => {
    expect([(await named('Hill Street School')).told]).toEqual([null]);
  });
});
