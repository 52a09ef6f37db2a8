// Conveniences only: the page says everything without them.
(() => {
  "use strict";
  const all = [...document.querySelectorAll("details")];

  // A link into a folded passage unfolds what holds it.
  const reveal = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();

  // Paper has nothing to click on: unfold the claims, print, fold again.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all.filter((one) => !one.open && one.closest(".claim"));
    folded.forEach((one) => { one.open = true; });
  });
  addEventListener("afterprint", () => folded.forEach((one) => { one.open = false; }));

  // A field that keeps only the claims that hold the words typed into it.
  const claims = [...document.querySelectorAll(".claim")];
  const contents = document.querySelector(".contents");
  if (!contents || claims.length < 2) return;
  const box = document.createElement("div");
  box.className = "filter";
  const field = document.createElement("input");
  field.type = "search";
  field.placeholder = "Find a claim or a party";
  field.setAttribute("aria-label", "Keep only the claims that hold these words");
  const told = document.createElement("p");
  told.className = "n";
  told.setAttribute("role", "status");
  const unfold = document.createElement("button");
  unfold.type = "button";
  unfold.textContent = "Unfold all evidence";
  unfold.addEventListener("click", () => {
    const opening = unfold.textContent.startsWith("Unfold");
    all.filter((one) => one.closest(".claim")).forEach((one) => { one.open = opening; });
    unfold.textContent = opening ? "Fold all evidence" : "Unfold all evidence";
  });
  field.addEventListener("input", () => {
    const wanted = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let kept = 0;
    for (const claim of claims) {
      const holds = wanted.every((word) => claim.dataset.words.includes(word));
      claim.hidden = !holds;
      kept += holds ? 1 : 0;
    }
    for (const group of document.querySelectorAll("section.status")) {
      group.hidden = !group.querySelector(".claim:not([hidden])");
    }
    told.textContent = wanted.length ? `${kept} of ${claims.length} claims` : "";
  });
  box.append(field, told, unfold);
  contents.append(box);
})();
