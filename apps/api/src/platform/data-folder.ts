import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Settings } from './settings';

const MARKS = {
  demo: 'This folder holds a demonstration. It never becomes a real one.\n',
  real: 'This folder holds real work. It never becomes a demonstration.\n',
};

/** Marks the data folder at first start as demonstration or real, and refuses the other ever after. */
export function openDataFolder({ dataDir, demo }: Pick<Settings, 'dataDir' | 'demo'>): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = path.join(dataDir, 'KIND');
  if (!existsSync(file)) writeFileSync(file, demo ? MARKS.demo : MARKS.real, { mode: 0o600 });
  const isDemo = isDemoFolder(dataDir);
  if (isDemo && !demo)
    throw new Error(
      `The data folder ${dataDir} holds a demonstration and never becomes a real one. Set DATA_DIR to another folder for real work.`,
    );
  if (!isDemo && demo)
    throw new Error(
      `The data folder ${dataDir} holds real work. Start with DEMO=0, or set DATA_DIR to another folder for a demonstration.`,
    );
}

/** Whether a folder that was opened before holds a demonstration; one that never was holds real work. */
export function isDemoFolder(dataDir: string): boolean {
  const file = path.join(dataDir, 'KIND');
  return existsSync(file) && readFileSync(file, 'utf8').startsWith('This folder holds a demonstration');
}
