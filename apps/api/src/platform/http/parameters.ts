import { createParamDecorator, type ExecutionContext, Injectable, type PipeTransform } from '@nestjs/common';
import { notFound, versionMissing } from '../errors/problem';

interface Headers {
  headers: Record<string, string | undefined>;
}

const versionOf = createParamDecorator((_: unknown, execution: ExecutionContext): number => {
  const version = /^"?(\d{1,9})"?$/.exec(execution.switchToHttp().getRequest<Headers>().headers['if-match'] ?? '');
  if (!version) throw versionMissing();
  return Number(version[1]);
});

export const IF_MATCH = 'panah:if-match';

/** The version an edit was made on, from `If-Match: "3"`. Throws 428 when it is missing. The route is marked, so that the OpenAPI document names the header. */
export const IfMatch = (): ParameterDecorator => (target, method, index) => {
  if (method === undefined) throw new Error('@IfMatch() stands on a parameter of a route.');
  Reflect.defineMetadata(IF_MATCH, true, (target as Record<string | symbol, object>)[method]);
  versionOf()(target, method, index);
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** An id in a path. What is no id is not found, like an id that is out of reach. */
@Injectable()
export class Id implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!UUID.test(value)) throw notFound();
    return value;
  }
}
