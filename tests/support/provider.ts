import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Provider } from 'oidc-provider';

export type Person = { sub: string; name: string; email: string; groups?: string[] };
export const ROSA = { sub: 'a1', name: 'Rosa Marsh', email: 'rosa@council.example' };

/** A real provider, which signs in whoever `person` is without asking. */
export type RunningProvider = {
  issuer: string;
  person: Person;
  start: (hub: string) => void;
  stop: () => Promise<void>;
};

/** On `host`: browsers take localhost and 127.0.0.1 for two sites. */
export async function startProvider(host = 'localhost'): Promise<RunningProvider> {
  let answer: (request: IncomingMessage, response: ServerResponse) => void = (_, response) => response.end();
  const server: Server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const address = server.address();
  const issuer = `http://${host}:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const running: RunningProvider = {
    issuer,
    person: ROSA,
    start(hub) {
      const provider = new Provider(issuer, {
        clients: [
          {
            client_id: 'cuppa',
            client_secret: 'a secret of the hub',
            redirect_uris: [`${hub}/v1/door/council/back`],
          },
        ],
        claims: { openid: ['sub'], profile: ['name', 'groups'], email: ['email'] },
        cookies: { keys: ['only for a test'] },
        features: { devInteractions: { enabled: false } },
        interactions: { url: (_, { uid }) => `/interaction/${uid}` },
        findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...running.person, sub }) }),
        async loadExistingGrant({ oidc }) {
          const grant = new oidc.provider.Grant({ clientId: 'cuppa', accountId: running.person.sub });
          grant.addOIDCScope('openid profile email');
          await grant.save();
          return grant;
        },
      });
      const callback = provider.callback();
      answer = (request, response) => {
        if (!request.url?.startsWith('/interaction/')) void callback(request, response);
        else
          void provider.interactionFinished(request, response, { login: { accountId: running.person.sub } });
      };
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return running;
}
