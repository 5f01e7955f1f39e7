/** A name as recipients are compared by it: the same however it is spaced or capitalised. */
export const recipientKey = (name: string): string => name.trim().replace(/\s+/g, ' ').normalize('NFKC').toLowerCase();

/** Whether two recipients are called the same. */
export const isSameName = (one: string, other: string): boolean => recipientKey(one) === recipientKey(other);
