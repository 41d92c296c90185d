import {
  applyAnswer,
  applyDisputeNews,
  applyNews,
  disputeBlocks,
  mayRepeat,
  statusOfMoney,
  type Quote,
  type QuoteSale,
  type Taken,
} from '@zikui/domain';

type HeldPayment = Readonly<{ captured: number; held: number; disputed: number }>;
/** Every decision that the simulation takes from the product. A test replaces one to see that the simulation notices. */
export type Rules = Readonly<{
  applyAnswer: typeof applyAnswer;
  applyNews: typeof applyNews;
  applyDisputeNews: typeof applyDisputeNews;
  disputeBlocks: typeof disputeBlocks;
  mayRepeat: typeof mayRepeat;
  statusOfMoney: typeof statusOfMoney;
  /** What a look-up that finds nothing means where the attempt may, or may not, be sent again. */
  notFound: (mayBeRepeated: boolean) => 'send_again' | 'unknown' | 'declined';
  /** Whether a payment can hold that much more. */ mayHold: (payment: HeldPayment, amount: number) => boolean;
  /** Whether an attempt nobody knows the outcome of is repeated under its own key. */ keepsKey: boolean;
  /** Whether a refusal is no proof any more, because the attempt was sent again since. */ isOvertaken: (
    sending: number,
    sends: number,
  ) => boolean;
  /** Whether a transfer may be given up in that state. */ mayRelease: (status: string) => boolean;
  /** Whether a completed refund whose money came back is opened again. */ repairs: boolean;
  /** Whether a refund that had given everything back finds it still there. */ mayTakeAgain: (
    sale: Omit<QuoteSale, 'payments'>,
    taken: Taken,
    quote: Quote,
  ) => boolean;
}>;

export const RULES: Rules = {
  applyAnswer,
  applyNews,
  applyDisputeNews,
  disputeBlocks,
  mayRepeat,
  statusOfMoney,
  notFound: (mayBeRepeated) => (mayBeRepeated ? 'send_again' : 'unknown'),
  mayHold: ({ captured, held, disputed }, amount) => held + amount <= captured - disputed,
  keepsKey: true,
  isOvertaken: (sending, sends) => sends > sending,
  mayRelease: (status) => status === 'planned' || status === 'declined',
  repairs: true,
  mayTakeAgain: (sale, taken, { lines, shipping }) =>
    taken.shipping.gross + shipping.gross <= sale.shipping.total &&
    taken.shipping.tax + shipping.tax <= sale.shipping.tax &&
    lines.every(({ ref, units, gross, tax }) => {
      const sold = sale.lines.find((line) => line.ref === ref);
      const before = taken.lines.get(ref) ?? { units: 0, gross: 0, tax: 0 };
      return (
        sold !== undefined &&
        before.units + units <= sold.quantity &&
        before.gross + gross <= sold.total &&
        before.tax + tax <= sold.tax
      );
    }),
};
