/** The reader of PDFs, apart from the page. */
export const READER = '/pdf/pdf.worker.min.mjs';
/** What the build makes of a worker of ours. */
const WORKER = /^\/worker-[A-Z0-9]+\.js$/;

interface ScriptPolicy {
  createScriptURL(address: string): string;
}
interface WithPolicies {
  trustedTypes?: { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy };
}

let policy: ScriptPolicy | undefined;

/** The only scripts that are started by their address: from this server, by name. Throws for any other. */
export function ownScript(address: string): string {
  const rules = {
    createScriptURL: (asked: string) => {
      if (asked !== READER && !WORKER.test(asked)) throw new TypeError('no other script is started');
      return asked;
    },
  };
  policy ??= (window as WithPolicies).trustedTypes?.createPolicy('angular#bundler', rules) ?? rules;
  return policy.createScriptURL(address);
}
