import type { SessionStore } from '../platform/session/session-store';

export const inboxPath = (id: string): string => `/api/inbox/${id}`;

/** Keeps a line to the server open. It says one thing, once: that it is over. Gives what closes it. */
export function layLine(id: string, session: SessionStore, ended: () => void): () => void {
  const line = new EventSource(`${inboxPath(id)}/line`);
  const end = (): void => {
    line.close();
    ended();
  };
  line.addEventListener('ended', end);
  // refused after a pause of the line: it may have ended meanwhile
  line.addEventListener('error', () => {
    if (line.readyState === EventSource.CLOSED) end();
  });
  line.addEventListener('signed-out', () => {
    end();
    void session.refresh();
  });
  return () => line.close();
}
