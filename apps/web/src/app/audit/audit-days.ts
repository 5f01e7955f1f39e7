import { Component, inject, input, type OnInit } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { AuditQuery } from '@panah/contracts/audit.contract';
import { DateInput } from '../platform/dates/date-input';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { List } from '../platform/list/list';

type Days = Required<Pick<AuditQuery, 'from' | 'to'>>;
const NAMES = ['from', 'to'] as const;

/** Narrows the log to some days, both counted in; they stand in the address like every other choice. */
@Component({
  selector: 'app-audit-days',
  imports: [DateInput, Field, ReactiveFormsModule],
  template: `
    <app-field [form]="form" name="from" label="From" i18n-label="@@audit.from"
      ><app-date-input [formControl]="form.control('from')" [max]="to()"
    /></app-field>
    <app-field [form]="form" name="to" label="To" i18n-label="@@audit.to"
      ><app-date-input [formControl]="form.control('to')" [min]="from()"
    /></app-field>
  `,
  styles: `
    :host {
      display: contents;
    }
    app-field {
      display: flex;
      align-items: center;
      gap: var(--s2);
      font-size: var(--text-s);
      line-height: var(--lead-s);
    }
    app-date-input {
      inline-size: 9.5rem;
    }
  `,
})
export class AuditDays implements OnInit {
  /** Days as the address names them when the page opens. */
  readonly from = input<string>();
  readonly to = input<string>();

  private readonly list = inject(List);
  protected readonly form = new ContractForm<Partial<Days>>(AuditQuery, { from: undefined, to: undefined });

  constructor() {
    this.form.group.valueChanges.pipe(takeUntilDestroyed()).subscribe(() => this.narrow());
  }

  ngOnInit(): void {
    this.form.reset({ from: this.from(), to: this.to() });
  }

  private narrow(): void {
    const value = this.form.value();
    for (const name of NAMES) {
      const day = value[name] ?? null;
      this.form.touched(name);
      if (this.form.brokenRule(name) || day === (this.list.source().facets()[name] ?? null)) continue;
      this.list.source().setFacet(name, day);
    }
    this.list.writeAddress();
  }
}
