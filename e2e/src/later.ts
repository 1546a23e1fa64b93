import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { data } from './stand';

/**
 * A week goes by for one reading group: all that it has is a week older. No story waits for days, and the service's clock is the
 * machine's; so its rows are moved instead, as the service's own role, which sees this one committee.
 */
export async function aWeekLater(committee: string, group: string): Promise<void> {
  const db = new pg.Client({
    host: 'localhost',
    port: await portOfPostgres(),
    database: 'tongxin',
    user: 'app_rw',
    password: await secretOf('postgres.app_rw'),
  });
  await db.connect();
  try {
    await db.query('begin');
    await db.query("select set_config('app.tenant_id', $1, true)", [committee]);
    const moved = await db.query(
      'update cell.reading_group set starts_on = starts_on - 7, ends_on = ends_on - 7, opened_on = opened_on - 7 where id = $1',
      [group],
    );
    if (moved.rowCount !== 1) throw new Error(`There is no reading group ${group}.`);
    await db.query(
      'update cell.reading_session set starts_on = starts_on - 7, ends_on = ends_on - 7, held_on = held_on - 7 where group_id = $1',
      [group],
    );
    await db.query(
      "update cell.reading_post set posted_on = posted_on - 7, created_at = created_at - interval '7 days' where group_id = $1",
      [group],
    );
    await db.query("update cell.reading_member set joined_at = joined_at - interval '7 days' where group_id = $1", [
      group,
    ]);
    await db.query('commit');
  } finally {
    await db.end();
  }
}

/** PostgreSQL writes where it answers into the fourth line of this file. */
async function portOfPostgres(): Promise<number> {
  const lines = (await readFile(join(data(), 'postgres/postmaster.pid'), 'utf8')).split('\n');
  return Number(lines[3]);
}

async function secretOf(name: string): Promise<string> {
  const lines = (await readFile(join(data(), 'secrets.properties'), 'utf8')).split('\n');
  const line = lines.find((each) => each.startsWith(`${name}=`));
  if (!line) throw new Error(`The stand has no secret ${name}.`);
  return line.slice(name.length + 1).trim();
}
