import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { SECURITY_HEADERS, STRICT_TRANSPORT } from '../headers.ts';
import { refusals } from './refusal.ts';

/** Puts the headers that keep a page safe on every answer, errors too. */
export function sendSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headersFor(request));
  });
}

/** What goes with every answer. */
export function headersFor({ protocol }: Pick<FastifyRequest, 'protocol'>): Record<string, string> {
  return protocol === 'https'
    ? { ...SECURITY_HEADERS, 'strict-transport-security': STRICT_TRANSPORT }
    : { ...SECURITY_HEADERS };
}

/** Answers what is no request at all, or comes too slowly, before the framework has anything to do with it. */
export function answerUnreadable(error: { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const { status, message } = refusalFor(error.code);
  const body = JSON.stringify({ error: 'wrong-shape', message });
  const headers = {
    ...headersFor({ protocol: socket instanceof TLSSocket ? 'https' : 'http' }),
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status}`, ...lines, '', body].join('\r\n'));
}

function refusalFor(code: string | undefined): { status: string; message: string } {
  const { message } = refusals.wrongShape();
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return { status: '408 Request Timeout', message };
  if (code === 'HPE_HEADER_OVERFLOW') return { status: '431 Request Header Fields Too Large', message };
  return { status: '400 Bad Request', message };
}
