import { pagePolicy } from '../../src/main/securityHeaders.ts';
import { expect, test } from '../support/guardedTest.ts';

// That nothing breaks the policy is the business of the guard; these see that there is one, and that it bites.
test('the page and its map come under the policy', async ({ page }) => {
  const answer = await page.goto('/');
  expect(answer?.headers()['content-security-policy']).toBe(pagePolicy);
  await page.waitForSelector('.scene-node');
});

test.describe('a page that breaks the policy', () => {
  test.use({ unwatched: /Content Security Policy|Trusted|Refused|evil\.example/ });

  // Code that Playwright evaluates passes by the policy, so the probe is a script that the page itself loads.
  test('is stopped, by each of its rules', async ({ page }) => {
    await page.route('**/probe.js', (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: `
          const broken = [];
          addEventListener('securitypolicyviolation', (event) => broken.push(event.effectiveDirective));
          const attempt = (work) => { try { work(); } catch (error) { broken.push(error.name); } };
          attempt(() => { document.createElement('div').innerHTML = '<b>text</b>'; });
          attempt(() => { eval('1'); });
          attempt(() => { trustedTypes.createPolicy('mine', {}); });
          attempt(() => { new Worker('blob:x'); });
          attempt(() => { document.body.append(Object.assign(new Image(), { src: 'https://evil.example/x.png' })); });
          attempt(() => {
            const style = document.createElement('style');
            style.textContent = 'body { color: red }';
            document.body.append(style);
          });
          fetch('https://evil.example/').catch(() => broken.push('fetch'));
          WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).catch(() => broken.push('wasm'));
          setTimeout(() => { document.body.dataset.broken = [...new Set(broken)].sort().join(' '); }, 500);
        `,
      }),
    );
    await page.route('https://evil.example/**', (route) => route.abort());
    await page.route('**/index.html', async (route) => {
      const answer = await route.fetch();
      const html = (await answer.text()).replace('</head>', '<script src="/probe.js" defer></script></head>');
      await route.fulfill({ response: answer, body: html.replace('<body>', '<body data-probed="true">') });
    });
    await page.goto('/index.html');
    await expect(page.locator('body')).toHaveAttribute('data-broken', /./);
    const broken = (await page.locator('body').getAttribute('data-broken'))?.split(' ') ?? [];
    for (const rule of [
      'EvalError',
      'TypeError',
      'connect-src',
      'fetch',
      'img-src',
      'require-trusted-types-for',
      'script-src',
      'style-src-elem',
      'trusted-types',
      'wasm',
    ]) {
      expect(broken).toContain(rule);
    }
  });
});
