import { type Socket } from 'node:net';

/**
 * Breaks a connection with a reset, as a host that dies does. One that is being ended already is destroyed
 * instead: a reset cannot be sent any more then, and Node 20 would wait for it for ever when the process
 * exits.
 */
export function breakOff(socket: Socket): void {
  if (socket.writableEnded) socket.destroy();
  else socket.resetAndDestroy();
}
