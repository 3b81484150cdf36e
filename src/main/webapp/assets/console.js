// The console works without this file. It loads again, every few seconds, the parts of a page that say so: <section id="…" data-refresh="10">.
// A page that nobody looks at is left alone, and a session that has ended is not asked again.
(function () {
  'use strict';

  function refresh(part) {
    if (document.hidden || part.contains(document.activeElement)) {
      return Promise.resolve(true);
    }
    return fetch(location.href, {headers: {'X-Postern-Request': 'refresh'}, redirect: 'manual', cache: 'no-store'})
      .then(function (answer) { return answer.ok ? answer.text() : null; })
      .then(function (text) {
        if (text === null) {
          return false;
        }
        var fresh = new DOMParser().parseFromString(text, 'text/html').getElementById(part.id);
        if (fresh) {
          part.replaceChildren.apply(part, Array.from(fresh.childNodes));
        }
        return fresh !== null;
      });
  }

  function keepFresh(part) {
    var seconds = Number(part.dataset.refresh);
    var again = setInterval(function () {
      refresh(part).then(function (goesOn) { if (!goesOn) { clearInterval(again); } }, function () { });
    }, seconds * 1000);
  }

  document.querySelectorAll('[data-refresh][id]').forEach(keepFresh);
})();
