// Uses the page as a person would, by its labels, and notes what it saw in the page's `data-driven`.

const seen = {};
const pause = () => fetch("/pause");
const words = (node) => node.textContent.replace(/\s+/g, " ").trim();
const all = (selector, text) => [...document.querySelectorAll(selector)].filter((node) => words(node).includes(text));

/** The last element of this kind that says `text`, once there is one. */
async function find(selector, text = "") {
  for (let tries = 0; tries < 100; tries += 1) {
    const found = all(selector, text).at(-1);
    if (found) return found;
    await pause();
  }
  throw new Error(`no ${selector} that says "${text}"`);
}

async function gone(selector, text = "") {
  for (let tries = 0; tries < 100 && all(selector, text).length; tries += 1) await pause();
  if (all(selector, text).length) throw new Error(`still there: ${selector} "${text}"`);
}

const press = async (text, within = "") => (await find(`${within} button`, text)).click();

async function write(selector, text) {
  const box = await find(selector);
  box.focus();
  box.value = text;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
}

async function inTheThread() {
  await press("Reply", "#messages");
  await find("#thread:not([hidden])");
  await write("#thread-composer textarea", "We say <b>risk</b> & mean three things.");
  seen.privateLine = words(await find("#replies .ephemeral"));
  await press("Leave me out", "#replies");
  seen.afterPress = words(await find("#replies .ephemeral", "You are left out."));
  await press("Edit", "#replies");
  seen.editing = (await find("#replies .editor textarea")).value;
  await write("#replies .editor textarea", "We say risk, and mean three things.");
  seen.edited = words(await find("#replies article", "(edited)"));
  (await find("#replies .picker button[aria-label='raised hands']")).click();
  seen.reaction = (await find("#replies .reaction")).getAttribute("aria-label");
}

async function inTheModal() {
  await press("Answer privately", "#messages");
  await find("#modal[open] textarea");
  await press("Send", "#modal");
  seen.required = words(await find("#modal .error:not([hidden])"));
  (await find("#modal textarea")).value = "short";
  await press("Send", "#modal");
  seen.refused = words(await find("#modal .error:not([hidden])", "Say a little more."));
  seen.focused = document.activeElement.value;
  (await find("#modal textarea")).value = "Long enough to be an answer.";
  await press("Send", "#modal");
  await gone("#modal[open]");
}

async function elsewhere() {
  await write("#composer textarea", "/nothing at all");
  seen.command = words(await find("#trouble:not([hidden])", "/nothing"));
  await write("#composer textarea", "To be deleted, @Mei Ashdown-Lark");
  await find("#messages article", "To be deleted");
  await press("Delete", "#messages");
  await press("Delete", "#ask");
  await gone("#messages article", "To be deleted");
  const home = await find("#sidebar .place", "App Home");
  home.focus();
  home.click();
  seen.home = words(await find("#messages .home"));
  await find("#sidebar .place[aria-current]", "App Home");
  seen.focusKept = words(document.activeElement);
}

async function behindTheScenes() {
  (await find("#messages [data-focus='tool-Look behind']")).click();
  await find("#panel .log li", "first try: acknowledged");
  seen.look = words(await find("#panel-body"));
  const escape = new KeyboardEvent("keydown", { key: "Escape", bubbles: true });
  (await find("#panel-title")).dispatchEvent(escape);
  await find("#panel[hidden]");
  seen.lookedFrom = words(document.activeElement);
  await press("Troubles", "#sidebar");
  await press("Events twice", "#panel");
  seen.trouble = words(await find("#panel .choice", "On:"));
  await press("End all troubles", "#panel");
  await gone("#panel .choice", "On:");
}

async function onTheTimeline() {
  (await find(".upcoming")).click();
  seen.planned = words(await find("#planned li"));
  await press("Play the whole cycle", "#panel");
  seen.playing = words(await find("#go-next", "Pause"));
  await find("#go-next", "Go to what happens next");
  seen.clock = words(await find("#clock-now", "12 January"));
}

async function asSomebodyElse() {
  (await find("#who")).click();
  seen.choice = words(await find("#panel .choice", "Bram Oyelaran-Stone"));
  await press("Bram Oyelaran-Stone", "#panel");
  await find("#pane-title", "places-and-spaces");
  seen.who = words(await find("#who", "Bram"));
  await press("Close", "#panel");
  await find("#panel[hidden]");
  seen.back = document.activeElement.id;
  seen.others = words(await find("#sidebar"));
  await gone("article", "three things");
}

async function drive() {
  await find("#messages article");
  await inTheThread();
  await inTheModal();
  await behindTheScenes();
  await elsewhere();
  await onTheTimeline();
  await asSomebodyElse();
}

try {
  await drive();
} catch (failure) {
  seen.failure = failure.message;
}
document.documentElement.dataset.driven = JSON.stringify(seen);
