// What the library offers beyond microgptjs.
import { MicroGPT, OnlineGPT } from './microgpt.js';
import { check } from './dropin.mjs';

const colours = ['red', 'green', 'blue', 'yellow', 'orange', 'violet'].join('\n');

function refuses(name, action, message) {
  try {
    action();
  } catch (error) {
    check(`${name}: ${error}`, String(error).includes(message));
    return;
  }
  check(name + ' is refused', false);
}

function learns(engine) {
  const model = new MicroGPT({ engine, batch: 2, nLayer: 2, nEmbd: 8, nHead: 2, random: undefined });
  model.loadData(colours);
  model.initParams();
  const state = model.rng.state;
  const first = model.trainStep().loss;
  for (let i = 0; i < 5; i++) model.trainStep();
  const options = { prompt: 'o', temperature: 0.7, topK: 5, topP: 0.9, seed: 1 };
  const { text } = model.generate(options);
  check('a prompt is continued', text.startsWith('o'));
  check('a seed is a text', model.generate(options).text === text);
  const likeliest = model.generate(0).text;
  check('one seed is not another', [2, 3, 4, 5].some(seed => model.generate({ ...options, seed }).text !== text));
  check('the likeliest is what is left of one', model.generate({ topK: 1, temperature: 1 }).text === likeliest);
  check('and of the least probability', model.generate({ topP: 1e-6, temperature: 1 }).text === likeliest);
  check('a chance left out is 0', model.generate({ topK: 2 }).vizData[0].probs.filter(p => p > 0).length === 2);
  const twin = MicroGPT.load(model.save());
  check('a saved model goes on alike', twin.trainStep().loss === model.trainStep().loss);
  check('and draws alike', twin.generate(1).text === model.generate(1).text);
  check('weights can be set', (model.params[0].data = 0.5) === 0.5 && model.getEmbeddings()[0].embedding[0] === 0.5);
  model.reset();
  check('reset forgets what was drawn', model.rng.state === state);
  check('reset begins again', model.trainStep().loss === first);
  return first;
}

/** Models come and go in the memory of the kernels, and none disturbs another. */
function sharesMemory() {
  const floats = options => {
    const model = new MicroGPT({ engine: 'float32', ...options });
    model.loadData(colours);
    model.initParams();
    return model;
  };
  const one = floats({});
  const losses = [one.trainStep().loss, one.trainStep().loss];
  const [first, second, inJava] = [floats({}), floats({}), floats({ backend: 'java' })];
  check('kernels compute', first.backend === 'simd');
  check('unless Java was asked for', inJava.backend === 'java' && new MicroGPT().backend === 'java');
  const alike = [first, second].map(model => model.trainStep().loss);
  check('one model does not disturb another', alike.every(loss => loss === losses[0]));
  check('Java computes the same', Math.abs(inJava.trainStep().loss - losses[0]) < 1e-5);
  const weight = one.params[7];
  one.initParams();
  refuses('a weight of before', () => weight.data, 'a model that was given up');
  one.dispose();
  check('nor does one that goes', second.trainStep().loss === losses[1]);
  refuses('a model disposed of', () => one.trainStep(), 'disposed of');
  const online = new OnlineGPT({ backend: 'java' });
  check('so does OnlineGPT', online.backend === 'java' && OnlineGPT.load(online.save()).backend === 'simd');
  const byKernels = new OnlineGPT();
  const text = 'so it goes, so it goes, so it goes, so it goes';
  check('with the same bits', Math.abs(sum(online.observe(text)) - sum(byKernels.observe(text))) < 1e-2);
  byKernels.dispose();
  refuses('an OnlineGPT disposed of', () => byKernels.metrics(), 'disposed of');
  // @ts-expect-error: and the back ends
  refuses('an unknown back end', () => new OnlineGPT({ backend: 'cuda' }), 'backend cuda must be simd or java');
}

function readsAnything() {
  const model = new MicroGPT();
  model.loadData('😀😃\n😃😄');
  model.initParams();
  check('one token for an emoji', model.trainStep().tokens.length === 4);
  refuses('heads', () => new MicroGPT({ nEmbd: 10 }), 'dModel 10 must be a multiple of nHeads 4');
  // @ts-expect-error: the compiler knows the options, too
  refuses('a misspelt option', () => new MicroGPT({ nLayers: 2 }), 'unknown option nLayers');
  refuses('half a number', () => new MicroGPT({ nEmbd: 16.5 }), 'nEmbd 16.5 must be a whole number');
  refuses('half a letter', () => model.generate({ topK: 2.5 }), 'topK 2.5 must be a whole number');
  refuses('no data', () => new MicroGPT().trainStep(), 'no weights yet');
  refuses('an unknown letter', () => model.generate({ prompt: 'x' }), 'the character x');
}

function learnsAStream() {
  const gpt = new OnlineGPT({ recipe: 'tiny', experienceReplay: { windows: 1 }, optimizer: { learningRate: 0.01 } });
  check('options reach the recipe', gpt.recipe.experience_replay.windows === 1);
  let usual = 0;
  for (let i = 0; i < 60; i++) usual = sum(gpt.observe('GET /index.html 200\n'));
  const chances = gpt.predict();
  check('chances add up', chances.length === 256 && Math.abs(sum(chances) - 1) < 1e-4);
  check('what was seen is expected', chances['G'.charCodeAt(0)] > 0.5);
  check('what is strange costs more', sum(gpt.observe('DROP TABLE users; -\n')) > 2 * usual);
  const metrics = gpt.metrics();
  check('bytes are counted', metrics.bytes === 61 * 20 && metrics.codeLengthBytes > 0);
  check('pieces that cut steps short must be told to a decoder', !metrics.prequential);
  check('everyone has a score', metrics.scores.mixture < metrics.scores.transformer && metrics.scores.counts > 0);
  check('what to compare with has one, too', metrics.scores.ppm > 0 && metrics.scores.order2 > 0);
  check('a sample is bytes', gpt.sample({ length: 10 }).length === 10);
  gpt.tune({ experienceReplay: { enabled: false } });
  const twin = OnlineGPT.load(gpt.save());
  const [costs, costsOfTwin] = [gpt, twin].map(one => one.observe('and so on, and so on, and so on'));
  check('a saved run goes on alike', costs.every((bits, i) => bits === costsOfTwin[i]));
  refuses('another shape', () => gpt.tune({ model: { dMlp: 128 } }), 'model.d_mlp cannot change while running');
  refuses('an unknown key', () => gpt.tune({ experienceRepay: { enabled: false } }), 'experience_re');
  refuses('a value for a group', () => new OnlineGPT({ optimizer: 5 }), 'optimizer is a group');
  refuses('less than nothing', () => gpt.sample({ length: -1 }), 'length -1 must be at least 0');
  // @ts-expect-error: and what can be read
  refuses('a number', () => gpt.observe(5), '5 must be a string');
  // @ts-expect-error: and the recipes
  refuses('an unknown recipe', () => new OnlineGPT({ recipe: 'huge' }), 'recipe huge');
  return metrics.bitsPerByte;
}

function hasMechanisms() {
  const gpt = new OnlineGPT({
    recipe: 'seed', seed: 3, optimizer: { kind: 'adam', learningRate: 0.01 },
    selectiveBackprop: { enabled: true, thresholdBits: 4 },
    experienceReplay: { enabled: true, windows: 2 },
    adaptiveRate: { enabled: true, fast: 0.9, slow: 0.1 },
  });
  const text = 'round and round and round it goes; ';
  gpt.observe(text.repeat(40) + 'THEN 12345 67890, AND SOMETHING ELSE: [x] [y] [z]!');
  const before = gpt.metrics();
  check('what costs little is skipped', before.skipped > 0 && before.skipped < before.steps);
  check('the past is replayed', before.replayed > 0 && !before.singleTouch);
  check('a change of cost changes the rate', before.boosted > 0);
  gpt.tune({ selectiveBackprop: { enabled: false } });
  gpt.observe(text);
  check('a mechanism can be switched off', gpt.metrics().skipped === before.skipped);
  const twin = OnlineGPT.load(gpt.save());
  const [costs, costsOfTwin] = [gpt, twin].map(one => one.observe(text.repeat(4)));
  check('all of it is saved', costs.every((bits, i) => bits === costsOfTwin[i]));
  check('and goes on', JSON.stringify(gpt.metrics()) === JSON.stringify(twin.metrics()));
}

const sum = bits => bits.reduce((total, b) => total + b, 0);

export function run() {
  const exact = learns('float64');
  check('both engines agree', Math.abs(exact - learns('float32')) < 1e-5);
  readsAnything();
  sharesMemory();
  hasMechanisms();
  return learnsAStream();
}
