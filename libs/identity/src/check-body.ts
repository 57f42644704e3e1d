import { Refusal, type Json, type JsonObject, type Problem } from '@daybook/ledger';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { misplacedLists } from './misplaced-lists';
import { plainJson } from './plain-json';
import { step } from './pointer';

/** Our codes for the checks that class-validator makes itself; those of decorators keep their names. */
const ownCodes: Readonly<Record<string, string>> = {
  whitelistValidation: 'unknown-field',
  nestedValidation: 'is-object',
  unknownValue: 'is-object',
};
const ownMessages: Readonly<Record<string, string>> = {
  whitelistValidation: 'There is no such field here.',
  nestedValidation: 'This must be an object.',
  unknownValue: 'This must be an object.',
};

/**
 * The body as frozen plain JSON, checked by its class, or a refusal that names every problem found with its
 * place.
 *
 * What passed the check is what is handed on and hashed, to the last key: the instance that was validated
 * is thrown away. Throws where the class itself changes what it is given (@Transform, @Type(() => Number),
 * a default), since then something else would be recorded than was checked.
 */
export async function checkBody<Body extends object>(
  type: new () => Body,
  sent: unknown,
): Promise<{ readonly body: Body } | Refusal> {
  const plain = plainJson(sent);
  if ('problems' in plain) return refusal(plain.problems);
  const body = plain.value;
  if (!isObject(body))
    return refusal([{ field: '', code: 'request.is-object', message: 'A command is an object.' }]);

  const instance = plainToInstance(type, body);
  const errors = await validate(instance, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: false, value: false },
  });
  const found = errors.flatMap((error) => problemsOf(error, ''));
  const known = new Set(found.map(({ field }) => field));
  const problems = [...found, ...misplacedLists(instance, '').filter(({ field }) => !known.has(field))];
  if (problems.length > 0) return refusal(problems);

  const changed = firstChange(body, instance, '');
  if (changed !== undefined)
    throw new Error(`${type.name} changes ${changed || 'its body'}; a body is only checked.`);
  return { body: body as object as Body };
}

function refusal(problems: readonly Problem[]): Refusal {
  return Refusal.of('request.invalid', `${problems.length} things in this request are wrong.`, problems);
}

function problemsOf(error: ValidationError, parent: string): Problem[] {
  // An object of no known class is reported as a child without a property: its place is its parent's.
  const field = error.property === undefined ? parent : step(parent, error.property);
  const own = Object.entries(error.constraints ?? {}).map(([name, message]) => ({
    field,
    code: `request.${ownCodes[name] ?? kebab(name)}`,
    message: ownMessages[name] ?? sentence(message),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => problemsOf(child, field))];
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function sentence(message: string): string {
  return /[.?!]$/.test(message) ? message : `${message}.`;
}

/** The pointer to the first place where the instance holds something else than was sent. */
function firstChange(plain: Json | undefined, instance: unknown, pointer: string): string | undefined {
  if (plain === undefined || plain === null || typeof plain !== 'object')
    return Object.is(plain, instance) ? undefined : pointer;
  if (typeof instance !== 'object' || instance === null) return pointer;
  const [before, after] = [plain, instance] as unknown as Record<string, unknown>[];
  for (const key of new Set([...Object.keys(plain), ...Object.keys(instance)])) {
    const changed = firstChange(before?.[key] as Json | undefined, after?.[key], step(pointer, key));
    if (changed !== undefined) return changed;
  }
  return undefined;
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
