import type { DynamicModule } from '@nestjs/common';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LoggerModule } from 'nestjs-pino';
import type { WebConfig } from './config';
import { pathOf } from './routes';

/**
 * One line of JSON a request: method, path, status, time. Never a header, a body or what stands after the
 * question mark, where people may have typed free text. `silent` leaves the whole of it out.
 */
export function logging({ logLevel, logTo }: WebConfig): DynamicModule[] {
  if (logLevel === 'silent') return [];
  const pinoHttp = {
    level: logLevel,
    quietReqLogger: true,
    ...(logTo && { stream: logTo }),
    autoLogging: { ignore: (request: Asked) => addressOf(request).startsWith('/health/') },
    customLogLevel: (_: IncomingMessage, { statusCode }: ServerResponse, error?: Error) =>
      error || statusCode >= 500 ? ('error' as const) : ('info' as const),
    // Whoever meets an error logs it; here it would only be the status in other words.
    customErrorObject: (_: IncomingMessage, __: ServerResponse, ___: Error, { err: _err, ...line }: Line) =>
      line,
    wrapSerializers: false,
    serializers: {
      req: (request: Asked) => ({ id: request.id, method: request.method, path: addressOf(request) }),
      res: ({ statusCode }: ServerResponse) => ({ statusCode }),
    },
  };
  return [LoggerModule.forRoot({ pinoHttp })];
}

type Line = Readonly<Record<string, unknown>>;
/** Middleware may have cut off the beginning of `url`. */
type Asked = IncomingMessage & { readonly originalUrl?: string };

function addressOf({ originalUrl, url }: Asked): string {
  return pathOf(originalUrl ?? url ?? '');
}
