import { test as base, expect } from '@playwright/test';

/**
 * Playwright's `test` for the app's own page, which also fails when anything broke the policy or Trusted Types, threw, was
 * not found, or asked another host, whatever else the test was about. `unwatched` names complaints that a test provokes.
 */
export const test = base.extend<{ readonly unwatched: RegExp | undefined; readonly guard: undefined }>({
  unwatched: [undefined, { option: true }],
  guard: [
    async ({ context, unwatched }, use) => {
      const complaints: string[] = [];
      const complain = (text: string): void => {
        if (!unwatched?.test(text)) complaints.push(text);
      };
      context.on('console', (message) => {
        if (/Content Security Policy|Trusted ?(Type|HTML|Script)|Refused to/i.test(message.text())) {
          complain(message.text());
        }
      });
      context.on('weberror', (error) => complain(`thrown: ${error.error().message}`));
      context.on('request', (request) => {
        const url = new URL(request.url());
        if (!['blob:', 'data:'].includes(url.protocol) && url.hostname !== '127.0.0.1') {
          complain(`asked for ${request.url()}`);
        }
      });
      context.on('response', (response) => {
        if (response.status() >= 400) complain(`${response.status()} ${response.url()}`);
      });
      await use(undefined);
      expect(complaints, 'complaints of the browser').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
