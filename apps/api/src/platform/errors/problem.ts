/** Facts hold no personal data: codes, numbers, ids of the record the caller asked about. */
export type Facts = Record<string, string | number | boolean | null | string[]>;

/** What the server refuses, as RFC 9457 wants it. Codes are stable; the web app has the words for them in each language. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly facts?: Facts,
    readonly fields?: Record<string, string[]>,
  ) {
    super(code);
  }
}

/** Out of reach and never existed are one answer. */
export const notFound = (): Problem => new Problem(404, 'not-found');
export const forbidden = (): Problem => new Problem(403, 'forbidden');
export const signedOut = (): Problem => new Problem(401, 'signed-out');
export const sessionLocked = (): Problem => new Problem(401, 'session-locked');
export const notRecorded = (): Problem => new Problem(503, 'not-recorded');
/** The edit was made on an older version. `fields` names what differs; the values are read by a GET. */
export const staleEdit = (version: number, fields: string[]): Problem => new Problem(412, 'stale-edit', { version, changed: fields });
export const versionMissing = (): Problem => new Problem(428, 'version-missing');
export const needsFreshSignIn = (): Problem => new Problem(403, 'fresh-sign-in-needed');
/** One rule of a form, told beside its field. */
export const invalid = (fields: Record<string, string[]>): Problem => new Problem(422, 'invalid', undefined, fields);
