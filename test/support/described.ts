import { existsSync } from 'node:fs';
import path from 'node:path';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { Route } from '../../apps/api/src/platform/access/boot-check';
import type { House } from './house';

interface Schema {
  $ref?: string;
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: boolean | Schema;
  type?: string;
}
interface Document {
  paths: Record<string, Record<string, { responses: Record<string, { content?: Record<string, { schema?: Schema }> }> }>>;
  components?: { schemas?: Record<string, Schema> };
}

/** Gives, for an answer of a route, the fields that the OpenAPI document does not name. Throws when nothing was described yet. */
export async function undescribed(house: House): Promise<(route: Route, answer: unknown) => string[]> {
  const file = path.resolve(__dirname, '../../apps/api/src/openapi/metadata.ts');
  if (!existsSync(file)) throw new Error('The API is not described yet: give `npm run build -- api` once.');
  const metadata = (await import(file)) as { default: () => Promise<Record<string, unknown>> };
  await SwaggerModule.loadPluginMetadata(metadata.default);
  const document = SwaggerModule.createDocument(house.app, new DocumentBuilder().build()) as unknown as Document;
  const named = (schema: Schema): Schema => {
    const one = schema.allOf?.[0] ?? schema;
    return one.$ref ? (document.components?.schemas?.[one.$ref.split('/').at(-1) ?? ''] ?? {}) : one;
  };
  const extra = (schema: Schema, value: unknown, where: string): string[] => {
    const { properties, items, additionalProperties } = named(schema);
    if (Array.isArray(value)) return items ? value.flatMap((one) => extra(items, one, `${where}[]`)) : [];
    if (value === null || typeof value !== 'object' || additionalProperties) return [];
    return Object.entries(value).flatMap(([name, one]) => {
      const field = properties?.[name];
      return field ? extra(field, one, `${where}.${name}`) : [`${where}.${name}`];
    });
  };
  return ({ method, path: url }, answer) => {
    const operation = document.paths[url.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
    const good = Object.entries(operation?.responses ?? {}).find(([status]) => status.startsWith('2'))?.[1];
    const schema = Object.values(good?.content ?? {})[0]?.schema;
    return schema ? [...new Set(extra(schema, answer, ''))] : [`${method} ${url} has no described answer`];
  };
}
