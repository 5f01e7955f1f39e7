import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { getMetadataStorage, type MetadataStorage } from 'class-validator';
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

type RulesOf = MetadataStorage['getTargetValidationMetadatas'];

/**
 * class-validator goes through all classes of the house to find the rules of one, for each body and each query. Rules are written by decorators and do not
 * change once a class is there: what was found is kept.
 */
function rememberRules(storage = getMetadataStorage()): void {
  const find: RulesOf = storage.getTargetValidationMetadatas.bind(storage);
  const known = new Map<unknown, ReturnType<RulesOf>>();
  storage.getTargetValidationMetadatas = (type, schema, always, strictGroups, groups) => {
    if (schema || always || strictGroups || groups?.length) return find(type, schema, always, strictGroups, groups);
    const rules = known.get(type) ?? find(type, schema, always, strictGroups, groups);
    known.set(type, rules);
    return rules;
  };
}
rememberRules();

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
