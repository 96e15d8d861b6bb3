// Live pages without a poll: an event of the log has the shown part fetched again. Times go on by themselves.
(function () {
  'use strict';
  const root = document.documentElement;
  const base = document.body.dataset.base;

  function words(seconds) {
    if (seconds < 60) return seconds + ' s';
    if (seconds < 3600) return Math.floor(seconds / 60) + ' min';
    return seconds < 172800 ? Math.floor(seconds / 3600) + ' h' : Math.floor(seconds / 86400) + ' d';
  }
  function relative(at) {
    const distance = (Date.now() - Date.parse(at)) / 1000;
    if (Math.abs(distance) < 2) return 'now';
    return distance < 0 ? 'in ' + words(Math.floor(-distance)) : words(Math.floor(distance)) + ' ago';
  }
  function tick() {
    document.querySelectorAll('time[data-relative]').forEach(function (time) {
      const text = relative(time.dateTime);
      if (time.textContent !== text) time.textContent = text;
    });
    document.querySelectorAll('time[data-age]').forEach(function (time) {
      const text = words(Math.max(0, Math.floor((Date.now() - Date.parse(time.dateTime)) / 1000)));
      if (time.textContent !== text) time.textContent = text;
    });
  }
  setInterval(tick, 1000);

  // Light, dark, or what the system says; the server knows it by a cookie, so that no page flashes.
  const themes = { auto: matchMedia('(prefers-color-scheme: dark)').matches ? 'light' : 'dark', light: 'dark', dark: 'light' };
  document.getElementById('theme').addEventListener('click', function () {
    root.dataset.theme = themes[root.dataset.theme] || 'dark';
    document.cookie = 'fairlead-theme=' + root.dataset.theme + ';path=/;max-age=31536000;samesite=lax';
    document.dispatchEvent(new Event('fairlead:theme'));
  });

  const QUIET_MS = 250; // several events of one decision are one change
  const FALLBACK_MS = 5000; // without a stream the page asks by itself
  const line = document.getElementById('line');
  let pending = 0;
  let connected = false;
  let moving = false; // to another moment; what comes meanwhile would take its place away
  function changed() {
    clearTimeout(pending);
    pending = setTimeout(function () {
      const past = new URL(location.href).searchParams.has('at');
      if (!moving && !past) htmx.trigger(document.body, 'fairlead:changed');
    }, QUIET_MS);
  }
  function told(on) {
    if (connected !== on || line.hidden) {
      connected = on;
      line.hidden = false;
      line.classList.toggle('off', !on);
      line.textContent = on ? 'live' : 'not connected, trying again';
    }
  }
  function follow() {
    const wanted = document.body.dataset.events;
    if (!wanted || !line) return;
    const stream = new EventSource(base + '/events' + (wanted === 'all' ? '' : '?target=' + encodeURIComponent(wanted)));
    stream.onopen = function () { told(true); changed(); };
    stream.onmessage = changed;
    stream.onerror = function () { told(false); };
    setInterval(function () { if (!connected) changed(); }, FALLBACK_MS);
    addEventListener('pagehide', function () { stream.close(); });
  }
  follow();

  // What was opened stays open when the page changes under it.
  const opened = new Set();
  document.addEventListener('toggle', function (event) {
    if (!event.target.matches('details[id]') || !event.target.isConnected) return;
    if (event.target.open) opened.add(event.target.id);
    else opened.delete(event.target.id);
  }, true);
  document.addEventListener('htmx:load', function () {
    opened.forEach(function (id) {
      const details = document.getElementById(id);
      if (details) details.open = true;
    });
  });

  // Buttons that copy, and those that open a dialog.
  document.addEventListener('click', function (event) {
    const copy = event.target.closest('[data-copy]');
    if (copy) {
      const said = copy.querySelector('[data-said]');
      const tell = function (text) {
        said.textContent = text;
        setTimeout(function () { said.textContent = said.dataset.said; }, 2000);
      };
      // Without encryption only this machine has a clipboard for pages.
      if (navigator.clipboard) {
        navigator.clipboard.writeText(copy.dataset.copy).then(function () { tell('Copied'); }, function () { tell('Mark and copy it'); });
      } else {
        getSelection().selectAllChildren(copy.parentElement.querySelector('code'));
        tell('Marked, now copy');
      }
    }
    const opener = event.target.closest('[data-opens]');
    if (opener) {
      const dialog = document.getElementById(opener.dataset.opens);
      dialog.querySelector('[name=expectRollout]').value = opener.dataset.rollout;
      command(dialog);
      dialog.showModal();
      dialog.querySelector('textarea').focus();
    }
    if (event.target.closest('[data-closes]')) event.target.closest('dialog').close();
  });

  // The command line that does the same, quoted for a shell.
  function command(dialog) {
    const copy = dialog.querySelector('[data-line]');
    const reason = dialog.querySelector('[data-reason]').value.trim() || '…';
    copy.dataset.copy = copy.dataset.line + "'" + reason.replaceAll("'", "'\\''") + "'";
    dialog.querySelector('code').textContent = copy.dataset.copy;
  }
  document.addEventListener('input', function (event) {
    if (event.target.matches('[data-reason]')) command(event.target.closest('dialog'));
  });

  // The slider of the past: while it moves it says the moment, when it rests the state is folded.
  document.addEventListener('input', function (event) {
    if (!event.target.matches('[data-moments]')) return;
    const moments = JSON.parse(event.target.dataset.moments);
    const moment = moments[Number(event.target.value)];
    document.getElementById('moment').textContent = moment.text;
    event.target.setAttribute('aria-valuetext', moment.text);
  });
  document.addEventListener('change', function (event) {
    if (!event.target.matches('[data-moments]')) return;
    const moments = JSON.parse(event.target.dataset.moments);
    const index = Number(event.target.value);
    const here = new URL(location.href);
    if (index === moments.length - 1) here.searchParams.delete('at');
    else here.searchParams.set('at', moments[index].at);
    moving = true;
    htmx.trigger('#live', 'htmx:abort');
    htmx.ajax('GET', here.pathname + here.search, { target: '#live', select: '#live', swap: 'outerHTML' })
      .finally(function () { moving = false; })
      .then(function () {
        history.replaceState(null, '', here.pathname + here.search);
        const slider = document.querySelector('[data-moments]');
        if (slider) slider.focus();
      });
  });
}());
