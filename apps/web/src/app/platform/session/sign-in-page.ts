import { Component, ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Icon } from '../icon/icon';
import { problemOf } from '../problem/problem';
import { ProblemTexts } from '../problem/problem-texts';
import { keepLanguage, languageToFollow } from '../reader/language';
import { LanguageSwitch } from '../reader/language-switch';
import { Departure } from './departure';
import { SessionStore } from './session-store';

/** Name and password, then the second factor. Native controls only: this page must open on a slow telephone line. */
@Component({
  selector: 'app-sign-in-page',
  imports: [Icon, LanguageSwitch, RouterLink],
  templateUrl: './sign-in-page.html',
})
export class SignInPage {
  /** Where to go afterwards: a path of this application. */
  readonly to = input<string>();

  protected readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly departure = inject(Departure);
  private readonly texts = inject(ProblemTexts);
  private readonly login = viewChild.required<ElementRef<HTMLInputElement>>('login');
  private readonly password = viewChild.required<ElementRef<HTMLInputElement>>('password');
  private readonly code = viewChild<ElementRef<HTMLInputElement>>('code');

  protected readonly asksCode = signal(false);
  protected readonly busy = signal(false);
  protected readonly error = signal<string | null>(null);

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.busy.set(true);
    this.error.set(null);
    try {
      await this.session.signIn(this.credentials());
      await this.goOn();
    } catch (thrown) {
      this.refused(thrown);
    } finally {
      this.busy.set(false);
    }
  }

  protected startOver(): void {
    this.asksCode.set(false);
    this.error.set(null);
    this.password().nativeElement.value = '';
    this.login().nativeElement.focus();
  }

  private credentials() {
    const code = this.code()?.nativeElement.value.replace(/\s/g, '');
    const known = { login: this.login().nativeElement.value.trim(), password: this.password().nativeElement.value };
    return code ? { ...known, code: latinDigits(code) } : known;
  }

  private refused(thrown: unknown): void {
    const problem = problemOf(thrown);
    if (problem.code === 'second-factor-required' && !this.asksCode()) return this.askCode();
    this.error.set(this.texts.say(problem));
    // others' tries do not lock anyone out: the second factor opens all the same
    if (problem.code === 'too-many-tries' && !this.asksCode()) return this.askCode();
    const field = this.asksCode() ? this.code() : this.password();
    field?.nativeElement.focus();
    field?.nativeElement.select();
  }

  private askCode(): void {
    this.asksCode.set(true);
    setTimeout(() => this.code()?.nativeElement.focus());
  }

  private async goOn(): Promise<void> {
    const target = this.to() ?? '/';
    const inside = target.startsWith('/') && !target.startsWith('//') && !target.startsWith('/sign-in');
    const path = inside ? target : '/';
    const language = languageToFollow(this.session.user()?.language);
    if (!language) return void (await this.router.navigateByUrl(path, { replaceUrl: true }));
    keepLanguage(language);
    this.departure.to(path);
  }
}

/** People type the digits of their keyboard; the authenticator's are Latin. */
const latinDigits = (text: string) => text.replace(/[۰-۹٠-٩]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15));
