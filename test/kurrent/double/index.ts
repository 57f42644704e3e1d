export { type Fault, type Method } from './faults';
export { FaultProxy, type ProxyStats } from './fault-proxy';
export { EventLog, type Outcome, type StreamRead } from './log';
export { type Placing } from './place';
export { type Expected, LAST_NUMBER, type LoggedEvent, type NewEvent, type Position } from './records';
export { type Endpoint } from './refusals';
export { type DoubleOptions, KurrentDouble, VERSION } from './server';
