// pg-boss with workers that fetch again at once while their batches are full, and LISTEN where a worker waits
// (https://pgboss.io/api/workers). Finished jobs are kept. A table of its own for the queue made no difference.
import { PgBoss } from 'pg-boss';
import {
  connectionString,
  createAtEachOrder,
  drained,
  fill,
  holdSnapshot,
  inBulk,
  jobs,
  oneByOne,
  parameters,
  perSecond,
  PickUps,
  race,
  ready,
  settle,
  singleClaims,
  tellNow,
  WARM_UP_JOBS,
} from './race.mjs';

const QUEUE = 'encode';
const ALL = `SELECT count(*) FROM pgboss.job WHERE name = '${QUEUE}'`;
const LEFT = `${ALL} AND state IN ('created', 'retry', 'active', 'failed')`;
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

async function drainWithHistory() {
  const boss = await opened();
  await drainOnce(boss, WARM_UP_JOBS);
  return drainOnce(boss, jobs);
}

async function drainOnce(boss, count) {
  await fill(count, bulk(boss));
  await settle();
  let handled = 0;
  const begin = performance.now();
  await boss.work(QUEUE, BUSY, async (batch) => void (handled += batch.length));
  await drained(count, () => handled, LEFT, 0);
  const figure = perSecond(count, begin);
  await boss.offWork(QUEUE);
  return figure;
}

async function pickUp(part, fromCall = false) {
  const boss = await opened({ useListenNotify: true });
  const pickUps = new PickUps();
  await boss.work(QUEUE, async () => pickUps.begun());
  return pickUps.percentile(part, () => boss.send(QUEUE, parameters), fromCall);
}

// across processes: the worker of one process, and the enqueuer of another
async function worker() {
  const boss = await opened({ useListenNotify: true });
  await boss.work(QUEUE, async () => tellNow());
  return ready();
}

async function enqueuer() {
  const boss = await opened({ useListenNotify: true });
  return createAtEachOrder(() => boss.send(QUEUE, parameters));
}

// by the functions for whoever has a loop of his own: without what work() does around each batch
async function singly(prepared = async () => {}) {
  const boss = await opened();
  await fill(jobs, bulk(boss));
  await settle();
  await prepared();
  return singleClaims(
    async () => (await boss.fetch(QUEUE))[0].id,
    (id) => boss.complete(QUEUE, id),
  );
}

// its tables, for whoever fills them with finished jobs
async function prepare() {
  await opened();
  return 0;
}

await race({
  W1: () => createOneByOne(1),
  W1B: () => createOneByOne(8),
  W2: createInBulk,
  W3: drain,
  W4: () => pickUp(0.5),
  W4P99: () => pickUp(0.99),
  W4C: () => pickUp(0.5, true),
  W5M1: drainWithHistory,
  W5M5: drainWithHistory,
  W5C: () => singly(),
  W5CM1: () => singly(),
  W5CM5: () => singly(),
  W5CS: () => singly(holdSnapshot),
  WORKER: worker,
  ENQUEUER: enqueuer,
  PREPARE: prepare,
});
