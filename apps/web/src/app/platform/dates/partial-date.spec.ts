import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ReactiveFormsModule } from '@angular/forms';
import { IsOptional } from 'class-validator';
import type { PartialDateInput } from '@panah/contracts/partial-date.contract';
import { ContractForm } from '../form/contract-form';
import { Field } from '../form/field';
import { SessionStore } from '../session/session-store';
import { PartialDateControl } from './partial-date';

class Born {
  @IsOptional()
  birth: PartialDateInput | null;
}

@Component({
  imports: [Field, PartialDateControl, ReactiveFormsModule],
  template: `
    <app-field [form]="form" name="birth" label="Born"
      ><app-partial-date [asksBasis]="true" [formControl]="form.control('birth')"
    /></app-field>
  `,
})
class Page {
  readonly form = new ContractForm<Born>(Born, {
    birth: { originalText: '1404-01-05', calendar: 'HIJRI_LUNAR', basis: 'DOCUMENT' },
  });
}

describe('a date as it was said, in a form', () => {
  it('is asked who says so, and keeps the calendar it was given in', async () => {
    TestBed.configureTestingModule({ providers: [{ provide: SessionStore, useValue: { timeZone: () => 'UTC' } }] });
    const fixture = TestBed.createComponent(Page);
    await fixture.whenStable();
    const select = (fixture.nativeElement as HTMLElement).querySelector('select');
    if (!select) throw new Error('nobody is asked who says so');
    expect(select.value).toBe('DOCUMENT');
    select.value = 'RELATIVE';
    select.dispatchEvent(new Event('change'));
    expect(fixture.componentInstance.form.value().birth).toEqual({
      originalText: '1404-01-05',
      calendar: 'HIJRI_LUNAR',
      basis: 'RELATIVE',
    });
  });
});
