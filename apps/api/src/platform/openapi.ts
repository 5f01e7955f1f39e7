import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { BootCheck, type Route } from './access/boot-check';
import { IF_MATCH } from './http/parameters';
import { IDEMPOTENT } from './idempotency/idempotent';

/** What the swagger plugin read off contracts and controllers at build time. */
type Metadata = () => Promise<Record<string, unknown>>;

const PROBLEM = {
  type: 'object',
  required: ['type', 'status', 'code', 'requestId'],
  properties: {
    type: { type: 'string', example: 'urn:problem:not-found' },
    status: { type: 'integer' },
    code: { type: 'string' },
    requestId: { type: 'string', format: 'uuid' },
    facts: { type: 'object', additionalProperties: true },
    fields: { type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } },
  },
};

const PROBLEMS: Record<string, string> = {
  '400': 'malformed, unknown-field, idempotency-key-missing',
  '401': 'signed-out, session-locked, sign-in-refused, second-factor-required, awaiting-confirmation, proof-refused',
  '403': 'forbidden, cross-site, fresh-sign-in-needed',
  '404': 'not-found: out of reach and never existed are one answer',
  '409': 'not-open (with the actions now open), already-there, try-again',
  '412': 'stale-edit (with the fields that differ)',
  '422': 'invalid (with fields), or a rule of the domain by its code',
  '428': 'version-missing',
  '429': 'too-many-tries (with retryAfterSeconds)',
  '503': 'not-recorded, database-away',
};

/** `/api/openapi.json`: each route, its body, its answer and its problems. */
export async function serveOpenApi(app: NestFastifyApplication, metadata: Metadata | null): Promise<OpenAPIObject> {
  if (metadata) await SwaggerModule.loadPluginMetadata(metadata);
  const base = new DocumentBuilder().setTitle('Case management').setVersion('1').addCookieAuth('sid').build();
  const document = SwaggerModule.createDocument(app, base, { operationIdFactory: (controller, method) => `${controller}.${method}` });
  addProblems(document, app.get(BootCheck));
  const text = JSON.stringify(document);
  app
    .getHttpAdapter()
    .getInstance()
    .get('/api/openapi.json', (_request, reply) => reply.type('application/json; charset=utf-8').send(text));
  return document;
}

interface Operation {
  operationId?: string;
  description?: string;
  parameters?: object[];
  responses: Record<string, object>;
}

function addProblems(document: OpenAPIObject, check: BootCheck): void {
  document.components = { ...document.components, schemas: { ...document.components?.schemas, Problem: PROBLEM as never } };
  const routes = new Map(check.routes().map((route) => [route.name, route]));
  for (const path of Object.values(document.paths))
    for (const [method, operation] of Object.entries(path as Record<string, Operation>)) {
      const route = routes.get(operation.operationId ?? '');
      if (!route) continue;
      Object.assign(operation, {
        'x-word': route.word,
        description: [operation.description, route.word && `Word: ${route.word}.`].filter(Boolean).join(' '),
      });
      for (const [status, description] of Object.entries(PROBLEMS)) operation.responses[status] ??= problemAnswer(description);
      operation.parameters = [...(operation.parameters ?? []), ...headersOf(method, route)];
    }
}

/** Headers that a request must carry besides its body. */
function headersOf(method: string, { handler }: Route): object[] {
  const header = (name: string, description: string): object => ({
    name,
    in: 'header',
    required: true,
    description,
    schema: { type: 'string' },
  });
  return [
    ...(method === 'get' ? [] : [header('X-Requested-With', 'Any value: another site cannot send it.')]),
    ...(Reflect.hasMetadata(IDEMPOTENT, handler)
      ? [header('Idempotency-Key', 'A UUID for each intent; a repeat has no second effect.')]
      : []),
    ...(Reflect.hasMetadata(IF_MATCH, handler) ? [header('If-Match', 'The version the edit was made on, in double quotes.')] : []),
  ];
}

const problemAnswer = (description: string): object => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});
