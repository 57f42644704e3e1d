import Database from 'libsql';

/** Everything in a views.db, as text, in an order that does not depend on how it was written. */
export function dump(file: string): string {
  const db = new Database(file);
  db.exec('PRAGMA query_only = ON');
  const tables = db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    .raw(true)
    .all([]);
  const lines = (tables as [string][]).flatMap(([name]) => {
    const columns = db
      .prepare(`PRAGMA table_info("${name}")`)
      .raw(true)
      .all([])
      .map((_, i) => i + 1);
    const rows = db
      .prepare(`SELECT * FROM "${name}" ORDER BY ${columns.join(', ')}`)
      .raw(true)
      .all([]);
    return [name, ...rows.map((row) => JSON.stringify(row))];
  });
  db.close();
  return lines.join('\n');
}
