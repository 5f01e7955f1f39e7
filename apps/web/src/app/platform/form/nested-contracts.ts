/**
 * The contracts name the class of each nested field themselves (`@Type(() => …)`), and the browser's compiler notes no types beside them.
 * class-transformer asks for such a note all the same: here it learns that there is none, without a library of 4 kB before the sign-in page.
 */
if (!('getMetadata' in Reflect)) Object.defineProperty(Reflect, 'getMetadata', { value: () => undefined, configurable: true });

export {};
