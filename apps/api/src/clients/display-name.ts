import type { DisplayName, NameSecrets } from './client.entity';

/** The names in use: of each script the one marked so, otherwise the first one given. */
export function displayNameOf(names: readonly NameSecrets[]): DisplayName {
  const inScript = (script: NameSecrets['script']): NameSecrets[] => names.filter((name) => name.script === script);
  const used = (all: NameSecrets[]): string | null => (all.find(({ inUse }) => inUse) ?? all[0])?.asWritten ?? null;
  return { arab: used(inScript('Arab')), latin: used(inScript('Latn')) ?? used(inScript('Cyrl')) };
}
