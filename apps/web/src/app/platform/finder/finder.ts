import { inject, Injectable, Injector, runInInjectionContext } from '@angular/core';
import { CAPABILITIES } from '../../capabilities';
import { SessionStore } from '../session/session-store';
import type { FinderAnswer, FinderSearch } from './finder-hit';

/** Asks every room that can be searched, and that is open to this reader. */
@Injectable({ providedIn: 'root' })
export class Finder {
  private readonly injector = inject(Injector);
  private readonly session = inject(SessionStore);
  private searches: Promise<readonly FinderSearch[]> | undefined;

  async search(text: string): Promise<FinderAnswer> {
    this.searches ??= this.load();
    const found = await Promise.all((await this.searches).map((search) => search(text)));
    return { hits: found.flatMap(({ hits }) => hits), typeMore: found.some(({ typeMore }) => typeMore) };
  }

  private async load(): Promise<readonly FinderSearch[]> {
    const loaders = CAPABILITIES.flatMap((each) => (each.finder && this.session.may(each.word) ? [each.finder] : []));
    const factories = await Promise.all(loaders.map((load) => load()));
    return factories.map((factory) => runInInjectionContext(this.injector, factory));
  }
}
