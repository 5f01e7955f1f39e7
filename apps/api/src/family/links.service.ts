import { Injectable } from '@nestjs/common';
import type { FamilyLinkQuery, FamilyLinksView, FamilyLinkView } from '@panah/contracts/family-links.contract';
import { StaffRecords } from '../staff/staff.records';
import { LinkBoardRecords } from './link-board.records';
import { LinkRecords } from './link.records';
import { LinkPartRecords } from './link-parts.records';
import { LinkPeopleRecords } from './link-people.records';
import { linksView, linkView } from './link.view';
import { RouteRecords } from './route.records';
import { routeStepView } from './route.view';

/** What the officers of a link read: their board, and both sides of one. */
@Injectable()
export class LinksService {
  constructor(
    private readonly links: LinkRecords,
    private readonly boards: LinkBoardRecords,
    private readonly parts: LinkPartRecords,
    private readonly people: LinkPeopleRecords,
    private readonly route: RouteRecords,
    private readonly staff: StaffRecords,
  ) {}

  async board(query: FamilyLinkQuery): Promise<FamilyLinksView> {
    const page = await this.boards.page(query);
    return linksView(page, await this.people.of(page.rows));
  }

  async read(id: string): Promise<FamilyLinkView> {
    const link = await this.links.get(id, 'family-link:see-both');
    const [parts, people, grounds, route, caseId] = await Promise.all([
      this.parts.of(id),
      this.people.of([link.row]),
      this.links.grounds(id),
      this.route.of(id),
      this.people.caseOf(link.row),
    ]);
    const named = people.get(id);
    if (!named) throw new Error('A link that was found joins two people.');
    const { row } = link;
    const staff = [
      ...parts.officers.map(({ staffId }) => staffId),
      ...[...parts.steps, ...parts.hearings, ...parts.verifications, ...parts.tracing, ...parts.tellings].map(({ byId }) => byId),
      row.approachBy,
      row.approvedBy,
    ];
    return linkView({
      link,
      parts,
      people: named,
      grounds,
      names: await this.staff.names(staff),
      caseId,
      routeSteps: route.map(routeStepView),
    });
  }
}
