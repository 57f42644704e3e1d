import type { Harness } from '../../testing/harness';

/** A page as it was answered. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly html: string;
  /** What a person reads: the text without tags, its entities read, its spaces single. */
  readonly words: string;
}

const BOUNDARY = 'between-the-parts-of-a-form';

export interface FileSent {
  readonly name: string;
  readonly content: string | Buffer;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** Someone who visits pages without a browser: keeps the cookie, and sends forms with their token. */
export class Visitor {
  private cookie = '';
  private token = '';

  constructor(private readonly harness: Harness) {}

  static async signedIn(harness: Harness, person: string): Promise<Visitor> {
    const visitor = new Visitor(harness);
    await visitor.see('/sign-in');
    const { status } = await visitor.send('/sign-in', { person });
    if (status !== 303) throw new Error(`${person} was not signed in: ${status}`);
    await visitor.see('/');
    return visitor;
  }

  see(url: string): Promise<Answered> {
    return this.ask('GET', url);
  }

  /** Sends a form with the token of the page seen last; `_csrf` in the fields goes first. */
  send(url: string, fields: Readonly<Record<string, string>>): Promise<Answered> {
    return this.ask('POST', url, new URLSearchParams({ _csrf: this.token, ...fields }).toString());
  }

  /** Sends a form with a file (multipart/form-data), with the token of the page seen last. */
  sendFile(url: string, fields: Readonly<Record<string, string>>, file: FileSent): Promise<Answered> {
    const line = '\r\n';
    const part = (head: string): string =>
      `--${BOUNDARY}${line}content-disposition: form-data; ${head}${line}`;
    const said = Object.entries({ _csrf: this.token, ...fields }).map(
      ([name, value]) => `${part(`name="${name}"`)}${line}${value}${line}`,
    );
    const head = `${part(`name="file"; filename="${file.name}"`)}content-type: text/csv${line}${line}`;
    const payload = Buffer.concat([
      Buffer.from(said.join('') + head),
      Buffer.from(file.content),
      Buffer.from(`${line}--${BOUNDARY}--${line}`),
    ]);
    return this.ask('POST', url, payload, `multipart/form-data; boundary=${BOUNDARY}`);
  }

  /** The session cookie, to be stolen. */
  get session(): string {
    return this.cookie;
  }

  set session(cookie: string) {
    this.cookie = cookie;
  }

  private async ask(
    method: 'GET' | 'POST',
    url: string,
    payload?: string | Buffer,
    type = 'application/x-www-form-urlencoded',
  ): Promise<Answered> {
    const response = await this.harness.app.inject({
      method,
      url,
      headers: {
        ...(this.cookie && { cookie: this.cookie }),
        ...(payload !== undefined && { 'content-type': type }),
      },
      ...(payload !== undefined && { payload }),
    });
    const [set] = [response.headers['set-cookie'] ?? []].flat();
    if (set) this.cookie = set.split(';')[0] ?? '';
    this.token = /name="_csrf" value="([^"]+)"/.exec(response.body)?.[1] ?? this.token;
    return {
      status: response.statusCode,
      headers: response.headers as Answered['headers'],
      html: response.body,
      words: wordsOf(response.body),
    };
  }
}

function wordsOf(html: string): string {
  const text = html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ');
  return text
    .replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
}
