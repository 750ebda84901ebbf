// htmx notes the address of the page in the browser, and with it the facts of a case. Nothing is to stay there.
try {
  sessionStorage.clear();
  addEventListener("pagehide", () => sessionStorage.clear());
} catch {
  // No store, nothing to clear.
}
