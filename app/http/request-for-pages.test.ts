import { expect, test } from "vitest";
import { createTestStudio } from "../test/create-test-studio";
import { askPage, ownerCookie, postForm } from "../test/pages";

test("a host that somebody writes into a header changes nothing", async () => {
  const made = await createTestStudio();
  const { email, password } = made.owner;
  for (const path of ["/sign-in", "/sign-in.data"]) {
    const headers = { origin: `http://${made.slug}.localhost:8787`, "x-forwarded-host": "evil.test" };
    const signedIn = await postForm(made.slug, path, { email, password }, { headers });
    expect([path, signedIn.headers.getSetCookie()[0]]).toEqual([path, expect.stringMatching(/^safelight=/)]);
  }
});

test("a program's Origin is no error, whatever it is", async () => {
  const { slug } = await createTestStudio();
  for (const origin of ["http://evil.test", "https://", "null", "nonsense"]) {
    const headers = { origin, authorization: "Bearer of_nothing" };
    const answer = await postForm(slug, "/sign-in", { email: "a@b.example", password: "x" }, { headers });
    expect([origin, answer.status]).toEqual([origin, 200]);
  }
});

test("an old format that no page uses gets the page", async () => {
  const made = await createTestStudio();
  const cookie = await ownerCookie(made);
  for (const query of ["?_data=root", "?_data=", "?_data=none&cursor=x"]) {
    const answer = await askPage(made.slug, `/studio/galleries${query}`, { headers: { cookie } });
    expect([query, answer.status, answer.headers.get("content-type")]).toEqual([
      query,
      200,
      "text/html; charset=utf-8",
    ]);
  }
});

test("methods that a page does not know are refused without a line among the errors", async () => {
  const { slug } = await createTestStudio();
  const headers = { origin: `http://${slug}.localhost:8787` };
  for (const method of ["POST", "PUT", "PROPFIND"])
    for (const path of ["/", "/_root.data", "/robots.txt", "/nothing/here"]) {
      const { status } = await askPage(slug, path, { method, headers });
      expect([404, 405], `${method} ${path}: ${status}`).toContain(status);
    }
});

test("a path that could be read as another host is a page that is not there", async () => {
  const { slug } = await createTestStudio();
  for (const path of ["/%5C", "/%5C?", "/%5c%5Cevil.test", "/%5C/evil.test", "/%5Cevil.test/studio.data"]) {
    const answer = await askPage(slug, path);
    expect([path, answer.status]).toEqual([path, 404]);
    expect(await answer.text()).not.toContain('href="//');
  }
});
