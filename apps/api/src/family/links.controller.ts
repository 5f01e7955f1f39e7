import { Controller, Get, Param, Query } from '@nestjs/common';
import { FamilyLinkQuery, FamilyLinksView, FamilyLinkView } from '@panah/contracts/family-links.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { LinksService } from './links.service';

/** Family links, for their officers alone. */
@Controller('family-links')
export class LinksController {
  constructor(private readonly links: LinksService) {}

  @Get()
  @Allow('family-link:list')
  board(@Query() query: FamilyLinkQuery): Promise<FamilyLinksView> {
    return this.links.board(query);
  }

  @Get(':id')
  @Allow('family-link:see-both')
  read(@Param('id', Id) id: string): Promise<FamilyLinkView> {
    return this.links.read(id);
  }
}
