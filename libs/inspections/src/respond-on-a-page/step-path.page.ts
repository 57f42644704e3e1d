export function responsePath(area: string, inspection: string): string {
  return `/${area}/inspections/${encodeURIComponent(inspection)}/response`;
}

/**
 * Where a step of a response is recorded: about a cause of concern or a recommendation, and in place of the
 * answer that stood when the form was asked for, so that nobody replaces one that they have not seen.
 */
export function stepPath(
  area: string,
  inspection: string,
  command: string,
  ...of: readonly (string | null)[]
): string {
  const parts = of.filter((part) => part !== null).map(encodeURIComponent);
  return [responsePath(area, inspection), command, ...parts].join('/');
}
