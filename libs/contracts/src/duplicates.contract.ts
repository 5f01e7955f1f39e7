/** Somebody within reach who may be the same person. It proposes; people decide (R-ID-06). */
export class EnquiryMatchView {
  clientId: string;
  caseId: string | null;
  caseRef: string | null;
  name: string;
  score: number;
  verdict: string;
}

export class EnquiryMatchesView {
  items: EnquiryMatchView[];
}

/** Written by a job for the coordinator of the other case (R-ID-07): two references, no name. */
export class DuplicateLineView {
  id: string;
  clientId: string;
  caseId: string | null;
  caseRef: string | null;
  enquiryRef: string | null;
  foundAt: string;
}

export class DuplicateLinesView {
  items: DuplicateLineView[];
}
