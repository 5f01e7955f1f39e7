import type { Answer, House, Person, SendOptions } from './house';

/** Sends a file as the browser does: the bytes as the body, what is told of them beside it. */
export const bring = (by: Person, path: string, content: Buffer, told: unknown, options: SendOptions = {}): Promise<Answer> =>
  by.post(path, content, {
    ...options,
    headers: {
      'content-type': 'application/octet-stream',
      'x-document': Buffer.from(JSON.stringify(told)).toString('base64url'),
      ...options.headers,
    },
  });

/** The bytes of a file as they leave the house. */
export async function taken(
  house: House,
  by: Person,
  url: string,
): Promise<{ status: number; bytes: Buffer; headers: Record<string, unknown> }> {
  const answer = await house.app.inject({ method: 'GET', url, headers: { cookie: by.cookie } });
  return { status: answer.statusCode, bytes: answer.rawPayload, headers: answer.headers };
}
