import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { SETTINGS, type SettingsOf } from '../platform/settings.module';
import { CodeGate } from './code-gate';
import { FirstAccountRecords } from './first-account.records';

/** Tells whoever reads the console of an empty house how to come in. */
@Injectable()
export class FirstAccountNotice implements OnApplicationBootstrap {
  constructor(
    private readonly gate: CodeGate,
    private readonly first: FirstAccountRecords,
    @Inject(SETTINGS) private readonly settings: SettingsOf,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { demo, logLevel } = this.settings;
    if (demo || logLevel === 'silent' || !(await this.first.houseIsEmpty())) return;
    const code = await this.gate.codeOfTheHouse();
    process.stdout.write(
      `Nobody has an account yet. Open the page and make the first one; it asks for this one-time code:\n\n    ${code}\n\n`,
    );
  }
}
