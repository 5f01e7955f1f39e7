import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { SessionStore } from '../session/session-store';
import { languageToFollow } from './language';
import { LanguageSwitch } from './language-switch';

async function pressPersian() {
  const session = { state: signal('OPEN') };
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), { provide: SessionStore, useValue: session }],
  });
  const fixture = TestBed.createComponent(LanguageSwitch);
  await fixture.whenStable();
  (fixture.nativeElement as HTMLElement).querySelector<HTMLButtonElement>('[lang=fa]')?.click();
  return TestBed.inject(HttpTestingController);
}

describe('the language', () => {
  beforeEach(() => {
    document.documentElement.lang = 'en';
    localStorage.removeItem('lang');
  });

  it('that somebody chooses while signed in is remembered by their account', async () => {
    const server = await pressPersian();
    expect(server.expectOne('/api/account/language').request.body).toEqual({ language: 'fa' });
  });

  it('of an account opens in a browser in which nobody has chosen', () => {
    expect(languageToFollow('fa')).toBe('fa');
    expect(languageToFollow('en')).toBeNull();
    expect(languageToFollow('xx')).toBeNull();
    expect(languageToFollow(undefined)).toBeNull();
  });

  it('that was chosen here is stronger than the account’s', () => {
    localStorage.setItem('lang', 'en');
    expect(languageToFollow('fa')).toBeNull();
  });
});
