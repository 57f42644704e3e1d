const ROLES: Readonly<Record<string, string>> = {
  force: 'force',
  office: 'office of the local policing body',
  inspector: 'inspectorate',
  panel: 'police and crime panel',
  public: 'public',
};
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  pcc: 'PCC',
  hmicfrs: 'HMICFRS',
  hmic: 'HMIC',
  ico: 'ICO',
};

/** An id of a body or an area as a name: `kent-police` is "Kent Police", `kent-pcc` "Kent PCC". */
export function nameOf(id: string): string {
  const words = id
    .split('-')
    .map((word) => ABBREVIATIONS[word] ?? word.charAt(0).toUpperCase() + word.slice(1));
  return words.join(' ');
}

/** Titles of registered bodies and offices by id, at a position: `readings.bodies.names`. */
export type Names = ReadonlyMap<string, string>;

/** What a body or office is called at a position: its title where it is registered, else its id as a name. */
export function nameIn(names: Names, id: string): string {
  return names.get(id) ?? nameOf(id);
}

/** A role in the words of the field. */
export function roleInWords(role: string): string {
  return ROLES[role] ?? role;
}

/** Who wrote an entry and whose act it is: "Kent Police (force)"; a transcription names both. */
export function whoWrote(
  { by, for: body }: { by: { role: string; body: string }; for: string | null | undefined },
  names: Names = NO_NAMES,
): string {
  const writer = `${nameIn(names, by.body)} (${roleInWords(by.role)})`;
  return body && body !== by.body ? `${nameIn(names, body)}, transcribed by ${writer}` : writer;
}

const NO_NAMES: Names = new Map();

/** A record's type as words: `figures.figure-reported` is "Figure reported". */
export function typeInWords(type: string): string {
  const words = type.slice(type.indexOf('.') + 1).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
