import { TestBed } from '@angular/core/testing';
import type { OfficeView } from '@panah/contracts/staff.contract';
import { RoleFields } from './role-fields';

const HARBOUR = { id: 'harbour', name: 'Harbour' } as OfficeView;

async function fields(role: string) {
  const fixture = TestBed.createComponent(RoleFields);
  fixture.componentRef.setInput('offices', []);
  fixture.componentRef.setInput('value', { role: '', duties: [] });
  await fixture.whenStable();
  const select = (fixture.nativeElement as HTMLElement).querySelector('select');
  if (select) select.value = role;
  select?.dispatchEvent(new Event('change'));
  await fixture.whenStable();
  return fixture;
}

describe('a role taken before the offices are known', () => {
  it('is in the office that the field shows once they are', async () => {
    const fixture = await fields('CASEWORKER');
    expect(fixture.componentInstance.value().officeId).toBeUndefined();
    fixture.componentRef.setInput('offices', [HARBOUR]);
    await fixture.whenStable();
    expect(fixture.componentInstance.value()).toEqual({ role: 'CASEWORKER', officeId: 'harbour', duties: [] });
  });

  it('is in none where it is one of the organisation', async () => {
    const fixture = await fields('AUDITOR');
    fixture.componentRef.setInput('offices', [HARBOUR]);
    await fixture.whenStable();
    expect(fixture.componentInstance.value().officeId).toBeUndefined();
  });
});
