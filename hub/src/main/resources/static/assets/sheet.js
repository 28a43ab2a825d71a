// The marking sheet by keyboard, saved choice by choice. Without this script it is a form with a button.
const sheet = document.getElementById("sheet");
const families = [...sheet.querySelectorAll(".kinmark-family:not([disabled])")];
const said = sheet.querySelector("[data-said]");
const left = sheet.querySelector("[data-left]");
const csrf = sheet.querySelector("input[name=_csrf]").value;

const copy = document.querySelector("[data-copy]");
if (copy && navigator.clipboard) {
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(copy.dataset.copy).value);
    copy.textContent = "Copied";
  });
}

if (families.length > 0) begin();

function begin() {
  sheet.querySelector("[data-without-script]").hidden = true;
  const finder = sheet.querySelector("[data-find]");
  finder.hidden = false;
  const find = finder.querySelector("input");
  const keys = finder.querySelector("details");
  let current = -1;
  let saving = Promise.resolve();

  const radios = (family) => [...family.querySelectorAll("input[type=radio]")];
  const was = (family) => family.querySelector("input[type=hidden]");
  const chosen = (family) => radios(family).find((radio) => radio.checked).value;
  const say = (words) => { said.textContent = words; };
  const count = () => { left.textContent = Number(left.dataset.elsewhere) + families.filter((family) => chosen(family) === "not_judged").length; };

  function point(index) {
    if (current >= 0) delete families[current].dataset.current;
    current = Math.max(0, Math.min(index, families.length - 1));
    families[current].dataset.current = "yes";
  }

  function move(index) {
    point(index);
    radios(families[current]).find((radio) => radio.checked).focus({ preventScroll: true });
    families[current].scrollIntoView({ block: "nearest" });
  }

  // One after the other, so that what was chosen last is what is held.
  function save(family) {
    const judgement = chosen(family);
    count();
    say("Saving");
    saving = saving.then(() => send(family, judgement));
  }

  async function send(family, judgement) {
    const body = new URLSearchParams({ _csrf: csrf, judgement, was: was(family).value });
    try {
      const answer = await fetch(`${sheet.dataset.list}/judgements/${family.dataset.family}`, { method: "POST", body });
      const words = answer.headers.get("content-type")?.startsWith("text/plain") ? await answer.text() : "";
      if (answer.ok && words) {
        was(family).value = judgement;
        say("Saved");
      } else if (words) {
        await refresh(fetch(sheet.dataset.page));
        say(words);
      } else {
        say("Not saved: you may be signed out. Open this page again.");
      }
    } catch {
      say("Not saved: the connection is gone. Choose again when it is back.");
    }
  }

  // Takes the choices of the page as it is now, and leaves everything else where it is.
  async function refresh(page) {
    const answer = await page;
    const now = new DOMParser().parseFromString(await answer.text(), "text/html");
    const list = now.getElementById("sheet")?.dataset.list;
    // Somebody objected since: the list went out again, without them and under another address.
    if (list !== sheet.dataset.list) {
      location.replace(list ?? location.pathname);
      return;
    }
    let changed = null;
    for (const family of families) {
      const there = now.getElementById(family.id);
      if (!there) continue;
      const value = there.querySelector("input[type=radio]:checked").value;
      if (chosen(family) !== value) changed = family;
      radios(family).find((radio) => radio.value === value).checked = true;
      was(family).value = value;
    }
    left.dataset.elsewhere = now.querySelector("[data-left]")?.dataset.elsewhere ?? left.dataset.elsewhere;
    count();
    return changed;
  }

  function undo() {
    saving = saving.then(async () => {
      const body = new URLSearchParams({ _csrf: csrf, page: sheet.elements.page.value });
      const changed = await refresh(fetch(`${sheet.dataset.list}/undo`, { method: "POST", body }));
      if (changed) move(families.indexOf(changed));
      say(changed ? "The last change is taken back" : "There is no change to take back");
    });
  }

  families.forEach((family, index) => {
    family.addEventListener("change", () => save(family));
    family.addEventListener("focusin", () => point(index));
  });

  const several = document.querySelector("[aria-current=page]") !== null;
  const surnames = (family) => family.dataset.surname.toLowerCase().split(", ");
  const matches = (family, wanted) => surnames(family).some((surname) => surname.startsWith(wanted));

  // The first family from there on that has the surname, from the top again after the last; -1 where none has.
  function next(wanted, from) {
    for (let i = 0; i < families.length; i++) {
      const index = (from + i) % families.length;
      if (matches(families[index], wanted)) return index;
    }
    return -1;
  }

  let reached = null;
  find.addEventListener("input", () => {
    reached = null;
    const wanted = find.value.trim().toLowerCase();
    const index = next(wanted, 0);
    if (wanted && index >= 0) {
      point(index);
      families[index].scrollIntoView({ block: "center" });
    }
    say(!wanted || index >= 0 ? "" : several ? "No family of that surname on this page" : "No family of that surname");
  });
  find.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const wanted = find.value.trim().toLowerCase();
    const there = current >= 0 && (!wanted || matches(families[current], wanted)) && families[current] !== reached;
    const index = there ? current : next(wanted, current + 1);
    if (index < 0) return;
    reached = families[index];
    move(index);
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const typing = event.target.matches("textarea, input:not([type=radio])");
    if (typing) return;
    const choice = { 1: 0, 2: 1, 3: 2 }[event.key];
    if (event.key === "j" || event.key === "ArrowDown") move(current + 1);
    else if (event.key === "k" || event.key === "ArrowUp") move(current - 1);
    else if (choice !== undefined && current >= 0) {
      const radio = radios(families[current])[choice];
      if (!radio.checked) {
        radio.checked = true;
        radio.focus({ preventScroll: true });
        save(families[current]);
      }
    } else if (event.key === "u") undo();
    else if (event.key === "/") find.focus();
    else if (event.key === "?") keys.open = !keys.open;
    else return;
    event.preventDefault();
  });

  sheet.querySelector("[formaction]").addEventListener("click", (event) => {
    event.preventDefault();
    undo();
  });
}
