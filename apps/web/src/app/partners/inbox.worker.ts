/// <reference lib="webworker" />
import { byScript, COST, LockRefused } from '@panah/sealed-packages/member-key';
import { InboxVault } from './inbox-vault';
import type { VaultAct, VaultAnswer, VaultProgress, VaultQuestion } from './inbox-worker';

const vault = new InboxVault(byScript(COST, (progress) => postMessage({ progress } satisfies VaultProgress)));

/** One question after the other, each with its answer. */
addEventListener('message', ({ data }: MessageEvent<VaultQuestion>) => void answer(data));

async function answer({ id, act, input }: VaultQuestion): Promise<void> {
  const acts = vault as unknown as Record<VaultAct, (input: unknown) => Promise<unknown>>;
  const said: VaultAnswer = await acts[act](input).then(
    (result) => ({ id, result }),
    (error: unknown) => ({ id, refused: error instanceof LockRefused ? 'lock-refused' : 'unexpected' }),
  );
  postMessage(said);
}
