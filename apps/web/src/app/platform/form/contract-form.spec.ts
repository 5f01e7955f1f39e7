import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ReactiveFormsModule } from '@angular/forms';
import { Type } from 'class-transformer';
import { IsIn, IsOptional, IsString, Length, MaxLength, ValidateNested } from 'class-validator';
import { Problem } from '../problem/problem';
import { ContractForm } from './contract-form';
import { Field } from './field';
import { FieldControl } from './field-control';
import { FormElement } from './form-element';

class PartnerBody {
  @IsString()
  @Length(2, 12)
  name: string;

  @IsIn(['LEGAL', 'HOUSING'])
  kind: string;

  @IsOptional()
  @IsString()
  @MaxLength(5)
  remarks?: string | null;
}

const empty = (): PartnerBody => ({ name: '', kind: 'LEGAL', remarks: null });

@Component({
  imports: [ReactiveFormsModule, Field, FieldControl, FormElement],
  template: `
    <form [appForm]="form" (appSave)="save()">
      <app-field [form]="form" name="name" label="Name" hint="As it signs"
        ><input appInput [formControl]="form.control('name')"
      /></app-field>
    </form>
  `,
})
class Page {
  readonly form = new ContractForm(PartnerBody, empty());
  readonly sent: PartnerBody[] = [];
  save() {
    return this.form.save(async (value) => this.sent.push(value));
  }
}

async function page() {
  const fixture = TestBed.createComponent(Page);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const input = element.querySelector('input');
  if (!input) throw new Error('the page has no input');
  const type = async (text: string) => {
    input.value = text;
    input.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  };
  return { fixture, element, input, type, component: fixture.componentInstance };
}

describe('a form over a contract', () => {
  it('says beside the field which rule is broken, but not before the field was left', async () => {
    const { fixture, element, input, type } = await page();
    await type('A name that is too long');
    expect(element.querySelector('.error')).toBeNull();
    input.dispatchEvent(new Event('blur'));
    await fixture.whenStable();
    expect(element.querySelector('.error')?.textContent).toContain('Between 2 and 12 characters.');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(input.getAttribute('aria-describedby')).toContain(element.querySelector('.error')?.id);
  });

  it('sends nothing while a rule is broken, and sends by Ctrl+Enter when none is', async () => {
    const { fixture, input, type, component } = await page();
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
    await fixture.whenStable();
    expect(component.sent).toEqual([]);
    await type(' Harbour ');
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
    await fixture.whenStable();
    expect(component.sent).toEqual([{ name: 'Harbour', kind: 'LEGAL', remarks: null }]);
  });

  it('ties the label to its input', async () => {
    const { element, input } = await page();
    expect(element.querySelector('label')?.getAttribute('for')).toBe(input.id);
  });

  it('shows the rules that only the server can judge, until the field is changed', async () => {
    const form = new ContractForm(PartnerBody, { ...empty(), name: 'Harbour' }, { texts: { name: { taken: 'Taken already.' } } });
    const answer = await form.save(() => Promise.reject(new Problem(422, 'invalid-input', 'r-1', {}, { name: ['taken'] })));
    expect(answer).toBeNull();
    expect(form.refusedRules('name')).toEqual(['taken']);
    expect(form.problem()?.code).toBe('invalid-input');
    form.control('name').setValue('Haven');
    expect(form.refusedRules('name')).toEqual([]);
  });

  it('keeps the intent for a repeat of the same words, and takes a new one for other words', async () => {
    const form = new ContractForm(PartnerBody, { ...empty(), name: 'Harbour' });
    const keys: string[] = [];
    const lost = () => form.save((_value, intent) => Promise.reject(new Problem(0, String(keys.push(intent.key)))));
    await lost();
    await lost();
    form.control('name').setValue('Haven');
    await lost();
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it('knows what is unsaved', async () => {
    const form = new ContractForm(PartnerBody, { ...empty(), name: 'Harbour', remarks: 'old' });
    expect(form.dirty()).toBe(false);
    form.control('remarks').setValue('');
    expect(form.dirty()).toBe(true);
    expect(form.value().remarks).toBeNull();
    await form.save(() => Promise.resolve(true));
    expect(form.dirty()).toBe(false);
  });
});

class Pair {
  @ValidateNested()
  @Type(() => PartnerBody)
  one: PartnerBody;

  @ValidateNested()
  @Type(() => PartnerBody)
  other: PartnerBody;
}

describe('a form over a contract that holds contracts', () => {
  const pair = () => ({ one: empty(), other: { ...empty(), name: 'Harbour' } });

  it('has a field for each of theirs, judged and bounded where it stands', async () => {
    const form = new ContractForm<Pair>(Pair, pair(), { parts: ['one', 'other'] });
    const sent: Pair[] = [];
    const save = () => form.save((value) => Promise.resolve(sent.push(value)));
    await save();
    expect([form.brokenRule('one.name')?.rule, form.brokenRule('other.name'), sent]).toEqual(['isLength', null, []]);
    expect(form.bounds('one.remarks').most).toBe(5);
    form.control('one.name' as never).setValue('  Lime ' as never);
    await save();
    expect(sent).toEqual([{ one: { ...empty(), name: 'Lime' }, other: { ...empty(), name: 'Harbour' } }]);
  });

  it('begins again with what stands in each', () => {
    const form = new ContractForm<Pair>(Pair, pair(), { parts: ['one', 'other'] });
    form.control('other.name' as never).setValue('Gone' as never);
    form.reset({ ...pair(), one: { ...empty(), name: 'Kept' } });
    expect([form.value(), form.dirty()]).toEqual([{ one: { ...empty(), name: 'Kept' }, other: { ...empty(), name: 'Harbour' } }, false]);
  });
});
