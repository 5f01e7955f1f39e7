import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ProfileQuery, ProfileValueInput, ProfileValueView, ProfileView } from '@panah/contracts/legal-deadlines.contract';
import { Allow } from '../platform/access/allow';
import { Id } from '../platform/http/parameters';
import { Idempotent } from '../platform/idempotency/idempotent';
import { ProfilesService } from './profiles.service';

/** The rules of countries, each value in versions, with who entered it and who verified it. */
@Controller()
export class ProfilesController {
  constructor(private readonly profiles: ProfilesService) {}

  @Get('country-profiles')
  @Allow('profile:read')
  ofCountry(@Query() { country }: ProfileQuery): Promise<ProfileView> {
    return this.profiles.ofCountry(country);
  }

  @Get('country-profile-values/:id')
  @Allow('profile:read')
  read(@Param('id', Id) id: string): Promise<ProfileValueView> {
    return this.profiles.read(id);
  }

  @Post('country-profile-values')
  @Allow('profile:enter')
  @Idempotent('read')
  enter(@Body() input: ProfileValueInput): Promise<ProfileValueView> {
    return this.profiles.enter(input);
  }

  @Post('country-profile-values/:id/verification')
  @HttpCode(200)
  @Allow('profile:verify')
  @Idempotent('read')
  verify(@Param('id', Id) id: string): Promise<ProfileValueView> {
    return this.profiles.verify(id);
  }
}
