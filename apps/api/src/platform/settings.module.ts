import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Log } from './log';
import type { Settings } from './settings';

export const SETTINGS = Symbol('Settings');
export type SettingsOf = Settings;

/** Whether a scanner looks at what comes in; production without one says so. */
export const hasScanner = ({ scanner }: Settings): boolean => scanner !== null && scanner !== 'NONE';

/** The settings and the log, for everyone. */
@Global()
@Module({})
export class SettingsModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: SettingsModule,
      providers: [
        { provide: SETTINGS, useValue: settings },
        { provide: Log, useValue: new Log(settings.logLevel) },
      ],
      exports: [SETTINGS, Log],
    };
  }
}
