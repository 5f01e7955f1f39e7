import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { invalid, Problem } from './problem';

/** `{ "names.0.given": ["isLength"] }`: the field and the names of the rules it breaks; the web app has the words. */
export function brokenFields(errors: readonly ValidationError[], path = ''): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const { property, constraints, children } of errors) {
    const name = path ? `${path}.${property}` : property;
    if (constraints) fields[name] = Object.keys(constraints);
    Object.assign(fields, brokenFields(children ?? [], name));
  }
  return fields;
}

/** Unknown fields are refused, not dropped: nobody promotes themself by a field that was overlooked. */
export const validation = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) => {
      const fields = brokenFields(errors);
      const unknown = Object.values(fields).some((rules) => rules.includes('whitelistValidation'));
      return unknown ? new Problem(400, 'unknown-field', undefined, fields) : invalid(fields);
    },
  });

/** As a body is checked, for what came another way. Throws the same problems. */
export async function validated<T extends object>(type: new () => T, told: unknown): Promise<T> {
  const given = typeof told === 'object' && told !== null && !Array.isArray(told) ? told : {};
  return (await validation().transform(given, { type: 'body', metatype: type })) as T;
}
