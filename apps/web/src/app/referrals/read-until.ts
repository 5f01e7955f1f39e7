import { effect, type WritableSignal } from '@angular/core';
import type { OpenedPackage } from '../partners/opened-package.part';

/** As far as a browser counts; what lies beyond is counted anew. */
const LONGEST_MS = 2_147_483_647;

const untilOf = ({ expiresAt }: OpenedPackage): number => Date.parse(expiresAt);

const closed = (each: OpenedPackage): OpenedPackage =>
  each.items && untilOf(each) <= Date.now() ? { ...each, items: null, refused: 'expired' } : each;

/** What is read goes from the page, and from memory, in the moment in which its time is over. Within an injection context. */
export function readUntilOver(packages: WritableSignal<readonly OpenedPackage[] | null>): void {
  effect((onCleanup) => {
    const open = (packages() ?? []).filter(({ items }) => items);
    if (!open.length) return;
    const wait = Math.max(0, Math.min(...open.map(untilOf)) - Date.now());
    const timer = setTimeout(() => packages.update((all) => all?.map(closed) ?? null), Math.min(wait, LONGEST_MS));
    onCleanup(() => clearTimeout(timer));
  });
}
