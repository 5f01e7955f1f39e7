import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout; every path in these scripts is relative to it. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** A path inside the checkout. */
export const at = (...parts) => path.join(root, ...parts);
