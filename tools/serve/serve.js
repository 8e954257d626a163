'use strict';
// The page that files are dropped on: sends them one by one, shows how far they are, and goes on to
// the audit page. What it refuses itself the server refuses as well.
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const find = (id) => document.getElementById(id);
  const lang = `lang=${data.lang}`;
  let current = null;  // the work going on: { id, request, stopped }

  function say(id, args = {}) {
    const pattern = data.words[`serve.page.${id}`];
    return pattern.replace(/\{(\w+)\}/g, (whole, name) => args[name] ?? whole);
  }
  const mebibytes = (bytes) => Math.floor(bytes / 1048576);
  const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const isReport = (name) => /\.(pdf|docx|txt|zip)$/i.test(name) && !/(^|\/)\./.test(name);

  // ------------------------------------------------------------ what was dropped

  async function walk(entry, prefix, found) {
    if (entry.isFile) {
      const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
      if (isReport(prefix + file.name)) found.push({name: prefix + file.name, file});
      return;
    }
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
      if (!some.length) return;
      for (const one of some) await walk(one, `${prefix}${entry.name}/`, found);
    }
  }

  async function dropped(transfer) {
    // They are gone after the first wait.
    const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    const plain = [...transfer.files];
    const found = [];
    if (!entries.some((entry) => entry.isDirectory))
      return plain.map((file) => ({name: file.name, file}));
    for (const entry of entries) await walk(entry, '', found);
    return found;
  }

  const fromFolder =
      (files) => [...files]
                     .map((file) => ({name: file.webkitRelativePath || file.name, file}))
                     .filter((one) => isReport(one.name));

  function tooMuch(files) {
    const {file_bytes: ofFile, job_bytes: ofAll, job_files: most} = data.limits;
    if (!files.length) return say('no_reports');
    const large = files.find((one) => one.file.size > ofFile);
    if (large)
      return say(
          'too_large',
          {file: large.name, size: mebibytes(large.file.size), most: mebibytes(ofFile)});
    if (files.length > most) return say('too_many', {most});
    if (files.reduce((sum, one) => sum + one.file.size, 0) > ofAll)
      return say('too_much', {most: mebibytes(ofAll)});
    return '';
  }

  // ------------------------------------------------------------ sending and waiting

  function ask(work, method, path, body, onprogress) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      work.request = request;
      request.open(method, path);
      if (body) request.setRequestHeader('Content-Type', 'application/octet-stream');
      if (onprogress) request.upload.onprogress = (event) => onprogress(event.loaded);
      request.onload = () => resolve(request);
      request.onerror = () => reject(new Error(say('lost')));
      request.onabort = () => reject(new Error(''));
      request.send(body ?? null);
    });
  }

  // Again and again while the server has no room.
  async function insist(work, method, path, body, onprogress) {
    for (;;) {
      const request = await ask(work, method, path, body, onprogress);
      if (request.status !== 503 && request.status !== 429) {
        if (request.status >= 400) throw new Error(request.responseText.trim());
        return request;
      }
      show(say('busy'), null);
      await wait(1000);
      if (work.stopped) throw new Error('');
    }
  }

  function show(text, share) {
    find('status').textContent = text;
    if (share == null)
      find('bar').removeAttribute('value');
    else
      find('bar').value = share;
  }

  async function check(files, work) {
    const all = files.reduce((sum, one) => sum + one.file.size, 0);
    work.id = JSON.parse((await insist(work, 'POST', `jobs?${lang}`)).responseText).id;
    let sent = 0;
    for (const [index, one] of files.entries()) {
      const tell = (loaded) => show(
          say('sending', {done: index + 1, total: files.length}), all ? (sent + loaded) / all : 0);
      tell(0);
      await insist(
          work, 'PUT', `jobs/${work.id}/files?${lang}&name=${encodeURIComponent(one.name)}`,
          one.file, tell);
      sent += one.file.size;
    }
    await insist(work, 'POST', `jobs/${work.id}/start?${lang}`);
    for (;;) {
      const job = JSON.parse((await insist(work, 'GET', `jobs/${work.id}?${lang}`)).responseText);
      if (job.state === 'done') return;
      if (job.state === 'failed') throw new Error(say('failed'));
      if (job.state === 'waiting')
        show(say('waiting'), null);
      else
        show(
            say('reading', {done: job.done, total: job.total}),
            job.total > 1 ? job.done / job.total : null);
      await wait(300);
      if (work.stopped) throw new Error('');
    }
  }

  async function begin(files) {
    if (current) return;
    const refusal = tooMuch(files);
    find('problem').textContent = refusal;
    find('status').textContent = '';
    if (refusal) return;
    const work = {id: null, request: null, stopped: false};
    current = work;
    find('work').hidden = false;
    try {
      await check(files, work);
      show(say('done'), 1);
      location.href = `jobs/${work.id}/audit.html`;
    } catch (error) {
      find('status').textContent = work.stopped ? say('stopped') : '';
      find('problem').textContent = error.message;
      if (work.id) fetch(`jobs/${work.id}`, {method: 'DELETE'}).catch(() => {});
    }
    current = null;
    find('work').hidden = true;
    find('files').value = '';
    find('folder').value = '';
  }

  find('files').addEventListener(
      'change', (event) => begin([...event.target.files].map((file) => ({name: file.name, file}))));
  find('folder').addEventListener('change', (event) => begin(fromFolder(event.target.files)));
  find('stop').addEventListener('click', () => {
    if (!current) return;
    current.stopped = true;
    current.request?.abort();
  });
  // Anywhere on the page: a file that misses the frame shall not be opened in place of the page.
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    find('drop').classList.add('over');
  });
  document.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) find('drop').classList.remove('over');
  });
  document.addEventListener('drop', async (event) => {
    event.preventDefault();
    find('drop').classList.remove('over');
    begin(await dropped(event.dataTransfer));
  });
})();
