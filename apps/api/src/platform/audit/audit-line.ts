export type Outcome = 'DONE' | 'REFUSED' | 'NOT_FOUND' | 'INVALID' | 'FAILED';

/**
 * The one line that a request leaves in the audit log. Records and services add to it what they touched.
 * Column names, never values: the log must not become a second case file.
 */
export class AuditLine {
  word = 'unknown';
  subjectType: string | null = null;
  subjectId: string | null = null;
  clientId: string | null = null;
  officeId: string | null = null;
  reason: string | null = null;
  readonly recordIds = new Set<string>();
  readonly fieldClasses = new Set<string>();
  readonly changedFields = new Set<string>();

  /** The record this request is about. */
  about(type: string, id: string, owner: { clientId?: string | null; officeId?: string | null } = {}): this {
    this.subjectType = type;
    this.subjectId = id;
    this.clientId = owner.clientId ?? this.clientId;
    this.officeId = owner.officeId ?? this.officeId;
    return this;
  }

  /** The records whose content was returned. */
  returned(type: string, ids: readonly string[]): this {
    this.subjectType ??= type;
    for (const id of ids) this.recordIds.add(id);
    return this;
  }

  /** Which classes of field were opened (record classes of model.md 5.1). */
  opened(...classes: string[]): this {
    for (const name of classes) this.fieldClasses.add(name);
    return this;
  }

  changed(...fields: string[]): this {
    for (const name of fields) this.changedFields.add(name);
    return this;
  }

  because(reason: string): this {
    this.reason = reason;
    return this;
  }
}

/** More ids than this are counted, not listed. */
export const MAX_LISTED_IDS = 200;
