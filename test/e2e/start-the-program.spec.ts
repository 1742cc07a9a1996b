import { expect, test } from '../support/browser.ts';

test('start the program and see its start page', async ({ page }) => {
  await expect(page).toHaveTitle('Skein');
  await expect(page.locator('#root')).not.toBeEmpty();
  await expect(page.locator('#root')).toContainText('Skein');
});

test('a page is served with the policy as header and in the page itself', async ({ page, site }) => {
  const answer = await page.request.get(site.url);
  const headers = answer.headers();
  expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  expect(headers['content-security-policy']).toContain(
    "require-trusted-types-for 'script'; trusted-types skein-worker",
  );
  expect(headers['x-content-type-options']).toBe('nosniff');
  const inPage = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(inPage).toContain("default-src 'none'");
  expect(inPage).toContain("require-trusted-types-for 'script'");
});
