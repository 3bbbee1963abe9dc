// The page around the terminal: takes the token out of the address line, and uploads files.
"use strict";

const address = new URL(window.location.href);
if (address.searchParams.has("token")) {
  address.searchParams.delete("token");
  window.history.replaceState(null, "", address);
}

async function upload(files) {
  if (files.length === 0) {
    return;
  }
  const said = document.querySelector("#said");
  const body = new FormData();
  for (const file of files) {
    body.append("file", file, file.name);
  }
  said.textContent = "uploading …";
  try {
    const answer = await fetch(document.body.dataset.upload, { method: "POST", body });
    said.textContent = await answer.text();
  } catch {
    said.textContent = "the files could not be uploaded";
  }
}

document.addEventListener("DOMContentLoaded", () => {
  const field = document.querySelector("#files");
  field.addEventListener("change", async () => {
    await upload(field.files);
    field.value = "";
    document.querySelector("#terminal textarea")?.focus();
  });
  const terminal = document.querySelector("#terminal");
  const here = new URL(terminal.dataset.sessionWebsocketUrl);
  // The browser knows best under which name it got the page, also behind a proxy.
  here.protocol = window.location.protocol === "https:" ? "wss:" : "ws:";
  here.host = window.location.host;
  terminal.dataset.sessionWebsocketUrl = here.href;
});

for (const type of ["dragover", "drop", "dragleave"]) {
  document.addEventListener(type, (event) => {
    event.preventDefault();
    document.body.classList.toggle("-dropping", type === "dragover");
    if (type === "drop") {
      upload(event.dataTransfer.files);
    }
  });
}
