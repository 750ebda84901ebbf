// htmx says nothing to the reader when the server cannot be reached. The words stand in the page already, in a
// template beside an empty live region; here they are put into it, and taken out once the server answers.
{
  const region = (from) => from.querySelector(".lost") ?? from.closest(".working")?.querySelector(".lost");

  const say = ({ target }) => {
    const lost = region(target);
    const words = lost?.parentElement.querySelector("template.lost-words");
    // What asks again by itself is told once.
    if (words && !lost.hasChildNodes()) {
      lost.append(words.content.cloneNode(true));
      if (target.matches("form")) {
        lost.scrollIntoView({ block: "nearest" });
      }
    }
  };
  const unsay = ({ target }) => region(target)?.replaceChildren();

  for (const end of ["htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(end, say);
  }
  document.addEventListener("htmx:beforeSwap", unsay);
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.target.matches("form")) {
      unsay(event);
    }
  });
}
