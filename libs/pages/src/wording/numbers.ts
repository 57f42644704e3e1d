const BOUNDS: readonly (readonly [RegExp, (shown: readonly string[]) => string])[] = [
  [/^~(.+)$/, ([n]) => `around ${n}`],
  [/^>=(.+)$/, ([n]) => `${n} or more`],
  [/^<=(.+)$/, ([n]) => `${n} or fewer`],
  [/^>(.+)$/, ([n]) => `more than ${n}`],
  [/^<(.+)$/, ([n]) => `less than ${n}`],
  [/^(.+)\.\.(.+)$/, ([low, high]) => `${low} to ${high}`],
];

/** A decimal with its thousands separated by commas and every digit kept; a true minus sign. */
export function separated(decimal: string): string {
  const [, sign = '', whole = '', rest = ''] = /^(-?)(\d+)(.*)$/.exec(decimal) ?? [];
  if (whole === '') return decimal;
  return `${sign && '−'}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${rest}`;
}

/**
 * A reported value as people read it: `~31` is "around 31", `>=70` is "70 or more", `5..6` is "5 to 6".
 * Nothing is rounded.
 */
export function inWords(value: string): string {
  for (const [form, say] of BOUNDS) {
    const match = form.exec(value);
    if (match) return say(match.slice(1).map(separated));
  }
  return separated(value);
}

/** A difference with its sign and in words: "+1,087 (up 1,087)" says it without colour. */
export function changeInWords(difference: string): string {
  const size = separated(difference.replace('-', ''));
  if (/^-?0(\.0+)?$/.test(difference)) return 'no change in value';
  return difference.startsWith('-') ? `−${size} (down ${size})` : `+${size} (up ${size})`;
}

/** A number of things: "1 record", "512 records". */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${separated(String(n))} ${n === 1 ? one : many}`;
}
