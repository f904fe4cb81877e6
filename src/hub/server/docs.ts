import type { Hub } from '../hub.ts';

/** The description of every route for programs, made from the very schemas that check them. */
export function docsArea({ app }: Hub): void {
  app.route({
    method: 'GET',
    url: '/v1/docs',
    exposeHeadRoute: false,
    config: { roles: ['anyone'] },
    schema: { summary: 'This description, as OpenAPI 3.1.' },
    handler: async () => app.swagger(),
  });
}
