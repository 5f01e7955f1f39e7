import { Inject, Injectable } from '@nestjs/common';
import { requestScope } from '../request-context';
import { overTls } from '../settings';
import { SETTINGS, type SettingsOf } from '../settings.module';

/** The session's cookie: opaque, not for scripts, never sent from other sites. `__Host-` over TLS, a plain name on http loopback. */
@Injectable()
export class SessionCookie {
  constructor(@Inject(SETTINGS) private readonly settings: SettingsOf) {}

  set(token: string): void {
    this.write(`${this.name}=${token}`);
  }

  clear(): void {
    this.write(`${this.name}=; Max-Age=0`);
    requestScope.current().headers['clear-site-data'] = '"cache", "storage"';
  }

  /** The token in a Cookie header, or null. */
  read(header: string | undefined): string | null {
    return new RegExp(`(?:^|;\\s*)${this.name}=([\\w-]{43})(?:;|$)`).exec(header ?? '')?.[1] ?? null;
  }

  private get name(): string {
    return overTls(this.settings) ? '__Host-sid' : 'sid';
  }

  private write(value: string): void {
    requestScope.current().headers['set-cookie'] = `${value}; Path=/; HttpOnly; SameSite=Strict${overTls(this.settings) ? '; Secure' : ''}`;
  }
}
