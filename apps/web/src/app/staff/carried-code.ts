import { Injectable } from '@angular/core';

/** A one-time code on its way from one page to the next: in memory only, and taken once. */
@Injectable({ providedIn: 'root' })
export class CarriedCode {
  code: string | null = null;

  take(): string | null {
    const { code } = this;
    this.code = null;
    return code;
  }
}
