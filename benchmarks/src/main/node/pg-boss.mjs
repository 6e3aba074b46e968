// pg-boss with workers that fetch again at once while their batches are full, and LISTEN where a worker waits
// (https://pgboss.io/api/workers). Finished jobs are kept. A table of its own for the queue made no difference.
import { PgBoss } from 'pg-boss';
import {
  connectionString,
  drained,
  fill,
  inBulk,
  jobs,
  oneByOne,
  parameters,
  perSecond,
  PickUps,
  race,
  settle,
  WARM_UP_JOBS,
} from './race.mjs';

const QUEUE = 'encode';
const ALL = `SELECT count(*) FROM pgboss.job WHERE name = '${QUEUE}'`;
const DONE = `${ALL} AND state = 'completed'`;
const BUSY = { localConcurrency: 16, batchSize: 500, burstWhenBatchFull: true, pollingIntervalSeconds: 0.5 };

// without the watchers of queues and schedules: there is nothing for them to watch
async function opened(options) {
  const boss = new PgBoss({ connectionString, max: 20, supervise: false, schedule: false, ...options });
  const fail = (told) => {
    console.error(told);
    process.exit(1);
  };
  boss.on('error', fail).on('warning', fail);
  await boss.start();
  await boss.createQueue(QUEUE, { notify: options?.useListenNotify ?? false });
  await settle();
  return boss;
}

const bulk = (boss) => (count) => boss.insert(QUEUE, Array.from({ length: count }, () => ({ data: parameters })));

async function createOneByOne(loops) {
  const boss = await opened();
  return oneByOne(loops, () => boss.send(QUEUE, parameters), ALL);
}

async function createInBulk() {
  return inBulk(bulk(await opened()), ALL);
}

async function drain() {
  const boss = await opened();
  await drainOnce(boss, WARM_UP_JOBS);
  await boss.deleteAllJobs(QUEUE);
  return drainOnce(boss, jobs);
}

async function drainOnce(boss, count) {
  await fill(count, bulk(boss));
  await settle();
  let handled = 0;
  const begin = performance.now();
  await boss.work(QUEUE, BUSY, async (batch) => void (handled += batch.length));
  await drained(count, () => handled, DONE, count);
  const figure = perSecond(count, begin);
  await boss.offWork(QUEUE);
  return figure;
}

async function pickUp(part) {
  const boss = await opened({ useListenNotify: true });
  const pickUps = new PickUps();
  await boss.work(QUEUE, async () => pickUps.begun());
  return pickUps.percentile(part, () => boss.send(QUEUE, parameters));
}

await race({
  W1: () => createOneByOne(1),
  W1B: () => createOneByOne(8),
  W2: createInBulk,
  W3: drain,
  W4: () => pickUp(0.5),
  W4P99: () => pickUp(0.99),
});
