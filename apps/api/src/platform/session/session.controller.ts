import { Body, Controller, createParamDecorator, type ExecutionContext, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { OwnSessionsView, ProveItIsYou, SessionView, SignIn } from '@panah/contracts/session.contract';
import { Allow, Public } from '../access/allow';
import { Id } from '../http/parameters';
import { LocalGuard, type SignedIn } from './local.strategy';
import { SessionService } from './session.service';

const Verified = createParamDecorator(
  (_: unknown, execution: ExecutionContext) => execution.switchToHttp().getRequest<{ user: SignedIn }>().user,
);

/** Signing in and out, locking, and one's own sessions. */
@Controller()
export class SessionController {
  constructor(private readonly sessions: SessionService) {}

  @Get('session')
  @Public('who is here, or nobody: the first thing the page asks')
  read(): Promise<SessionView> {
    return this.sessions.glance();
  }

  @Post('session')
  @HttpCode(200)
  @Public('this is the sign-in')
  @UseGuards(LocalGuard)
  signIn(@Body() _input: SignIn, @Verified() { token }: SignedIn): Promise<SessionView> {
    return this.sessions.begin(token);
  }

  @Post('session/lock')
  @HttpCode(200)
  @Allow('session:end')
  lock(): Promise<SessionView> {
    return this.sessions.lock();
  }

  @Post('session/unlocking')
  @HttpCode(200)
  @Public('a locked session opens nothing else; it asks for the password or the second factor')
  unlock(@Body() input: ProveItIsYou): Promise<SessionView> {
    return this.sessions.unlock(input);
  }

  @Post('session/freshness')
  @HttpCode(200)
  @Allow('session:prove')
  prove(@Body() input: ProveItIsYou): Promise<SessionView> {
    return this.sessions.prove(input);
  }

  @Post('session/end')
  @HttpCode(204)
  @Public('leaving is always open; it ends the session of the cookie, if there is one')
  end(): Promise<void> {
    return this.sessions.end();
  }

  @Get('sessions')
  @Allow('session:read')
  list(): Promise<OwnSessionsView> {
    return this.sessions.list();
  }

  @Post('sessions/:id/end')
  @HttpCode(200)
  @Allow('session:end')
  endOne(@Param('id', Id) id: string): Promise<OwnSessionsView> {
    return this.sessions.endOne(id);
  }
}
