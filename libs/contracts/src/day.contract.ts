export class DayNameView {
  arab: string | null;
  latin: string | null;
}

/** What a task needs to be finished from the day itself. */
export class DayTaskView {
  version: number;
  kind: string;
  title: string | null;
  priority: string;
  status: string;
  /** Days that are offered for the next one, the usual one first. */
  next: string[];
}

export class DayAppointmentView {
  version: number;
  kind: string;
  title: string | null;
  timeZone: string;
  /** As a clock there shows it. */
  on: string;
  at: string;
  minutes: number;
}

/** One thing to look at today. */
export class DayItemView {
  /** Of the enquiry, question, case or note. */
  id: string;
  group: string;
  kind: string;
  caseId: string | null;
  caseRef: string | null;
  name: DayNameView | null;
  pseudonym: string | null;
  /** Of an enquiry. */
  language: string | null;
  country: string | null;
  /** Of a note. */
  noteType: string | null;
  /** Of something to do about an incident of the office. */
  incidentId: string | null;
  task: DayTaskView | null;
  appointment: DayAppointmentView | null;
  /** The colleague for whom the reader stands in; null when it is their own. */
  standsInFor: string | null;
  /** An instant with Z, or a day of the office. */
  due: string | null;
  late: boolean;
  since: string;
}

/** How many there are; the list holds the most urgent 25 of each. */
export class DayGroupView {
  group: string;
  total: number;
}

/** The cases whose primary worker the reader is (R-CA-05). */
export class DayCaseloadView {
  openCases: number;
  points: number;
  softLimit: number;
  level: string;
}

export class DayView {
  items: DayItemView[];
  groups: DayGroupView[];
  /** Null for those who are primary worker of no case. */
  caseload: DayCaseloadView | null;
}
