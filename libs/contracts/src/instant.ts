/** A day, or a moment on it, as every clock reads it: ISO 8601 also knows weeks and days of the year, which most do not. */
export const INSTANT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?$/;
