import { expect, test } from '@playwright/test';
import { pagePolicy } from '../../src/main/securityHeaders.ts';

test('the page runs under the policy and Trusted Types without a violation, and asks nobody outside', async ({
  page,
}) => {
  const complaints: string[] = [];
  const outside: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted ?Type|Refused to/i.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!['blob:', 'data:'].includes(url.protocol) && url.hostname !== '127.0.0.1') outside.push(request.url());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  const answer = await page.goto('/');
  expect(answer?.headers()['content-security-policy']).toBe(pagePolicy);
  await page.waitForSelector('.react-flow__node');
  expect(complaints).toEqual([]);
  expect(outside).toEqual([]);
});
