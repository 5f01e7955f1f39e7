import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import { SignIn } from '@panah/contracts/session.contract';
import { Strategy } from 'passport-local';
import { invalid } from '../errors/problem';
import { validation } from '../errors/validation';
import { SignInService } from './sign-in.service';

/** What a verified sign-in hands on: the token of the session that was opened. */
export interface SignedIn {
  token: string;
}

/** Passport's local strategy: name, password and second factor of the request's body. Guards run before pipes, so it reads the body itself. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(private readonly signIns: SignInService) {
    super({ usernameField: 'login', passwordField: 'password', passReqToCallback: true, session: false });
  }

  async validate(request: { body: unknown }): Promise<SignedIn> {
    const input = (await validation().transform(request.body, { type: 'body', metatype: SignIn })) as SignIn;
    return { token: await this.signIns.signIn(input) };
  }
}

/** Refuses with our own problems instead of passport's plain 401. */
@Injectable()
export class LocalGuard extends AuthGuard('local') {
  override async canActivate(execution: ExecutionContext): Promise<boolean> {
    const { body } = execution.switchToHttp().getRequest<{ body: unknown }>();
    await validation().transform(body ?? {}, { type: 'body', metatype: SignIn });
    return (await super.canActivate(execution)) as boolean;
  }

  override handleRequest<T>(error: unknown, user: T | false): T {
    if (error instanceof Error) throw error;
    if (!user) throw invalid({ password: ['isLength'] });
    return user;
  }
}
