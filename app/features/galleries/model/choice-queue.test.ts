import { expect, test } from "vitest";
import {
  fieldsOf,
  nextToSend,
  queued,
  readQueue,
  type WaitingChange,
  withoutSent,
  withWaiting,
} from "./choice-queue";
import { changeOf, settingsOf } from "./choice-setting";

const heart = (photoId: string, mark: "chosen" | null = "chosen", listId: string | null = null) => ({
  listId,
  photoId,
  mark,
});

const all = (...changes: WaitingChange[]) => changes.reduce<WaitingChange[]>(queued, []);

test("a later change of a photo takes the place of the one that still waits, and keeps what it does not name", () => {
  const queue = all(heart("a"), heart("b"), { listId: null, photoId: "a", comment: "hi" }, heart("a", null));
  expect(queue).toEqual([heart("b"), { listId: null, photoId: "a", comment: "hi", mark: null }]);
});

test("what waits is shown over what the server has, also when it takes something away", () => {
  const server = { a: { mark: "chosen", label: null, comment: "" } } as const;
  expect(withWaiting(server, all(heart("a", null), heart("b")), "fav_1")).toEqual({
    b: { mark: "chosen", label: null, comment: "" },
  });
  expect(withWaiting(server, all(heart("c", "chosen", "fav_2")), "fav_1")).toEqual(server);
});

test("a queue that is sent in any number of tries ends empty, whatever was pressed meanwhile", () => {
  let queue = all(...Array.from({ length: 120 }, (_, i) => heart(`p${i}`)), heart("x", "chosen", "fav_2"));
  const sent: string[] = [];
  for (let tries = 0; queue.length > 0 && tries < 10; tries++) {
    const now = nextToSend(queue);
    if (tries === 0) queue = queued(queue, heart("p0", null));
    sent.push(...now.map(({ photoId, mark }) => `${photoId}:${mark}`));
    queue = withoutSent(queue, now);
  }
  expect(queue).toEqual([]);
  expect(sent.filter((each) => each.startsWith("p0:"))).toEqual(["p0:chosen", "p0:null"]);
  expect(new Set(sent).size).toBe(122);
});

test("one request is about one list, and says one comment at most", () => {
  const queue = all(
    heart("a", "chosen", "fav_1"),
    { listId: "fav_1", photoId: "b", comment: "one" },
    { listId: "fav_1", photoId: "c", comment: "two" },
    heart("d", "chosen", "fav_2"),
  );
  expect(fieldsOf(nextToSend(queue))).toEqual([
    ["intent", "set"],
    ["list", "fav_1"],
    ["set", "a:chosen"],
    ["photo", "b"],
    ["comment", "one"],
  ]);
});

test("a setting says the same after it was written and read", () => {
  const id = `pho_${"a".repeat(26)}`;
  const changes = [
    { photoId: id, mark: "chosen" as const },
    { photoId: id, mark: null },
    { photoId: id, label: 5 as const },
    { photoId: id, label: null },
  ];
  expect(changes.flatMap(settingsOf).map(changeOf)).toEqual(changes);
});

test("a kept queue that is none of ours is empty", () => {
  for (const text of [null, "", "{", "[1,null,{}]", '{"photoId":"a"}', '[{"photoId":"a","listId":7}]'])
    expect(readQueue(text), String(text)).toEqual([]);
  expect(readQueue(JSON.stringify([heart("a")]))).toEqual([heart("a")]);
});
