/** A number that remembers what it was computed from (reverse-mode differentiation). Double precision. */
export class Value {
  /** `localGrads[i]` is the derivative of `data` by `children[i]`. */
  constructor(data: number, children?: Value[], localGrads?: number[]);
  data: number;
  /** The derivative of the last `backward()` result by this number; results add up until it is set to 0. */
  grad: number;
  readonly _children: Value[];
  readonly _localGrads: number[];
  add(other: Value | number): Value;
  mul(other: Value | number): Value;
  pow(exponent: number): Value;
  log(): Value;
  exp(): Value;
  relu(): Value;
  neg(): Value;
  sub(other: Value | number): Value;
  div(other: Value | number): Value;
  backward(): void;
}

/** One output for each row of `weights`: the sum of products with `x`. */
export function linear(x: Value[], weights: Value[][]): Value[];
/** Probabilities from scores. */
export function softmax(logits: Value[]): Value[];
/** x divided by its root mean square. */
export function rmsnorm(x: Value[]): Value[];

/** Random numbers of Mulberry32. */
export class SeededRandom {
  constructor(seed?: number);
  seed: number;
  state: number;
  /** Uniform, from 0 to below 1. */
  random(): number;
  gauss(mean?: number, deviation?: number): number;
  /** Shuffles in place. */
  shuffle<T>(items: T[]): T[];
  weightedChoice<T>(population: readonly T[], weights: readonly number[]): T;
}

export type Backend = 'simd' | 'java';

export interface MicroGPTOptions {
  /** Default 42. */
  seed?: number;
  /** Width of the residual stream, a multiple of nHead; default 16. */
  nEmbd?: number;
  /** Attention heads; default 4. */
  nHead?: number;
  /** Transformer blocks; default 1. */
  nLayer?: number;
  /** The most characters of a text that are learned, and the most that are written; default 16. */
  blockSize?: number;
  /** Of the first step; it falls in a straight line to 0 at numSteps. Default 0.01. */
  learningRate?: number;
  /** Default 1000. */
  numSteps?: number;
  /** Doubles one by one (the default), or matrices of floats. */
  engine?: 'float64' | 'float32';
  /** What computes floats: SIMD kernels where the machine has them (the default), or plain Java, with the same bits everywhere. */
  backend?: Backend;
  /** Whose random numbers the seed stands for: microgptjs (the default), or Python's `random`. */
  random?: 'microgptjs' | 'python';
  /** Texts learned in each step; default 1. */
  batch?: number;
}

export interface MicroGPTConfig {
  nEmbd: number;
  nHead: number;
  nLayer: number;
  blockSize: number;
  headDim: number;
}

export interface InitInfo {
  numParams: number;
  vocabSize: number;
  numDocs: number;
}

/** What one position computed. */
export interface VizData {
  /** What enters the first block. */
  embedding: number[];
  /** By layer, head and position so far. */
  attentionWeights: number[][][];
  /** By layer, the hidden channels of the MLP before the ReLU. */
  mlpActivations: number[][];
}

export interface TrainStepResult {
  /** From 1. */
  step: number;
  /** Mean, in nats a character, before this step learned. */
  loss: number;
  /** The text learned; of a batch, the last. */
  doc: string;
  tokens: number[];
  learningRate: number;
  paramStats: { mean: number; std: number };
  vizData: VizData[];
}

export interface GenerateOptions {
  /** 0 for the likeliest character; default 0.5. */
  temperature?: number;
  /** Only the likeliest; 0, the default, for all. */
  topK?: number;
  /** Only the fewest that hold this much of the probability; default 1. */
  topP?: number;
  /** What the text begins with. */
  prompt?: string;
  /** Makes the text a function of this number and the weights alone. */
  seed?: number;
}

export interface GenerateResult {
  text: string;
  tokens: number[];
  /** One for each draw, that of the end included. */
  vizData: (VizData & { probs: number[] })[];
}

export interface EmbeddingData {
  tokenId: number;
  char: string;
  embedding: number[];
}

/** A weight: a Value with engine 'float64'. */
export interface Parameter {
  data: number;
  readonly grad: number;
}

/** A GPT that learns short texts and writes more of their kind. */
export class MicroGPT {
  constructor(options?: MicroGPTOptions);
  /** The model that save() was called on. */
  static load(saved: Uint8Array | ArrayBuffer, options?: { backend?: Backend }): MicroGPT;
  /** What computes: doubles are always computed by 'java'. */
  readonly backend: Backend;
  readonly config: MicroGPTConfig;
  readonly engine: 'float64' | 'float32';
  learningRate: number;
  beta1: number;
  beta2: number;
  epsAdam: number;
  numSteps: number;
  batch: number;
  readonly docs: string[];
  readonly uchars: string[];
  readonly BOS: number;
  readonly vocabSize: number;
  readonly initialized: boolean;
  readonly step: number;
  readonly lossHistory: number[];
  readonly rng: SeededRandom;
  readonly stateDict: Record<string, Parameter[][]>;
  readonly params: Parameter[];
  readonly m: number[];
  readonly v: number[];
  /** Takes every line as a text. */
  loadData(text: string): void;
  initParams(): InitInfo;
  trainStep(): TrainStepResult;
  /** A number is a temperature. */
  generate(options?: number | GenerateOptions): GenerateResult;
  getLossHistory(): number[];
  getEmbeddings(): EmbeddingData[];
  getConfig(): MicroGPTConfig & { vocabSize: number; numDocs: number };
  /** Forgets everything learned, and starts again from the seed. */
  reset(): void;
  /** Everything, draws to come included. */
  save(): Uint8Array;
  /** Gives the memory back at once, rather than some time after nobody holds the model; it is of no use afterwards. */
  dispose(): void;
}

/** Groups and keys of a recipe, in camel case: `{ experienceReplay: { windows: 2 }, optimizer: { learningRate: 0.01 } }`. */
export interface RecipeChanges {
  [group: string]: number | boolean | string | RecipeChanges;
}

export interface OnlineMetrics {
  bytes: number;
  steps: number;
  /** The mean of all bytes; NaN before the first, as are the two averages. */
  bitsPerByte: number;
  /** A moving average over a few bytes; `slow` over many. */
  fast: number;
  slow: number;
  codeLengthBytes: number;
  /** What the order-0 baseline, counts of bytes, would have cost; `order2`, the order-2 baseline, counts what follows two bytes. */
  order0: number;
  order2: number;
  /** The mean of each predictor in bits per byte, by name: mixture, transformer, counts, those that are on; ppm, order2, order0. */
  scores: Record<string, number>;
  skipped: number;
  replayed: number;
  boosted: number;
  clipped: number;
  learningRate: number;
  gradientNorm: number;
  parameters: number;
  /** Whether a decoder could repeat the run from its recipe and its bits alone. */
  prequential: boolean;
  /** No byte was learned from twice. */
  singleTouch: boolean;
}

export type ByteData = string | Uint8Array | Int8Array | ArrayBuffer | readonly number[];

/** A GPT that learns a stream of bytes while reading it. */
export class OnlineGPT {
  constructor(options?: { recipe?: 'seed' | 'tiny' | 'small' | 'best'; seed?: number; backend?: Backend } & RecipeChanges);
  /** The model that save() was called on. */
  static load(saved: Uint8Array | ArrayBuffer, options?: { backend?: Backend }): OnlineGPT;
  /** What computes. */
  readonly backend: Backend;
  /** Everything, the stream included. */
  save(): Uint8Array;
  /** Reads the next bytes, a string as UTF-8. Returns what each cost in bits, recorded before it was learned. */
  observe(data: ByteData): Float32Array;
  /** What each byte of the latest observe() cost each predictor, in bits, by name; those that are on. */
  readonly latestBits: Record<string, Float32Array>;
  /** The bytes as a file of about as many bits as they cost the recipe, whose mixture must be on. */
  static encode(data: ByteData, options?: { recipe?: 'seed' | 'tiny' | 'small' | 'best'; seed?: number } & RecipeChanges): Uint8Array;
  /** The bytes that such a file was made of, to the bit; or an error that says what is wrong with it. */
  static decode(file: Uint8Array | ArrayBuffer): Uint8Array;
  /** The chance of each value of the next byte. */
  predict(): Float32Array;
  /**
   * Continues the stream by `length` bytes (100), which are not learned: each drawn from what would be charged for it, by
   * the mixture or the cache where the recipe has one.
   */
  sample(options?: {
    length?: number; temperature?: number; topK?: number; topP?: number; seed?: number;
  }): Uint8Array;
  /** Changes keys of the recipe that can change while running. */
  tune(changes: RecipeChanges): void;
  readonly recipe: Record<string, any>;
  /** Gives the memory back at once, rather than some time after nobody holds the model; it is of no use afterwards. */
  dispose(): void;
  metrics(): OnlineMetrics;
}
