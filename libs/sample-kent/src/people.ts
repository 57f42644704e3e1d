import { areasOf, type Person } from '@daybook/identity';

/** The force that enters its own papers. */
export const sampleForce = person('force', 'kent-police');
/** The local policing body's staff: who may write down what other bodies said. */
export const sampleOffice = person('office', 'kent-pcc');
/** The inspectorate, under the name it had until 2017, which enters what its own papers print. */
export const sampleInspector = person('inspector', 'hmic');

/** Those who enter the sample, by what a command says of who gives it. */
export const samplePeople = Object.freeze({
  force: sampleForce,
  office: sampleOffice,
  inspector: sampleInspector,
});

export type SampleRole = keyof typeof samplePeople;

function person(role: 'force' | 'office' | 'inspector', body: string): Person {
  const label = 'The Kent sample';
  return Object.freeze({ id: `sample-${body}`, role, body, areas: areasOf(role, body), label });
}
