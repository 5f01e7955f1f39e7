import { LinkOfficerView } from './family-links.contract';

/** Who works on a link now. Names neither of the two people: whoever assigns need not see them. */
export class LinkOfficersView {
  /** The link. */
  id: string;
  version: number;
  officers: LinkOfficerView[];
}
