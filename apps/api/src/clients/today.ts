/** The day by UTC. Rules take it as an argument; only services ask for it. */
export const today = (): string => new Date().toISOString().slice(0, 10);
