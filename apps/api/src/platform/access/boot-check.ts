import { Injectable, type OnApplicationBootstrap, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { WORDS } from '@panah/domain/access/access-table';
import { ALLOW, PUBLIC } from './allow';

export interface Route {
  /** `StaffController.invite` */
  name: string;
  method: string;
  path: string;
  word: string | null;
  publicReason: string | null;
  handler: (...args: never[]) => unknown;
}

const MOST_PUBLIC_ROUTES = 8;

/** A route without a word does not boot. */
@Injectable()
export class BootCheck implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    this.check();
  }

  /** Throws with a sentence that names the route. */
  check(): void {
    const routes = this.routes();
    for (const route of routes) {
      if ((route.word === null) === (route.publicReason === null))
        throw new Error(`${route.name} (${route.method} ${route.path}) needs exactly one of @Allow('noun:verb') and @Public('reason').`);
      if (route.word !== null && !(WORDS as string[]).includes(route.word))
        throw new Error(`${route.name} asks for '${route.word}', which has no row in the access table.`);
    }
    const open = routes.filter((route) => route.publicReason !== null);
    if (open.length > MOST_PUBLIC_ROUTES) throw new Error(`${open.length} public routes; at most ${MOST_PUBLIC_ROUTES} are wanted.`);
  }

  /** Every route of the running app. */
  routes(): Route[] {
    return this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      const prototype = Object.getPrototypeOf(instance ?? {}) as Record<string, Route['handler']>;
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name];
        if (!handler || !metatype || Reflect.getMetadata(PATH_METADATA, handler) === undefined) return [];
        return [this.route(`${metatype.name}.${name}`, metatype, handler)];
      });
    });
  }

  private route(name: string, controller: object, handler: Route['handler']): Route {
    const path = [Reflect.getMetadata(PATH_METADATA, controller), Reflect.getMetadata(PATH_METADATA, handler)] as string[];
    return {
      name,
      method: RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? 'GET',
      path: `/api/${path.join('/')}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1'),
      word: this.reflector.get<string | undefined>(ALLOW, handler) ?? null,
      publicReason: this.reflector.get<string | undefined>(PUBLIC, handler) ?? null,
      handler,
    };
  }
}
