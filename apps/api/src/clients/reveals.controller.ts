import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import {
  ContactRevealInput,
  ContactRevealView,
  ContactUseView,
  DuressWordView,
  LocationRevealInput,
} from '@panah/contracts/client-contact.contract';
import { IdentityRevealView, LocationRevealView } from '@panah/contracts/client-papers.contract';
import { ParticularsView } from '@panah/contracts/clients.contract';
import { Allow, FreshSignIn } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { RevealsService } from './reveals.service';

/** What is not shown until somebody says why. Each opening is one line in the log. */
@Controller('clients/:id')
export class RevealsController {
  constructor(private readonly reveals: RevealsService) {}

  @Post('contact/reveal')
  @HttpCode(200)
  @Allow('contact:reveal')
  contact(@Param('id', Id) id: string, @Body() input: ContactRevealInput): Promise<ContactRevealView> {
    return this.reveals.contact(id, input);
  }

  @Post('contact-points/:pointId/use')
  @HttpCode(200)
  @Allow('contact:use')
  use(@Param('id', Id) id: string, @Param('pointId', Id) pointId: string, @Body() input: ContactRevealInput): Promise<ContactUseView> {
    return this.reveals.use(id, pointId, input);
  }

  @Post('documents/reveal')
  @HttpCode(200)
  @Allow('contact:reveal')
  documents(@Param('id', Id) id: string, @Body() input: ContactRevealInput): Promise<IdentityRevealView> {
    return this.reveals.identity(id, input);
  }

  @Post('particulars/reveal')
  @HttpCode(200)
  @Allow('contact:reveal')
  particulars(@Param('id', Id) id: string, @Body() input: ContactRevealInput): Promise<ParticularsView> {
    return this.reveals.particulars(id, input);
  }

  @Post('location/reveal')
  @HttpCode(200)
  @Allow('location:reveal')
  @FreshSignIn()
  location(@Param('id', Id) id: string, @Body() input: LocationRevealInput): Promise<LocationRevealView> {
    return this.reveals.location(id, input);
  }

  @Post('duress-word/reveal')
  @HttpCode(200)
  @Allow('duress:reveal')
  @FreshSignIn()
  duressWord(@Param('id', Id) id: string, @Body() input: LocationRevealInput): Promise<DuressWordView> {
    return this.reveals.duressWord(id, input);
  }
}
