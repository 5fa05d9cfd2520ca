/** What the modules hand to each other. Nothing of it reaches the bundle. */

/** Words of the draft: UTF-16 units from its beginning, half-open. */
export interface Span {
  from: number;
  to: number;
}

/** Which text of which writer: `n` only rises; it rests on revision `base` and goes on from the texts in `after`. */
export interface Mark {
  writer: string;
  n: number;
  base: number;
  after: Record<string, number>;
}

export interface Writing {
  text: string;
  subject: string;
  kind: string;
}

/** Phrases that Python tells: the book, the number of the first of them, and the phrases. */
export interface News {
  book: string;
  from: number;
  list: string[];
}

export interface Finding extends Span {
  group: string;
  severity: number;
  check: string;
  family: string;
  message: string;
  why: string;
  question: string;
  source: string;
  engines: string;
  suggestions: string[];
  isWord: boolean;
  decision: string | null;
  told: string[];
}

/** A line of a receipt: `points` of `of`; where `of` is 0, `points` are what a finding costs. */
export interface ReceiptLine {
  title: string;
  points: number;
  of: number;
  reason: string;
  spans: Span[];
  told: string[];
}

export interface Criterion {
  id: string;
  name: string;
  level: string;
  score: number | null;
  receipt: ReceiptLine[];
}

export interface Check {
  title: string;
  state: string;
  reason: string;
  question: string;
  spans: Span[];
  isEssential: boolean;
  told: string[];
}

export interface Bar {
  label: string;
  score: number | null;
  low: number;
  high: number;
  parts: { name: string; value: number; spans: Span[] }[];
}

export interface Report {
  refused: string;
  isEarly: boolean;
  notices: string[];
  words: number;
  paragraphs: number;
  sentences: (Span & { words: number })[];
  findings: Finding[];
  steps: { title: string; seen: string; question: string; why: string; spans: Span[] }[];
  criteria: Criterion[];
  checks: Check[];
  strengths: (Span & { title: string })[];
  bars: Bar[];
  grades: [number, number] | null;
  agreement: { label: string; state: string; saying: string; spans: Span[] }[];
  engines: { name: string; state: string; progress: number | null; saying: string }[];
}

export interface Thread extends Span {
  number: number;
  about: string;
  quote: string;
  isGone: boolean;
  isOpen: boolean;
  overrides: boolean;
  comments: { id: number; name: string; when: string; text: string; isMine: boolean }[];
}

/** What is underlined: a finding, or the words that an open thread is about. */
export type Marked = Partial<Finding> & Span & { thread?: Thread };

/** A change of the draft, as CodeMirror's `ChangeSet` tells of it. */
export interface Changes {
  mapPos(at: number, side?: number): number;
  touchesRange(from: number, to?: number): boolean | "cover";
}

declare global {
  interface Window {
    hartcityPage?: object;
  }
  interface WindowEventMap {
    "hartcity:connection": CustomEvent<{ isThere: boolean }>;
  }
}
