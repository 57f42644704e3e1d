import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import { openApiDocument } from '../openapi/document';
import { pathOf } from '../routes';

const BASE = '/api/v1';
const formats = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  uri: /^https?:/,
  decimal: /^(~|[<>]=?)?-?\d+(\.\d+)?(\.\.-?\d+(\.\d+)?)?$/,
};

export interface Response {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string | number | string[] | undefined>>;
  readonly body: string;
}

/** Holds every response of the API against its own description. */
export class ApiContract {
  private readonly document = openApiDocument();
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true, formats });
  private readonly known = new Map<string, ValidateFunction>();

  constructor() {
    this.ajv.addSchema(this.document, 'api');
  }

  /** Throws an Error that says what the description does not allow. */
  check(method: string, url: string, response: Response): void {
    const { statusCode, headers, body } = response;
    const type = String(headers['content-type'] ?? '').split(';', 1)[0] ?? '';
    if (statusCode >= 400)
      return this.checkBody('#/components/schemas/Problem', type, 'application/problem+json', response);
    const path = this.pathFor(method, url);
    if (!path)
      throw new Error(`${method} ${url} answered ${statusCode}, but the API's description has no such path.`);
    const responses = `#/paths/${escaped(path)}/${method.toLowerCase()}/responses/${statusCode}`;
    const described = this.responsesOf(path, method)[statusCode];
    if (!described) throw new Error(`${method} ${url}: the description has no answer ${statusCode}.`);
    for (const name of Object.keys(described.headers ?? {}))
      if (
        ['ETag', 'Daybook-As-Of', 'Daybook-Basis', 'Daybook-Latest', 'Location'].includes(name) &&
        !headers[name.toLowerCase()]
      )
        throw new Error(`${method} ${url}: the header ${name} is missing.`);
    if (statusCode === 304 || method === 'HEAD') return;
    if (!described.content?.[type]) throw new Error(`${method} ${url}: the description has no ${type}.`);
    if (/[/+]json$/.test(type))
      this.checkBody(`${responses}/content/${escaped(type)}/schema`, type, type, {
        statusCode,
        headers,
        body,
      });
  }

  private checkBody(pointer: string, type: string, wanted: string, { statusCode, body }: Response): void {
    if (type !== wanted) throw new Error(`An answer ${statusCode} came as "${type}", not ${wanted}.`);
    let validate = this.known.get(pointer);
    if (!validate) this.known.set(pointer, (validate = this.ajv.compile({ $ref: `api${pointer}` })));
    const value: unknown = JSON.parse(body);
    if (!validate(value))
      throw new Error(`${pointer}: ${this.ajv.errorsText(validate.errors)} in ${body.slice(0, 2_000)}`);
  }

  /** The described path that the address fits best: one without parameters goes first. */
  private pathFor(method: string, url: string): string | undefined {
    const path = pathOf(url);
    return Object.keys(this.document.paths)
      .filter((template) => Object.keys(this.responsesOf(template, method)).length > 0)
      .filter((template) =>
        new RegExp(`^${BASE}${template.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
      )
      .sort((a, b) => a.split('{').length - b.split('{').length)[0];
  }

  private responsesOf(path: string, method: string): Record<string, Described> {
    const operations = (
      this.document.paths as Record<string, Record<string, { responses: Record<string, Described> }>>
    )[path];
    return operations?.[method === 'HEAD' ? 'get' : method.toLowerCase()]?.responses ?? {};
  }
}

interface Described {
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Readonly<Record<string, unknown>>;
}

function escaped(step: string): string {
  return encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));
}
