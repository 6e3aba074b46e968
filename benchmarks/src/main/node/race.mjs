// What the scripts share. Called with the database, the workload, how many jobs, and a job's parameters, a script prints
// one line: what it reached, in the unit of the workload, and behind that how it went on the way where the workload has that.
// As the worker or the enqueuer of a pick-up across processes it prints nanoseconds of the clock of the machine instead.
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

// Other contestants run in one process for all races and are warm. This one is new for each, so it does a part of the work
// before it counts.
const WARM_UPS = 200;
export const WARM_UP_JOBS = 10_000;

const AT_ONCE = 5_000;
const PAUSE_MILLIS = 10;
const LIMIT_MILLIS = 120_000;
const PICK_UP_LIMIT_MILLIS = 10_000;

const [url, workload, size, payload] = process.argv.slice(2);

export const connectionString = url;
export const jobs = Number(size);
export const parameters = JSON.parse(payload);

// whoever started this holds the other end: without it, there is nobody to work for
const orders = createInterface({ input: process.stdin }).on('close', () => process.exit(1));

export async function race(races) {
  try {
    const reached = await races[workload]();
    if (reached !== FOREVER) {
      console.log([reached].flat().join(' '));
      process.exit(0);
    }
  } catch (failed) {
    console.error(failed);
    process.exit(1);
  }
}

// what a race answers that ends only with the process which gives the orders
export const FOREVER = Symbol('forever');

export const tellNow = () => console.log(process.hrtime.bigint().toString());

export function ready() {
  console.log('ready');
  return FOREVER;
}

export function createAtEachOrder(create) {
  orders.on('line', async () => {
    await create();
    tellNow();
  });
  return ready();
}

async function connected(use) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

const count = async (client, query) => Number((await client.query(query)).rows[0].count);

// what every contestant does between filling a queue and the race
export const settle = () =>
  connected(async (client) => {
    await client.query('VACUUM ANALYZE');
    await client.query('CHECKPOINT');
  });

// waits until so many jobs were handled and until the query counts as expected, too: only then is all the work done, and
// durable
export async function drained(number, handled, query, expected) {
  const end = performance.now() + LIMIT_MILLIS;
  await connected(async (client) => {
    while (handled() < number || (await count(client, query)) !== expected) {
      if (performance.now() > end) {
        throw new Error(`${handled()} of ${number} jobs were handled`);
      }
      await sleep(1);
    }
  });
}

async function mustCount(query, expected) {
  const counted = await connected((client) => count(client, query));
  if (counted !== expected) {
    throw new Error(`${counted} jobs are there and not ${expected}`);
  }
}

// as many loops in this process as other contestants have threads
export async function oneByOne(loops, create, query) {
  const each = Math.floor(jobs / loops);
  const all = (times) =>
    Promise.all(
      Array.from({ length: loops }, async () => {
        for (let i = 0; i < times; i++) {
          await create();
        }
      }),
    );
  await all(WARM_UPS);
  const begin = performance.now();
  await all(each);
  const figure = perSecond(each * loops, begin);
  await mustCount(query, (WARM_UPS + each) * loops);
  return figure;
}

export async function inBulk(create, query) {
  await fill(WARM_UP_JOBS, create);
  const begin = performance.now();
  await fill(jobs, create);
  const figure = perSecond(jobs, begin);
  await mustCount(query, WARM_UP_JOBS + jobs);
  return figure;
}

// one claim after the other, each completed before the next; what half of the claims of each tenth stay below, in
// microseconds, the last tenth first
export async function singleClaims(claim, complete) {
  const course = [];
  for (let tenth = 0; tenth < 10; tenth++) {
    const times = [];
    for (let i = 0; i < jobs / 10; i++) {
      const begin = performance.now();
      const claimed = await claim();
      times.push((performance.now() - begin) * 1_000);
      await complete(claimed);
    }
    times.sort((one, other) => one - other);
    course.push(times[Math.floor(times.length / 2)]);
  }
  return [course.at(-1), ...course];
}

// an old view of the database, held open as long as this process lives
export async function holdSnapshot() {
  const client = new pg.Client(url);
  await client.connect();
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  await client.query('SELECT count(*) FROM pg_class');
}

export async function fill(number, create) {
  for (let done = 0; done < number; done += AT_ONCE) {
    await create(Math.min(AT_ONCE, number - done));
  }
}

export const perSecond = (number, begin) => number / ((performance.now() - begin) / 1_000);

// in microseconds, what this part of the pick-ups stay below
export class PickUps {
  // called by the handler
  begun = () => {};

  // fromCall: from the call of the create on, instead of from its commit
  async percentile(part, create, fromCall = false) {
    const times = [];
    for (let i = -WARM_UPS; i < jobs; i++) {
      await sleep(PAUSE_MILLIS);
      const time = Math.max(0, await this.#once(create, fromCall));
      if (i >= 0) {
        times.push(time);
      }
    }
    times.sort((one, other) => one - other);
    return Math.max(1, times[Math.min(jobs - 1, Math.floor(jobs * part))] * 1_000);
  }

  async #once(create, fromCall) {
    let late;
    const at = new Promise((resolve, reject) => {
      this.begun = () => resolve(performance.now());
      late = setTimeout(() => reject(new Error('a job was not picked up')), PICK_UP_LIMIT_MILLIS);
    });
    const called = performance.now();
    await create();
    const committed = performance.now();
    try {
      return (await at) - (fromCall ? called : committed);
    } finally {
      clearTimeout(late);
    }
  }
}
