import '@angular/localize/init';
import './app/platform/form/nested-contracts';
import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless';

/** jsdom lays nothing out: what asks about sizes and places is answered with nothing. */
globalThis.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};
Element.prototype.scrollIntoView = () => undefined;

setupZonelessTestEnv({ errorOnUnknownElements: true, errorOnUnknownProperties: true });
