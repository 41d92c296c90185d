import type { LayoutText, MessageTexts } from './message-text';

export const EN_LAYOUT: LayoutText = {
  greeting: 'Hello{{#if to.name}} {{name to.name}}{{/if}},',
  labelLink: 'Open the return label',
  portalLink: 'See where your refund stands',
  linkNotKept: '[the customer’s own link, which is not kept]',
  testMark: 'TEST: this message comes from a trial account, no real money has moved.',
  footer:
    '{{name merchantName}} sends this message about order {{code saleRef}}. We never ask for card numbers by mail.',
  facts: {
    sale: 'Order',
    refund: 'Refund number',
    amount: 'Amount',
    creditNote: 'Credit note',
    counterNote: 'Document that takes the credit note back',
    tracking: 'Tracking number',
    expires: 'Valid until',
    pay: 'The money is sent by',
    send: 'Send the parcel by',
  },
  reference: 'reference {{code reference}}',
};

export const EN_MESSAGES: MessageTexts = {
  refund_received: {
    subject: 'We have your refund request for order {{code saleRef}}',
    heading: 'Your request has arrived',
    paragraphs: [
      '{{name merchantName}} has your refund request for order {{code saleRef}}. The amount asked for is {{amount payout}}.',
      'We will write to you as soon as it is decided. You need not do anything until then.',
    ],
  },
  refund_approved: {
    subject: 'Your refund for order {{code saleRef}} is approved',
    heading: 'Your refund is approved',
    paragraphs: [
      '{{name merchantName}} approved a refund of {{amount payout}} for order {{code saleRef}}.',
      'We will write to you again when the refund is carried out.',
    ],
  },
  refund_rejected: {
    subject: 'About your refund request for order {{code saleRef}}',
    heading: 'Your request was not approved',
    paragraphs: [
      '{{name merchantName}} looked at your refund request for order {{code saleRef}} and did not approve it.',
      '{{#if reasonText}}The reason: {{name reasonText}}{{/if}}',
      'If you see it differently, reply to this message and tell us why: a person will look at it again. The rights that the law gives you stay as they are.',
    ],
  },
  refund_expired: {
    subject: 'Your refund request for order {{code saleRef}} was closed',
    heading: 'Your request was closed',
    paragraphs: [
      'The time for your refund request for order {{code saleRef}} has passed, so it was closed. No money was moved.',
      '{{#if reasonText}}The reason: {{name reasonText}}{{/if}}',
      'You can ask again, or reply to this message if you see it differently: a person will look at it. The rights that the law gives you stay as they are.',
    ],
  },
  refund_cancelled: {
    subject: 'The refund request for order {{code saleRef}} was cancelled',
    heading: 'The request was cancelled',
    paragraphs: [
      'The refund request for order {{code saleRef}} was cancelled. No money was moved.',
      '{{#if reasonText}}The reason: {{name reasonText}}{{/if}}',
      'If you did not want this, reply to this message: a person will look at it.',
    ],
  },
  return_instructions: {
    subject: 'How to send back the goods of order {{code saleRef}}',
    heading: 'How to send the goods back',
    paragraphs: [
      'Pack the goods of order {{code saleRef}} well{{#if labelUrl}}, put the label on the parcel and hand it to the carrier{{else}} and bring them back to {{name merchantName}}{{/if}}.',
      '{{#if dueOn}}Please hand over the parcel by {{date dueOn}}. This date does not shorten the rights that the law gives you.{{/if}}',
      'We will write to you when the parcel has arrived.',
    ],
  },
  goods_received: {
    subject: 'The goods of order {{code saleRef}} have arrived',
    heading: 'The goods have arrived',
    paragraphs: [
      'Thank you. The goods of order {{code saleRef}} have arrived at {{name merchantName}}.',
      'We will write to you again when the refund is carried out.',
    ],
  },
  refund_sent: {
    subject: 'Your refund for order {{code saleRef}} is on its way',
    heading: 'Your refund is on its way',
    paragraphs: [
      '{{name merchantName}} handed {{amount payout}} for order {{code saleRef}} to the payment company.',
      'Your bank decides when you see it; most banks need 5 to 10 business days.{{#if hasReference}} The reference below helps them to find it.{{/if}}',
    ],
  },
  refund_completed: {
    subject: 'Your refund for order {{code saleRef}} is complete',
    heading: 'Your refund is complete',
    paragraphs: [
      '{{name merchantName}} paid back {{amount payout}} for order {{code saleRef}}.',
      'Your bank decides when you see it; most banks need 5 to 10 business days.{{#if hasReference}} The reference below helps them to find it.{{/if}}',
    ],
  },
  refund_delayed: {
    subject: 'Your refund for order {{code saleRef}} takes longer',
    heading: 'Your refund takes longer',
    paragraphs: [
      'The refund of {{amount payout}} for order {{code saleRef}} takes longer than we had expected. We are sorry.',
      'We are working on it and will write to you as soon as there is news. You need not do anything.',
    ],
  },
  refund_returned: {
    subject: 'Your refund for order {{code saleRef}} came back to us',
    heading: 'The money came back, and we are looking for another way',
    paragraphs: [
      'The transfer of {{amount returned}} for order {{code saleRef}} came back to {{name merchantName}}: the bank or card company could not credit the way you had paid. You did nothing wrong, and the amount is still yours.',
      'Reply to this message and tell us in which other way you would like to have it, or that the way you had paid works again. Never send a card number.',
    ],
  },
  credit_issued: {
    subject: 'Your store credit for order {{code saleRef}}',
    heading: 'You have store credit',
    paragraphs: [
      '{{name merchantName}} issued store credit of {{amount payout}} to you for order {{code saleRef}}, as you chose.',
      'It is deducted when you next pay at {{name merchantName}}.{{#if creditExpiresOn}} It can be used up to and including {{date creditExpiresOn}}.{{/if}}',
    ],
  },
  question_asked: {
    subject: 'A question about your refund request for order {{code saleRef}}',
    heading: 'We have a question',
    paragraphs: [
      '{{name merchantName}} has a question for you, to decide your refund request for order {{code saleRef}}.',
      'It stands on the page of your refund, where you can answer and enclose photos. Your request goes on without an answer, too.',
    ],
  },
  link_asked: {
    subject: 'The link to your refund for order {{code saleRef}}',
    heading: 'The link that you asked for',
    paragraphs: [
      'This is the link to the page of your refund for order {{code saleRef}} at {{name merchantName}}. It is yours alone: do not pass it on.',
      'If you did not ask for it, you need not do anything.',
    ],
  },
};
