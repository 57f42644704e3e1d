import type { FastifyInstance } from 'fastify';

/**
 * Which methods each address takes, learnt as routes are registered, so that a wrong method can be told
 * apart.
 */
export class Routes {
  private readonly patterns: { readonly method: string; readonly path: RegExp }[] = [];

  /**
   * Hears of the routes registered from now on in this scope and those within it. One that takes anything
   * says nothing.
   */
  listen(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', ({ method, url }) => {
      if (url.endsWith('*')) return;
      for (const one of [method].flat()) this.patterns.push({ method: one, path: patternOf(url) });
    });
  }

  /** The methods that the address takes, as in `Allow: GET, HEAD`; empty where there is no such address. */
  methodsOf(url: string): readonly string[] {
    const path = pathOf(url);
    const found = this.patterns.filter((pattern) => pattern.path.test(path)).map(({ method }) => method);
    return [...new Set(found)].sort();
  }
}

/** The path of a request's URL, without its query. */
export function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '';
}

function patternOf(url: string): RegExp {
  const step = (text: string): string => (text.startsWith(':') ? '[^/]+' : escaped(text));
  return new RegExp(`^${url.split('/').map(step).join('/')}$`);
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
