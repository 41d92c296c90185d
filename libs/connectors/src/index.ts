export * from './carriers/easypost/easypost.carrier';
export * from './carriers/registry';
export * from './connector-log';
export * from './gateways/registry';
export * from './gateways/stripe/stripe.gateway';
export * from './messaging/smtp.mailer';
export * from './webhook/endpoint-url';
export * from './webhook/webhook-caller';
