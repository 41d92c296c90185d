/** Keeps the answers to the questions that were asked last; the one not asked for longest leaves when there are too many. */
export class BoundedCache<Answer> {
  private readonly answers = new Map<string, Answer>();
  constructor(private readonly most: number) {}

  /** The answer to `question`, made at most once while it is kept. An error is not kept. */
  get(question: string, make: () => Answer): Answer {
    const known = this.answers.get(question);
    if (known !== undefined) {
      this.answers.delete(question); // Put back at the end: a map keeps the order of insertion.
      this.answers.set(question, known);
      return known;
    }
    const answer = make();
    this.answers.set(question, answer);
    if (this.answers.size > this.most) {
      const [oldest] = this.answers.keys();
      if (oldest !== undefined) this.answers.delete(oldest);
    }
    return answer;
  }

  get size(): number {
    return this.answers.size;
  }
}
