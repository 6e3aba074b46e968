// graphile-worker with the settings of https://worker.graphile.org/docs/performance, but with a larger local queue, which
// drained somewhat faster on an idle machine. Finished jobs are deleted.
import { EventEmitter } from 'node:events';
import { Logger, makeWorkerUtils, run } from 'graphile-worker';
import {
  connectionString,
  createAtEachOrder,
  drained,
  fill,
  inBulk,
  jobs,
  oneByOne,
  parameters,
  perSecond,
  PickUps,
  race,
  ready,
  settle,
  tellNow,
  WARM_UP_JOBS,
} from './race.mjs';

const TASK = 'encode';
const LEFT = 'SELECT count(*) FROM graphile_worker.jobs';

const quiet = new Logger(() => () => {});
const preset = {
  worker: {
    connectionString,
    logger: quiet,
    concurrentJobs: 24,
    maxPoolSize: 25,
    localQueue: { size: 2_000 },
    completeJobBatchDelay: 0,
    failJobBatchDelay: 0,
  },
};

async function opened() {
  const utils = await makeWorkerUtils({ preset });
  await utils.migrate();
  await settle();
  return utils;
}

const bulk = (utils) => (count) =>
  utils.addJobs(Array.from({ length: count }, () => ({ identifier: TASK, payload: parameters })));

const started = (handler, events) => run({ preset, noHandleSignals: true, taskList: { [TASK]: handler }, events });

async function createOneByOne(loops) {
  const utils = await opened();
  return oneByOne(loops, () => utils.addJob(TASK, parameters), LEFT);
}

async function createInBulk() {
  return inBulk(bulk(await opened()), LEFT);
}

async function drain() {
  const create = bulk(await opened());
  await drainOnce(create, WARM_UP_JOBS);
  return drainOnce(create, jobs);
}

// timed from the moment when its workers are made: all that run() does before is not work
async function drainOnce(create, count) {
  await fill(count, create);
  await settle();
  let begin;
  let handled = 0;
  const events = new EventEmitter().once('pool:create', () => (begin = performance.now()));
  const runner = await started(() => void handled++, events);
  await drained(count, () => handled, LEFT, 0);
  const figure = perSecond(count, begin);
  await runner.stop();
  return figure;
}

async function pickUp(part, fromCall = false) {
  const utils = await opened();
  const pickUps = new PickUps();
  await started(() => pickUps.begun());
  return pickUps.percentile(part, () => utils.addJob(TASK, parameters), fromCall);
}

// across processes: the worker of one process, and the enqueuer of another
async function worker() {
  await opened();
  await started(() => tellNow());
  return ready();
}

async function enqueuer() {
  const utils = await opened();
  return createAtEachOrder(() => utils.addJob(TASK, parameters));
}

await race({
  W1: () => createOneByOne(1),
  W1B: () => createOneByOne(8),
  W2: createInBulk,
  W3: drain,
  W4: () => pickUp(0.5),
  W4P99: () => pickUp(0.99),
  W4C: () => pickUp(0.5, true),
  WORKER: worker,
  ENQUEUER: enqueuer,
});
